import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadOffice } from '../../src/files/campaign-files.ts';
import { openMemory } from '../../src/store/memory.ts';
import { openRoom } from '../service/office-room.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const campaign = project('config/campaigns/shanghai-2023.yaml');

/** The office as it opens with the directory's text changed. */
async function opened(store: ReturnType<typeof openMemory>, change: (text: string) => string) {
  const directory = join(mkdtempSync(join(tmpdir(), 'duban-take-over-')), 'directory.yaml');
  writeFileSync(directory, change(readFileSync(project('config/directory.yaml'), 'utf8')));
  const office = loadOffice({ directory, campaigns: [campaign] });
  const room = await openRoom({
    store,
    directory: office.directory,
    ...(office.campaigns[0] && { campaign: office.campaigns[0] }),
  });
  const seq = room.campaign.host.durableSeq();
  const addressees = room.state().definition.addressees.units;
  await room.office.stop();
  return { seq, addressees };
}

it('a unit added to a group of the directory is in the campaign at the next start', async () => {
  const store = openMemory();
  const before = await opened(store, (text) => text);
  expect(before.addressees).not.toContain('drug');
  const grown = (text: string) => text.replace(/(name: 各区市场监管局[\s\S]*?units: \[)/, '$1drug, ');
  const after = await opened(store, grown);
  expect(after.addressees).toContain('drug');
  expect(after.seq).toBe(before.seq + 1);
  // Nothing new: nothing is taken over.
  expect((await opened(store, grown)).seq).toBe(after.seq);
});
