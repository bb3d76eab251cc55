/** A process that appends to a store until it is killed: `writer.ts URL NAME SEED`. It prints the causes of each stored batch. */
import { openStore } from '../../src/store/open.ts';
import { entryOf } from './fixtures.ts';
import { createRandom } from './random.ts';

const [url = '', name = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const store = await openStore(url);
let [seq, made] = [0, 0];

for (;;) {
  const batch = Array.from({ length: 1 + random.below(20) }, (_, index) => {
    made += 1;
    return entryOf('campaign/kill', seq + 1 + index, `${name}/${made}`, '字'.repeat(random.below(400)));
  });
  const { stored } = await store.append(batch);
  seq += stored;
  const answered = batch.slice(0, stored).map(({ cause }) => cause);
  // Synchronous on a pipe: what is printed is with the parent before anything else happens here.
  if (stored > 0) process.stdout.write(`${answered.join(' ')}\n`);
  if (stored < batch.length) seq = (await store.read('campaign/kill', seq, 10_000)).at(-1)?.seq ?? seq;
}
