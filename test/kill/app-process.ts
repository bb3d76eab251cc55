import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto } from '../../scripts/build.ts';

const root = new URL('../..', import.meta.url).pathname;

/** The program as it is installed, built into a directory of its own so that no other run's build is disturbed. */
export interface BuiltApp {
  readonly databaseUrl: string;
  /** Starts the rehearsal on a free port, or what `env` says instead; resolves when it has printed its address. */
  start(env?: Readonly<Record<string, string>>): Promise<RunningApp>;
  /** Starts and kills it at its first words, while it still opens its ledger. */
  startAndKill(): Promise<void>;
  remove(): Promise<void>;
}

export interface RunningApp {
  readonly address: string;
  /** SIGKILL, at once; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** From now on nobody reads what it writes. */
  stopReading(): void;
  /** All that it has printed so far, on either stream. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Sends a signal; resolves with the exit code when the program has ended of it. */
  endOf(signal: NodeJS.Signals): Promise<number | null>;
}

/** The only line in which the rehearsal gives its address; in production it stands in the log alone. */
const ADDRESS = /http:\/\/[\w.[\]:]+:\d+/;
const LISTENING = /"host":"([\w.]+)","port":(\d+),"msg":"listening"/;

export async function buildApp(): Promise<BuiltApp> {
  const home = await mkdtemp(join(tmpdir(), 'duban-app-'));
  const databaseUrl = `file:${join(home, 'data/duban.db')}`;
  await buildInto(join(home, 'dist'));
  for (const shared of ['node_modules', 'config', 'package.json'])
    await symlink(join(root, shared), join(home, shared));

  return {
    databaseUrl,
    start: (env = { DATABASE_URL: databaseUrl }) => startApp(spawnApp(home, env)),
    async startAndKill() {
      const child = spawnApp(home, { DATABASE_URL: databaseUrl });
      child.stdout?.once('data', () => child.kill('SIGKILL'));
      await once(child, 'close');
    },
    remove: () => rm(home, { recursive: true }),
  };
}

function spawnApp(home: string, more: Readonly<Record<string, string>>): ChildProcess {
  const env = { PATH: process.env['PATH'], TZ: process.env['TZ'], PORT: '0', ...more };
  return spawn(process.execPath, ['dist/main.js'], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function startApp(child: ChildProcess): Promise<RunningApp> {
  const ended = once(child, 'close') as Promise<[number | null]>;
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const address = await printedAddress(child, ended);
  return {
    address,
    output: () => output,
    signal: (name) => void child.kill(name),
    async endOf(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
    stopReading() {
      for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data').pause();
    },
  };
}

function printedAddress(child: ChildProcess, ended: Promise<[number | null]>): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [address] = ADDRESS.exec(output) ?? [];
      const [, host, port] = LISTENING.exec(output) ?? [];
      if (address) resolve(address);
      else if (port && !output.includes('"profile":"rehearsal"')) resolve(`http://${host}:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then(([code]) => reject(new Error(`the program ended with ${code} before it listened:\n${output}`)), reject);
  });
}
