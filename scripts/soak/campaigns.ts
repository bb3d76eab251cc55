/** The campaigns of a soak: the delivered one, one of three returns, one of several tables. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SoakFiles } from './soak.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The last one plays among the people of the first: its copy of their directory is put into the folder. */
export async function soakCampaigns(folder: string): Promise<readonly SoakFiles[]> {
  const people = project('config/directory.yaml');
  const food = join(folder, 'food-directory.yaml');
  const text = await readFile(people, 'utf8');
  await writeFile(food, text.replace(/campaign: shanghai-2023/g, 'campaign: food-2023'));
  const support = (name: string) => project(`test/support/campaigns/${name}.yaml`);
  return [
    { campaign: project('config/campaigns/shanghai-2023.yaml'), directory: people },
    { campaign: support('three-returns'), directory: support('three-returns-directory') },
    { campaign: project('test/conversation/fixtures/food-2023.yaml'), directory: food },
  ];
}
