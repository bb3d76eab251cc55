/** A process that has a ledger and appends to it for ever, whatever fails: `filler.ts PATH PAUSE`. */
import { setTimeout as pause } from 'node:timers/promises';
import { openSqlite } from '../../src/store/sqlite.ts';
import { entryOf } from './fixtures.ts';

const [path = '', pauseMs = '0'] = process.argv.slice(2);
const store = openSqlite(path, { sole: true });
let [seq, failures] = [0, 0];
const say = (line: string) => process.stdout.write(`${line}\n`);

for (;;) {
  try {
    await store.append([entryOf('campaign/full', seq + 1, `message/${seq + 1}`, '字'.repeat(3_000))]);
    seq += 1;
    say(failures > 0 ? `stored again ${seq}` : `stored ${seq}`);
  } catch (error) {
    failures += 1;
    say(`failed ${(error as Error).message}`);
    await store.ping().catch((reason: Error) => say(`ping failed ${reason.message}`));
  }
  await pause(Number(pauseMs));
}
