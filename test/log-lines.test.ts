/** Every line that an office's program prints is one JSON object, whoever in it prints. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from './kill/app-process.ts';
import { testCredentials } from './support/fake-wecom.ts';

/** Stands for libraries: prints in every way, and breaks, when it is told to. */
const NOISE = `
process.on('SIGUSR2', () => {
  console.log('printed by log');
  console.error('printed\\nin two lines');
  process.stderr.write('without an end');
  process.emitWarning('old ways', 'DeprecationWarning');
});
process.on('SIGHUP', () => { throw new Error('broken beyond repair //user:pa55@host'); });
`;

const config = (name: string) => new URL(`../config/${name}`, import.meta.url).pathname;

let app: BuiltApp;
let folder: string;
beforeAll(async () => {
  app = await buildApp();
  folder = await mkdtemp(join(tmpdir(), 'duban-lines-'));
  await writeFile(join(folder, 'noise.mjs'), NOISE);
}, 60_000);
afterAll(async () => {
  await app.remove();
  await rm(folder, { recursive: true });
});

async function office(monitorUrl: string, campaign = 'shanghai-2023'): Promise<Record<string, string>> {
  const path = join(folder, 'production.yaml');
  await writeFile(
    path,
    `
server: {host: 127.0.0.1}
database: file:./office.db
campaigns: ["${config(`campaigns/${campaign}.yaml`)}"]
directory: ${config('directory.yaml')}
monitor: {url: "\${MONITOR}", every: 10}
wecom:
  aibot: {token: "\${TOKEN}", encodingAESKey: "\${AES_KEY}"}
`,
  );
  return {
    DUBAN_CONFIG: path,
    MONITOR: monitorUrl,
    TOKEN: testCredentials.token,
    AES_KEY: testCredentials.encodingAESKey,
    NODE_OPTIONS: `--import=${join(folder, 'noise.mjs')}`,
  };
}

type Line = Record<string, unknown>;

function lines(output: string): Line[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

it('so do libraries, warnings and the last words of a crash; and a monitor is told that all is well', {
  timeout: 60_000,
}, async () => {
  const calls: string[] = [];
  const monitor = createServer((request, response) => {
    calls.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  const { port } = monitor.address() as AddressInfo;
  const running = await app.start(await office(`http://127.0.0.1:${port}/push/s3cret`));
  await expect.poll(() => calls, { timeout: 5_000 }).toEqual(['/push/s3cret']);
  running.signal('SIGUSR2');
  await expect.poll(() => running.output(), { timeout: 10_000 }).toContain('old ways');
  expect(await running.endOf('SIGHUP')).toBe(1);
  monitor.close();
  monitor.closeAllConnections();
  const said = lines(running.output());
  expect(said.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['opened', 'listening']));
  expect(said).toContainEqual(
    expect.objectContaining({ msg: 'to be seen to', gap: expect.stringContaining('工作群') }),
  );
  for (const one of ['printed by log', 'printed', 'in two lines'])
    expect(said).toContainEqual(expect.objectContaining({ level: 'warn', said: one, msg: 'printed' }));
  expect(said).toContainEqual(
    expect.objectContaining({ msg: 'node warning', err: expect.objectContaining({ message: 'old ways' }) }),
  );
  expect(said.at(-1)).toMatchObject({
    level: 'error',
    msg: 'uncaught error',
    err: { message: 'broken beyond repair //***@host' },
  });
  expect(running.output()).not.toContain('s3cret');
});

it('so is why a start failed, with the exit code of every command that cannot do its work', {
  timeout: 60_000,
}, async () => {
  const start = app.start(await office('http://127.0.0.1:9/', 'not-there'));
  const failed = await start.then(
    () => '',
    ({ message }: Error) => message,
  );
  const [first = '', ...printed] = failed.split('\n');
  expect(first).toContain('ended with 2');
  expect(lines(printed.join('\n'))).toEqual([
    {
      level: 'error',
      time: expect.any(String),
      reason: expect.stringContaining('not-there.yaml'),
      msg: 'start failed',
    },
  ]);
});
