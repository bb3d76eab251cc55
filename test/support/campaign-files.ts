/** Campaign files for conversations: the delivered ones with words changed, or an invented campaign of another kind. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/config.ts';

type Edit = (text: string) => string;
type Files = Pick<Config, 'campaigns' | 'directory'>;

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface WritableFiles extends Files {
  /** Changes a file while no process runs. */
  edit(which: 'campaign' | 'directory', edit: Edit): Promise<void>;
}

/** Copies of the Shanghai campaign and its directory that a test may change. */
export function shanghaiFiles(): Promise<WritableFiles> {
  return copied('config/campaigns/shanghai-2023.yaml', (text) => text);
}

/** A campaign with two tables, a roster as its own return, a night shift and no 总结, among the same people. */
export function foodFiles(): Promise<WritableFiles> {
  return copied('test/conversation/fixtures/food-2023.yaml', (text) =>
    text.replace(/campaign: shanghai-2023/g, 'campaign: food-2023'),
  );
}

async function copied(campaign: string, directoryEdit: Edit): Promise<WritableFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'campaign-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = { campaign: join(folder, 'campaign.yaml'), directory: join(folder, 'directory.yaml') };
  await copy(project(campaign), paths.campaign, (text) => text);
  await copy(project('config/directory.yaml'), paths.directory, directoryEdit);
  return {
    campaigns: [paths.campaign],
    directory: paths.directory,
    edit: (which, edit) => copy(paths[which], paths[which], edit),
  };
}

async function copy(from: string, to: string, edit: Edit): Promise<void> {
  await writeFile(to, edit(await readFile(from, 'utf8')));
}
