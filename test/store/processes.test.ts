import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { readAll } from './fixtures.ts';
import { createRandom } from './random.ts';

const WRITER = new URL('writer.ts', import.meta.url).pathname;
const STREAM = 'campaign/kill';

/** Starts a writer (with at most `fileKb` KB a file), and kills it once it has printed `batches` batches. */
async function runWriter(url: string, name: string, seed: number, batches: number, fileKb = 'unlimited') {
  const limited = `ulimit -f ${fileKb}; exec "$0" --import tsx "$@"`;
  const child = spawn('bash', ['-c', limited, process.execPath, WRITER, url, name, String(seed)]);
  const ended = once(child, 'close');
  const answered: string[] = [];
  let [seen, errors] = [0, ''];
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  for await (const line of createInterface({ input: child.stdout })) {
    answered.push(...line.split(' '));
    seen += 1;
    if (seen === batches) child.kill('SIGKILL');
  }
  const [, signal] = (await ended) as [number | null, string | null];
  return { answered, errors, signal };
}

describe('two processes and one SQLite file', () => {
  let directory: string;
  let url: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'duban-processes-'));
    url = `file:${directory}/duban.db`;
  });
  afterEach(() => rm(directory, { recursive: true }));

  const ledger = async () => {
    const store = await openStore(url);
    const all = await readAll(store, STREAM);
    await store.close();
    return all;
  };

  it('keep every answered entry once while both write and are killed again and again', {
    timeout: 120_000,
  }, async () => {
    const random = createRandom(20_230_322);
    const answered: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const runs = ['a', 'b'].map((half) => runWriter(url, `${round}${half}`, random.below(1e9), 1 + random.below(60)));
      for (const run of await Promise.all(runs)) {
        expect(run).toMatchObject({ signal: 'SIGKILL', errors: '' });
        answered.push(...run.answered);
      }
    }
    const all = await ledger();
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: all.length }, (_, index) => index + 1));
    const stored = all.map(({ cause }) => cause);
    expect(new Set(stored).size).toBe(stored.length);
    expect(new Set(answered).size).toBe(answered.length);
    expect(new Set(stored)).toEqual(new Set([...stored, ...answered]));
    expect(answered.length).toBeGreaterThan(100);
  });

  it('loses nothing of what was answered when the disk is full, and says why it stopped', {
    timeout: 60_000,
  }, async () => {
    const full = await runWriter(url, 'full', 1, Number.POSITIVE_INFINITY, '600');
    expect(full.signal).toBeNull();
    expect(full.errors).toMatch(/SQLITE_(FULL|IOERR)|disk/);
    expect(full.answered.length).toBeGreaterThan(20);
    const stored = (await ledger()).map(({ cause }) => cause);
    expect(stored.slice(0, full.answered.length)).toEqual(full.answered);
    const more = await runWriter(url, 'more', 2, 3);
    expect((await ledger()).map(({ cause }) => cause)).toEqual(
      expect.arrayContaining([...full.answered, ...more.answered]),
    );
  });
});
