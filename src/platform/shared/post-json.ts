/** What came back from a vendor's HTTP API. Neither kind ever names the URL: it carries the key. */
export type PostResult =
  | {
      readonly kind: 'answer';
      readonly status: number /** Parsed JSON; undefined if it was none. */;
      readonly json: unknown;
    }
  /** `unsure`: the request may have been taken all the same. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly unsure: boolean };

export interface PostOptions {
  readonly url: string;
  readonly body: unknown;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** A vendor answers in a few hundred bytes; whatever is longer is not the vendor. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Posts JSON and reads the JSON answer within `timeoutMs`, body included. Never throws; redirects are not followed. */
export async function postJson({ url, body, timeoutMs, fetch }: PostOptions): Promise<PostResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: abort.signal,
    });
    return { kind: 'answer', status: response.status, json: parseJson(await readSome(response)) };
  } catch (error) {
    if (abort.signal.aborted) return { kind: 'unreachable', reason: `no answer within ${timeoutMs} ms`, unsure: true };
    const reason = networkReason(error);
    return { kind: 'unreachable', reason, unsure: !neverConnected.test(reason) };
  } finally {
    clearTimeout(timer);
  }
}

/** The connection did not come about, so nothing was sent over it. */
const neverConnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/;

async function readSome(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's code (ECONNREFUSED, ENOTFOUND …) only: messages may hold the address. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : 'network error';
}
