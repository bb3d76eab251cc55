/**
 * The callback benchmark: signed WeCom messages through the whole program (verify, decrypt, understand, decide, durable append,
 * encrypt), against the floor. Both take turns in one run, because a machine's speed changes from minute to minute.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eventually } from './eventually.ts';
import { median } from './figures.ts';
import { type Load, runLoad } from './load.ts';
import { answers, credentials, freePort, project, startProgram } from './program.ts';
import { signRequests } from './signed-requests.ts';

export interface CallbackFigures {
  /** Requests per second of the program by those of the floor: the median of the rounds. */
  readonly ratio: number;
  /** CPU time of the floor by that of the program, each per message: what other work on the machine hardly touches. */
  readonly cpuRatio: number;
  readonly cpuUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
  readonly floor: {
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly requestsPerSecond: number;
    readonly cpuUs: number;
  };
  readonly connections: number;
  readonly messages: number;
}

interface Subject {
  readonly port: number;
  readonly pid: number;
  stop(): void;
}

const path = '/callbacks/wecom/aibot';
const connections = 50;
const messagesPerRound = 3000;
const rounds = 7;
/** Not counted: compilers and caches warm up, and a program of many small functions takes longer than one of a few. */
const warmUpRounds = 7;

/** Needs a build, and Linux for the CPU time. Takes about two minutes. */
export async function benchCallback(): Promise<CallbackFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  const subjects: Subject[] = [];
  try {
    const floor = await startFloor();
    subjects.push(floor);
    const program = await startSubject(folder);
    subjects.push(program);
    const people = reporters();
    const measure = (subject: Subject) => measureLoad(subject, signAll(people));
    for (let round = 0; round < warmUpRounds; round += 1) {
      await measure(floor);
      await measure(program);
    }
    const floorLoads: MeasuredLoad[] = [];
    const loads: MeasuredLoad[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floorLoads.push(await measure(floor));
      loads.push(await measure(program));
    }
    const floorOf = (round: number, figure: 'requestsPerSecond' | 'cpuUs') => floorLoads[round]?.[figure] ?? Number.NaN;
    return {
      ratio: median(loads.map((load, round) => load.requestsPerSecond / floorOf(round, 'requestsPerSecond'))),
      cpuRatio: median(loads.map((load, round) => floorOf(round, 'cpuUs') / load.cpuUs)),
      ...summary(loads),
      floor: summary(floorLoads),
      connections,
      messages: rounds * messagesPerRound,
    };
  } finally {
    for (const subject of subjects) subject.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startFloor(): Promise<Subject> {
  const port = await freePort();
  const child = fork(project('scripts/bench/callback-floor.ts'), [
    String(port),
    credentials.token,
    credentials.encodingAESKey,
  ]);
  await eventually(() => answers(port, '/'));
  return { port, pid: child.pid ?? 0, stop: () => child.kill() };
}

async function startSubject(folder: string): Promise<Subject> {
  const port = await freePort();
  const child = await startProgram({ folder, port, database: `file:${join(folder, 'bench.db')}` });
  return { port, pid: child.pid ?? 0, stop: () => child.kill('SIGKILL') };
}

/** Reporters of the units that owe the return, by their WeCom accounts. */
function reporters(): string[] {
  const directory = parse(readFileSync(project('config/directory.yaml'), 'utf8')) as {
    people: { roles?: string[]; accounts?: { wecom?: string } }[];
  };
  return directory.people.flatMap(({ roles, accounts }) =>
    roles?.join() === 'reporter' && accounts?.wecom ? [accounts.wecom] : [],
  );
}

/** What a campaign's people write, in turn: mostly one figure, now and then several, a correction, a question. */
const said: readonly ((n: number) => string)[] = [
  (n) => `公益广告${n % 97}条`,
  (n) => `抖音${n % 89}条`,
  (n) => `第5项改成${n % 83}`,
  (n) => `宣传资料${n % 79}份，咨询${n % 73}次，专题报道${n % 71}次`,
  () => '进度',
];

function signAll(people: readonly string[]): Buffer[] {
  return signRequests({
    ...credentials,
    path,
    count: messagesPerRound,
    message: (n) => ({ from: people[n % people.length] ?? '', text: said[n % said.length]?.(n) ?? '' }),
  });
}

interface MeasuredLoad extends Load {
  /** CPU time of the server's process, all its threads, per message. */
  readonly cpuUs: number;
}

async function measureLoad({ port, pid }: Subject, requests: readonly Buffer[]): Promise<MeasuredLoad> {
  const before = cpuMsOf(pid);
  const load = await runLoad({ port, connections, requests });
  return { ...load, cpuUs: ((cpuMsOf(pid) - before) * 1000) / requests.length };
}

/** User and system time of a process so far. Linux tells it in ticks of 10 ms. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function summary(loads: readonly MeasuredLoad[]): Pick<MeasuredLoad, SummaryFigure> {
  const of = (figure: SummaryFigure) => median(loads.map((load) => load[figure]));
  return {
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    requestsPerSecond: of('requestsPerSecond'),
    cpuUs: of('cpuUs'),
  };
}

type SummaryFigure = 'p50Ms' | 'p99Ms' | 'requestsPerSecond' | 'cpuUs';
