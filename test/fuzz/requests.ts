/** A plaintext as a signed request, and the same with something wrong around the envelope. */

import { signedCallback, testCredentials } from '../support/wecom-wire.ts';
import type { Dice } from './dice.ts';

export interface Shot {
  readonly method: string;
  readonly query: string;
  readonly body: string | Buffer;
  readonly nonce: string;
}

export function sign(plaintext: string, nonce: string, atMs: number): Shot {
  const { query, body } = signedCallback(testCredentials, plaintext, atMs, nonce);
  return { method: 'POST', query: query.toString(), body, nonce };
}

/** Something about the request that the platform would not do. */
export function damage(dice: Dice, shot: Shot): Shot {
  const body = Buffer.from(shot.body);
  const at = dice.below(body.length);
  return dice.weighted<Shot>([
    [3, () => ({ ...shot, body: flipped(dice, body) })],
    [
      2,
      () => ({
        ...shot,
        query: flipped(dice, Buffer.from(shot.query))
          .toString('latin1')
          .replace(/[^!-~]|#/g, '~'),
      }),
    ],
    [3, () => ({ ...shot, query: oddQuery(dice, shot.query) })],
    [1, () => ({ ...shot, body: body.subarray(0, at) })],
    [1, () => ({ ...shot, body: Buffer.concat([body, body]) })],
    [1, () => ({ ...shot, body: oddBody(dice, shot.body.toString()) })],
    [1, () => ({ ...shot, method: dice.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'HEAD']) })],
    [1, () => asVerification(dice, shot)],
  ]);
}

function flipped(dice: Dice, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8));
  return copy;
}

function oddQuery(dice: Dice, query: string): string {
  const parts = query.split('&');
  const part = dice.pick(parts);
  const [name = ''] = part.split('=');
  return dice.weighted<string>([
    [2, () => parts.filter((one) => one !== part).join('&')],
    [1, () => `${query}&${part}`],
    [1, () => `${name}=&${query}`],
    [1, () => `${query}&${name}=other`],
    [1, () => `&&=&=x&${query}&`],
    [1, () => query.replace(part, `${name}=%zz%`)],
    [1, () => query.replace(part, `${name}[]=1`)],
    [1, () => query.replace(part, `${part}%00`)],
    [1, () => `${query}&${'x'.repeat(8_000)}`],
    [1, () => `__proto__=1&constructor=2&${query}`],
    [1, () => ''],
  ]);
}

function oddBody(dice: Dice, body: string): string {
  const text = (JSON.parse(body) as { encrypt: string }).encrypt;
  return dice.pick([
    '',
    'null',
    '[]',
    '{}',
    '5',
    '"x"',
    '<xml><Encrypt>x</Encrypt></xml>',
    `{"encrypt":null,"Encrypt":"${text}"}`,
    `{"encrypt":["${text}"]}`,
    `{"encrypt":"x","encrypt":"${text}"}`,
    `{"__proto__":{"encrypt":"${text}"}}`,
    `\ufeff\n ${body}`,
    `{"encrypt":"${text} "}`,
    `{"encrypt":"${text.replaceAll('=', '')}"}`,
    '{"encrypt":'.repeat(20_000),
    body + ' '.repeat(1024 * 1024),
  ]);
}

/** Its ciphertext as an echostr: what is signed is taken, and nothing is done. */
function asVerification(dice: Dice, { query, body, nonce }: Shot): Shot {
  const { encrypt } = JSON.parse(body.toString()) as { encrypt: string };
  const echostr = dice.one(3) ? encrypt.slice(1) : encodeURIComponent(encrypt);
  return { method: 'GET', query: `${query}&echostr=${echostr}`, body: '', nonce };
}
