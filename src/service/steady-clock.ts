/** The machine's clock, not believed at once when it jumps: an hour wrong would close returns and name people late. */
import { formatIso, HOUR_MS, MINUTE_MS } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Clock, LedgerStore, Log } from '../ports.ts';
import type { Office } from './office.ts';

export interface TimeSources {
  /** What the machine says it is. */
  wallMs(): EpochMs;
  /** Since the machine was started, its sleep included; nobody sets it. */
  uptimeMs(): number;
}

/** Clocks are set right by less than that all the time. */
const toleranceMs = 2 * MINUTE_MS;
/** A jump that lasts so long was meant. */
const settlesAfterMs = 10 * MINUTE_MS;
/** Nobody sets a clock right by more than that: it is believed after a restart only. */
const believableMs = 72 * HOUR_MS;
const lookedAtEveryMs = 1_000;
const remindedEveryMs = 10 * MINUTE_MS;

interface Doubt {
  readonly jumpMs: number;
  readonly sinceMs: number;
  toldMs: number;
}

/**
 * Goes on by the machine's uptime where the wall clock jumps, until that has come back, or has stood by a jump of up to three
 * days for ten minutes.
 */
export function createSteadyClock({ wallMs, uptimeMs }: TimeSources, log: Log): Clock {
  let trusted = { wallMs: wallMs(), uptimeMs: uptimeMs() };
  let seenMs = trusted.wallMs;
  /** What is added to the wall clock while it is not believed. */
  let correctionMs = 0;
  let doubt: Doubt | null = null;

  function look(nowMs: EpochMs): void {
    seenMs = nowMs;
    const upMs = uptimeMs();
    const jumpMs = nowMs - (trusted.wallMs + (upMs - trusted.uptimeMs));
    if (Math.abs(jumpMs) <= toleranceMs) believe(nowMs, upMs);
    else if (hasSettled(jumpMs, upMs)) {
      log.warn({ jumpMs, now: inFull(nowMs) }, 'clock changed');
      believe(nowMs, upMs);
    } else correctionMs = -jumpMs;
  }

  function believe(nowMs: EpochMs, upMs: number): void {
    if (doubt && correctionMs !== 0) log.info({ now: inFull(nowMs) }, 'clock believed again');
    trusted = { wallMs: nowMs, uptimeMs: upMs };
    correctionMs = 0;
    doubt = null;
  }

  function hasSettled(jumpMs: number, upMs: number): boolean {
    if (!doubt || Math.abs(jumpMs - doubt.jumpMs) > toleranceMs)
      doubt = { jumpMs, sinceMs: upMs, toldMs: Number.NEGATIVE_INFINITY };
    if (upMs - doubt.toldMs >= remindedEveryMs) {
      doubt.toldMs = upMs;
      log.error(
        { jumpMs, wall: inFull(seenMs), goesOnFrom: inFull(seenMs - jumpMs) },
        'clock jumped and is not believed; set it right, or restart to go by it',
      );
    }
    return Math.abs(jumpMs) <= believableMs && upMs - doubt.sinceMs >= settlesAfterMs;
  }

  return {
    nowMs() {
      const nowMs = wallMs();
      if (Math.abs(nowMs - seenMs) >= lookedAtEveryMs) look(nowMs);
      return nowMs + correctionMs;
    },
  };
}

/** `2000-01-01 08:00`: here it is the year that may be wrong. */
function inFull(atMs: EpochMs): string {
  return formatIso(atMs).slice(0, 16).replace('T', ' ');
}

/** So many of the newest entries are looked at: one of them may have been written by this very clock. */
const newestEntries = 100;
const behindMs = HOUR_MS;

/**
 * A clock that is behind what it has written itself (an empty battery says 2000) must not decide who is late. Throws with what
 * the operator can do.
 */
export async function refuseClockBehind(office: Office, store: LedgerStore, nowMs: EpochMs): Promise<void> {
  for (const { stream, durableSeq } of [office.directory, ...office.campaigns.map(({ host }) => host)]) {
    const entries = await store.read(stream, Math.max(0, durableSeq() - newestEntries), newestEntries);
    const newestMs = Math.max(0, ...entries.map(({ atMs }) => atMs));
    if (newestMs <= nowMs + behindMs) continue;
    throw new Error(
      `本机时间是 ${inFull(nowMs)}，台账里已有 ${inFull(newestMs)} 的记录。请先把本机时间校准再启动；如果本机时间无误（那些记录是时钟走快时写的），请设环境变量 DUBAN_CLOCK=trust 再启动一次。`,
    );
  }
}
