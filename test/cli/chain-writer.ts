/** A process that has a ledger and adds sealed entries to it until it is killed: `chain-writer.ts PATH`. It prints each stored number. */
import { genesisHash, seal } from '../../src/service/seal.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { entryOf } from '../store/fixtures.ts';

const store = openSqlite(process.argv[2] ?? '', { sole: true });
let hash = genesisHash;

for (let seq = 1; ; seq += 1) {
  const entry = seal(hash, entryOf('campaign/a', seq, `message/${seq}`, '字'.repeat(seq % 400)));
  await store.append([entry]);
  hash = entry.hash;
  process.stdout.write(`${seq}\n`);
}
