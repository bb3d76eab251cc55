import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { ledgerContract } from './contract-ledger.ts';
import { outboxContract } from './contract-outbox.ts';
import { raceContract } from './contract-race.ts';
import { snapshotContract } from './contract-snapshots.ts';
import { createBench, type MakePlace } from './fixtures.ts';

/** What every store promises. `makePlace` gives each test an empty place of its own. */
export function storeContract(kind: string, makePlace: MakePlace): void {
  describe(`${kind} keeps the store's contract`, () => {
    const bench = createBench(makePlace);
    let store: Store;
    beforeEach(async () => {
      store = await bench.open();
    });
    afterEach(() => bench.clear());

    const current = () => store;
    ledgerContract(current);
    snapshotContract(current);
    outboxContract(current);
    raceContract(bench);
  });
}
