/** Tells a monitor elsewhere (Uptime Kuma, healthchecks.io …) that all is well, as long as it is: silence is its alarm. */
import type { Log } from '../ports.ts';
import type { Secret } from '../secret.ts';

export interface MonitorOptions {
  /** Whoever knows it can call the alarm off: it is in no line of the log. */
  readonly url: Secret;
  readonly everyMs: number;
  /** Why this process is not well, for the log; null where it is. */
  readonly unwell: () => Promise<string | null>;
  readonly log: Log;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

export interface Monitor {
  /** Calls no more. Idempotent. */
  stop(): void;
}

const TIMEOUT_MS = 10_000;

/** Calls at once and then every so often; what goes wrong is logged when it begins and when it is over, and holds up nothing. */
export function startMonitor(options: MonitorOptions): Monitor {
  const { url, everyMs, unwell, log, timeoutMs = TIMEOUT_MS, fetch: get = fetch } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let trouble: string | null = null;

  async function tell(): Promise<void> {
    const unwellness = await unwell().catch(() => 'not ready');
    note(unwellness === null ? await call(url.reveal(), timeoutMs, get) : `not well: ${unwellness}`);
    if (!stopped) timer = setTimeout(() => void tell(), everyMs).unref();
  }

  /** Once per streak, whatever its reasons. */
  function note(now: string | null): void {
    if (now !== null && trouble === null) log.warn({ reason: now }, 'monitor not called');
    if (now === null && trouble !== null) log.info({}, 'monitor called again');
    trouble = now;
  }

  void tell();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Why it was not taken, without the address; null if it was. */
async function call(url: string, timeoutMs: number, get: typeof fetch): Promise<string | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await get(url, { signal: abort.signal });
    await response.body?.cancel();
    return response.ok ? null : `status ${response.status}`;
  } catch (error) {
    return abort.signal.aborted ? `no answer within ${timeoutMs} ms` : codeOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/** The system's code only: messages may hold the address. */
function codeOf(error: unknown): string {
  const { cause } = error as Error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'network error';
}

/** Why it cannot be called; null if it can. Never repeats it. */
export function faultOfMonitorUrl(url: string): string | null {
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return isUrl ? null : '监控地址要以 http:// 或 https:// 开头，照监控软件给的整个抄下来';
}
