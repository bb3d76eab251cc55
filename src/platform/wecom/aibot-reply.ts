import { createHash } from 'node:crypto';
import type { Reply } from '../../domain/ledger.ts';
import { cutText } from '../shared/cut-text.ts';
import { harmless } from '../shared/harmless.ts';

/** UTF-8 bytes of a passive reply (documentation 101031). */
export const REPLY_BYTES = 20480;

const CUT_HINT = '\n……内容较长，后面的没有显示，请缩小范围再问。';

/**
 * A finished stream: the only plain answer the platform takes on a message (documentation 101031). Its id follows from the
 * message's, so that a repeated message gets the same answer to the letter.
 */
export function streamReply(messageId: string, replies: readonly Reply[]): string {
  const text = harmless(replies.map((reply) => reply.text).join('\n\n'));
  const content = cutText(text, REPLY_BYTES, CUT_HINT);
  const id = createHash('sha256').update(messageId).digest('hex').slice(0, 32);
  return JSON.stringify({ msgtype: 'stream', stream: { id, finish: true, content } });
}

/** Ends a stream that the platform still asks for, for instance after a restart. */
export function streamEnd(streamId: string): string {
  return JSON.stringify({ msgtype: 'stream', stream: { id: streamId, finish: true, content: '' } });
}

/** Plain text: allowed as an answer to enter_chat only. */
export function welcomeReply(text: string): string {
  return JSON.stringify({ msgtype: 'text', text: { content: cutText(text, REPLY_BYTES, CUT_HINT) } });
}
