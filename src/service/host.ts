/** Holds one stream in memory and is the only way to add to it: decide, append, evolve, with group commit. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Decision, Entry, StreamId } from '../domain/ledger.ts';
import type { Clock, Journal, LedgerStore, Log } from '../ports.ts';
import { answeringWithin } from './in-time.ts';
import { genesisHash, seal, verifyChain } from './seal.ts';
import { createSnapshotter, type Fold } from './snapshotter.ts';

/** What was asked for may not be in the ledger: the store went on failing. Asking again is safe. */
export class NotRecorded extends Error {
  constructor(stream: StreamId, cause: unknown) {
    super(`台账 ${stream} 写不进去（${cause instanceof Error ? cause.message : String(cause)}）`, { cause });
    this.name = 'NotRecorded';
  }
}

export interface HostOptions<S, E> {
  readonly stream: StreamId;
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly initial: () => S;
  /** Folds an entry into the state, in place. Must not fail on any entry it once decided. */
  readonly evolve: (state: S, entry: Entry<E>) => void;
  /** The state as an entry will leave it, where that can be had without touching the one given. */
  readonly lend?: (state: S, entry: Entry<E>) => S;
  /** Version of the fold; a snapshot of another version is not used. */
  readonly version: string;
  /** Entries after which a snapshot is taken, in the next quiet moment; more where the state is large. */
  readonly snapshotEvery?: number;
}

export interface Host<S, E> extends Journal<S, E> {
  readonly stream: StreamId;
  /** Entries up to this number are on disk; later ones in `state()` may still be refused. */
  durableSeq(): number;
  /** Reads what other processes appended. */
  sync(): Promise<void>;
  /** Waits for what is under way and saves a snapshot. Idempotent. */
  stop(): Promise<void>;
}

interface Job<S, E> {
  readonly cause: string;
  readonly decide: (state: S, nowMs: number) => Decision<E> | null;
  readonly resolve: (entry: Entry<E> | null) => void;
  readonly reject: (error: unknown) => void;
}

/** What a job is told that adds nothing to the ledger. */
interface Answer {
  tell(): void;
}

interface Decided<S, E> {
  readonly job: Job<S, E>;
  readonly entry: Entry<E>;
}

const pageSize = 2000;
/** More than this many waiting messages are decided in several writes, so that the first are not kept waiting. */
const batchLimit = 256;
/** For so many writes after another process came first, what it appended is read before anything is decided. */
const contestedFor = 64;
/** So long a store that fails is tried again: the platforms wait for an answer for five seconds, and so does whoever wrote. */
export const patienceMs = 3000;
const pauseMs = 250;
/** So long one answer of a store elsewhere is waited for: two tries have to fit into the patience. */
const answerMs = 1500;
/** A start that reads more than this says from time to time how far it is. */
const longRead = 50_000;

/** Opens a stream: newest usable snapshot, then the tail. Rejects if the chain of hashes does not hold. */
export async function openHost<S, E>(options: HostOptions<S, E>): Promise<Host<S, E>> {
  const { stream, clock, log, initial, evolve, lend, version, snapshotEvery = 5000 } = options;
  /** At the start as patient as it takes; nobody waits for an answer yet. */
  let { store } = options;

  let held: Fold<S> = { state: initial(), seq: 0, hash: genesisHash };
  /** False after a failure that may have left undecided effects in `held`: it is read anew before the next use. */
  let trusted = false;
  let stopping = false;
  /** Writes to come before which other processes' entries are read. */
  let contested = 0;
  let queue: Job<S, E>[] = [];
  let running: Promise<void> | null = null;
  /** Commits and reads of the tail take turns: both fold entries into the state. */
  let turn: Promise<unknown> = Promise.resolve();
  let awaitedSync: Promise<void> | null = null;
  const snapshots = createSnapshotter<S>({
    stream,
    store: () => store,
    log,
    version,
    every: snapshotEvery,
    quiet: () => (trusted && running === null ? held : null),
  });

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** What fails for a moment is only late: nobody repeats a round, or what the platform said of a message. */
  async function patiently<T>(untilMs: number, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (stopping || performance.now() >= untilMs) throw error;
        log.debug({ stream, err: error }, 'store failed, trying again');
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  /** Readers see the old state until the new one is whole. */
  async function load(): Promise<void> {
    const fresh = (await snapshots.load()) ?? { state: initial(), seq: 0, hash: genesisHash };
    const from = fresh.seq;
    const last = await store.lastSeq(stream);
    if (last - from > longRead) log.warn({ stream, from, last }, 'no recent snapshot, reading the ledger');
    await readTail(fresh, last);
    held = fresh;
    trusted = true;
  }

  /** `last` is what is known to be there; progress is told against it. */
  async function readTail(fold: Fold<S>, last = 0): Promise<void> {
    for (;;) {
      const page = (await store.read(stream, fold.seq, pageSize)) as Entry<E>[];
      const fault = verifyChain(page, fold.hash, fold.seq);
      if (fault)
        throw new Error(
          `台账 ${stream} 第 ${fault.seq} 条${fault.fault === 'gap' ? '缺失' : '与其校验值不符'}，请从备份恢复后再启动`,
        );
      const from = fold.seq;
      for (const entry of page) {
        evolve(fold.state, entry);
        advance(fold, entry);
      }
      tellProgress(from, fold.seq, last);
      if (page.length < pageSize) return;
    }
  }

  function tellProgress(from: number, to: number, last: number): void {
    if (last < longRead || Math.floor(from / longRead) === Math.floor(to / longRead)) return;
    log.info({ stream, read: to, of: last, percent: Math.floor((100 * to) / last) }, 'reading the ledger');
  }

  function advance(fold: Fold<S>, entry: Entry<E>): void {
    fold.seq = entry.seq;
    fold.hash = entry.hash;
  }

  async function commit(jobs: readonly Job<S, E>[]): Promise<void> {
    const untilMs = performance.now() + patienceMs;
    if (!trusted) await patiently(untilMs, load);
    else if (contested > 0) await patiently(untilMs, () => readTail(held));
    const settled: (() => void)[] = [];
    const fresh = await patiently(untilMs, () => unseen(jobs, settled));
    const { decided, answers, evolved } = decideAll(fresh);
    const stored = await write(decided, evolved, untilMs);
    const overtaken = decided.length === 0 && answers.length > 0 && (await hasMoved(untilMs));
    for (const answer of settled) answer();
    if (stored === decided.length && !overtaken) for (const answer of answers) answer.tell();
    // What was decided without an entry was decided on a state that did not come to be.
    else queue = [...without(fresh, decided.slice(0, stored)), ...queue];
  }

  /** What is only answered meets no refusal that would show an old state: whether another process has appended meanwhile. */
  async function hasMoved(untilMs: number): Promise<boolean> {
    if (!store.shared) return false;
    const { seq } = held;
    await patiently(untilMs, () => readTail(held));
    return held.seq !== seq;
  }

  /**
   * Decides jobs one after another on the state as it will be; all their entries are written at once. Where another process may
   * come first, that state is lent, if it can be: then what is refused has changed nothing.
   */
  function decideAll(jobs: readonly Job<S, E>[]) {
    const decided: Decided<S, E>[] = [];
    const answers: Answer[] = [];
    let { state } = held;
    let [seen, evolved] = [0, 0];
    for (const job of jobs) {
      for (const { entry } of decided.slice(seen)) {
        if (store.shared && lend) state = lend(state, entry);
        else {
          evolve(state, entry);
          evolved += 1;
        }
      }
      seen = decided.length;
      const outcome = decideJob(job, state, decided.at(-1)?.entry ?? held);
      if ('tell' in outcome) answers.push(outcome);
      else decided.push(outcome);
    }
    return { decided, answers, evolved };
  }

  function without(jobs: readonly Job<S, E>[], kept: readonly Decided<S, E>[]): Job<S, E>[] {
    const done = new Set(kept.map(({ job }) => job));
    return jobs.filter((job) => !done.has(job));
  }

  /** The jobs whose cause is not in the ledger yet; the others are to get the entry that is. */
  async function unseen(jobs: readonly Job<S, E>[], settled: (() => void)[]): Promise<Job<S, E>[]> {
    const fresh = new Map<string, Job<S, E>>();
    const asked = jobs.map(({ cause }) => cause);
    const found = (await store.findCauses(stream, asked)) as Entry<E>[];
    const stored = new Map(found.map((entry) => [entry.cause, entry]));
    for (const job of jobs) {
      const known = stored.get(job.cause);
      if (known) settled.push(() => job.resolve(known));
      // The same message twice in one batch: the second gets its answer when the first is stored.
      else if (fresh.has(job.cause)) queue.push(job);
      else fresh.set(job.cause, job);
    }
    return [...fresh.values()];
  }

  /** The job's entry, following the one before it, or what to tell the job once the batch is written. */
  function decideJob(
    job: Job<S, E>,
    state: S,
    previous: { readonly seq: number; readonly hash: string },
  ): Decided<S, E> | Answer {
    try {
      const atMs = clock.nowMs();
      const decision = job.decide(state, atMs);
      if (decision === null) return { tell: () => job.resolve(null) };
      const { events, replies, sends } = decision;
      const entry = { stream, seq: previous.seq + 1, atMs, cause: job.cause, events, replies, sends };
      return { job, entry: seal(previous.hash, entry) };
    } catch (error) {
      return { tell: () => job.reject(error) };
    }
  }

  /** Appends what was decided and tells how much was stored; `evolved` of the entries are in the state already. */
  async function write(decided: readonly Decided<S, E>[], evolved: number, untilMs: number): Promise<number> {
    if (decided.length === 0) return 0;
    const entries = decided.map(({ entry }) => entry);
    // Where a write that failed had been stored, the next is refused, and whose cause is there gets the entry that is.
    const { stored, refused } = await patiently(untilMs, () => store.append(entries));
    const kept = decided.slice(0, stored);
    for (const [index, { entry }] of kept.entries()) {
      if (index >= evolved) evolve(held.state, entry);
      advance(held, entry);
    }
    for (const { job, entry } of kept) job.resolve(entry);
    if (refused === null) {
      contested = Math.max(0, contested - 1);
      return stored;
    }
    contested = contestedFor;
    log.info({ stream, refused, stored }, 'another process appended first, deciding again');
    if (stored >= evolved) await readTail(held);
    else trusted = false;
    return stored;
  }

  async function drain(): Promise<void> {
    // One turn of the event loop: whatever arrives in it is written together.
    await nextTurn();
    while (queue.length > 0) {
      const jobs = queue.slice(0, batchLimit);
      queue = queue.slice(batchLimit);
      try {
        await inTurn(() => commit(jobs));
      } catch (error) {
        trusted = false;
        log.error({ stream, err: error }, 'append failed');
        // Who came meanwhile has waited too: what is asked next begins anew.
        for (const job of [...jobs, ...queue.splice(0)]) job.reject(new NotRecorded(stream, error));
      }
    }
    running = null;
    snapshots.idle();
  }

  /** Whoever asks before it has begun shares it: what was stored before any of them asked is read. */
  function sync(): Promise<void> {
    awaitedSync ??= inTurn(async () => {
      awaitedSync = null;
      await (trusted ? readTail(held) : load());
    });
    return awaitedSync;
  }

  await load();
  if (store.shared) store = answeringWithin(answerMs, store);

  return {
    stream,
    state: () => held.state,
    durableSeq: () => held.seq,
    record(cause, decide) {
      if (stopping) return Promise.reject(new Error(`journal ${stream} is stopping`));
      return new Promise((resolve, reject) => {
        queue.push({ cause, decide, resolve, reject });
        running ??= drain();
      });
    },
    sync,
    async stop() {
      stopping = true;
      await running;
      await inTurn(() => snapshots.stop());
    },
  };
}
