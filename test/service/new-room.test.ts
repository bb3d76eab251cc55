import { expect, it } from 'vitest';
import { readState } from '../../src/service/snapshot.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { campaignFile, openRoom } from './office-room.ts';

const stream = `campaign/${campaignFile.definition.id}`;

/** What a process wrote that did not have the room of questions yet. */
it('reads the ledger anew where the snapshot was taken before a room existed', async () => {
  const before = await openRoom();
  await before.say('organiser', '确认发布方案');
  await before.office.stop();
  const { store, clock } = before;
  const snapshot = await store.loadSnapshot(stream);
  if (!snapshot) throw new Error('a stop takes a snapshot');
  const { inquiry: _, ...older } = await readState<Record<string, unknown>>(snapshot);
  const version = snapshot.version.replace('/inquiry', '');
  const { parts: _parts, ...head } = snapshot;
  await store.saveSnapshot(snapshotOf(older, { ...head, version }));

  const after = await openRoom({ store, clock, owner: 'two' });
  expect(await after.say('organiser', '待答问题')).toBe('没有待答的问题。');
  expect(await after.say('organiser', '谁没收到')).not.toContain('还没有发布');
});
