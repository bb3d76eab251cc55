import type { Snapshot } from '../../src/ports.ts';
import { readState, type SnapshotHead, writeState } from '../../src/service/snapshot.ts';

const anyHead: SnapshotHead = { stream: 'campaign/a', seq: 1, hash: 'h', version: '1' };

export function snapshotOf(state: unknown, head = anyHead): Snapshot {
  return { ...head, parts: [...writeState(head, state)] };
}

/** The state as it comes back from its snapshot. */
export function throughSnapshot<S>(state: S): Promise<S> {
  return readState<S>(snapshotOf(state));
}
