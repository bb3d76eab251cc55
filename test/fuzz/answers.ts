/** An answer as the platform and an operator have to be able to read it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';
import { readPassiveReply, testCredentials } from '../support/wecom-wire.ts';
import type { Answer } from './program.ts';
import type { Shot } from './requests.ts';

const documentation = readFileSync(new URL('../../docs/wecom.md', import.meta.url), 'utf8');
/** `401 bad_signature`, as the table of refusals writes them. */
const documented = [...documentation.matchAll(/(4\d\d) `(\w+)`/g)].map(([, status, code]) => `${status} ${code}`);

const refusal = z.object({ error: z.object({ code: z.string(), message: z.string().min(1) }).strict() }).strict();
const stream = z.object({ id: z.string().min(1), finish: z.literal(true), content: z.string() }).strict();
const shown = z.union([
  z.object({ msgtype: z.literal('stream'), stream }).strict(),
  z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string().min(1) }).strict() }).strict(),
]);

/** What is said to the sender; empty for silence and for a refusal. */
export function readAnswer({ method, nonce }: Shot, { status, body }: Answer): string {
  if (status !== 200) {
    // Node's own refusal of a long address, before anybody hears of it.
    const bare = method === 'HEAD' || (status === 431 && body === '');
    if (!bare) expect(documented).toContain(`${status} ${refusal.parse(JSON.parse(body)).error.code}`);
    return '';
  }
  if (method === 'GET' || body === '') return '';
  const text = readPassiveReply(testCredentials, body, nonce);
  const answer = shown.parse(JSON.parse(text));
  const content = answer.msgtype === 'text' ? answer.text.content : answer.stream.content;
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(20480);
  return text;
}
