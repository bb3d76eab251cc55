/** Flips bits of a database, one at a time, and uses each file as the program does: `reader.ts PATH [[byte, bit] …]`. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openSqlite } from '../../src/store/sqlite.ts';
import { entryOf, readAll, snapshotIn } from './fixtures.ts';

const [path = '', flips = '[]'] = process.argv.slice(2);
const bytes = readFileSync(path);
const outcomes: string[] = [];

for (const [index, [byte, bit]] of (JSON.parse(flips) as [number, number][]).entries()) {
  const copy = Buffer.from(bytes);
  copy[byte] = (copy[byte] as number) ^ (1 << bit);
  const file = `${path}.${index}`;
  writeFileSync(file, copy);
  outcomes.push(await use(file));
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}
process.stdout.write(JSON.stringify(outcomes));

async function use(file: string): Promise<string> {
  try {
    const store = openSqlite(file);
    await store.streams();
    const all = await readAll(store, 'campaign/a');
    await store.findCauses('campaign/a', ['message/7', 'message/399']);
    await snapshotIn(store, 'campaign/a');
    await store.tries();
    await store.append([entryOf('campaign/a', all.length + 1, 'new')]);
    await store.close();
    return 'fine';
  } catch (error) {
    return `refused ${(error as Error).message}`;
  }
}
