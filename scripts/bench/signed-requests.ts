import { randomUUID } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';

export interface SignedRequestsOptions {
  readonly token: string;
  readonly encodingAESKey: string;
  readonly path: string;
  readonly count: number;
  /** Sender and words of the n-th message. */
  readonly message: (n: number) => { readonly from: string; readonly text: string };
}

/** Whole HTTP requests as the platform would send them, each with a msgid of its own, signed now. */
export function signRequests({ token, encodingAESKey, path, count, message }: SignedRequestsOptions): Buffer[] {
  const run = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: count }, (_none, n) => {
    const { from, text } = message(n);
    const plaintext = JSON.stringify({
      msgid: `${run}-${n}`,
      aibotid: 'aibBENCH',
      chattype: 'single',
      from: { userid: from },
      response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=BENCH',
      msgtype: 'text',
      text: { content: text },
    });
    const encrypted = encrypt(encodingAESKey, plaintext, '');
    const nonce = `n${n}`;
    const signature = getSignature(token, timestamp, nonce, encrypted);
    const body = JSON.stringify({ encrypt: encrypted });
    return Buffer.from(
      `POST ${path}?msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce} HTTP/1.1\r\n` +
        `Host: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  });
}
