/** What other programs post, checked once at the border. Every refusal says what to send instead. */
import type { EpochMs } from '../../domain/model.ts';
import { cleanText } from '../shared/clean-text.ts';
import type { Refusal } from '../shared/refusal.ts';
import { parseInstant } from './iso.ts';
import type { ConsoleFile } from './log.ts';
import { refuse } from './refuse.ts';

/** Longer than any form filled in one message; a chat client refuses long before. */
const textLimit = 5_000;
const nameLimit = 200;
const messageIdPattern = /^[^\s\p{C}]{1,128}$/u;

export interface NewMessage {
  readonly chat: string;
  readonly from: string;
  readonly text: string;
  readonly mention: boolean;
  /** Null where the console is to make one up. */
  readonly messageId: string | null;
  readonly file: ConsoleFile | null;
}

export function readMessage(body: unknown): NewMessage {
  const fields = readObject(body, '请求体');
  const file = fields['file'] == null ? null : readFile(fields['file']);
  const text = cleanText(readString(fields, 'text', file ? '' : undefined));
  if (text.length > textLimit)
    throw refuse(413, 'text_too_long', `消息太长（${text.length}字），请控制在${textLimit}字以内，分几条发送。`);
  if (text === '' && !file) throw refuse(400, 'empty_message', '消息是空的，请写点内容或附上文件。');
  return {
    chat: readString(fields, 'chat'),
    from: readString(fields, 'from'),
    text,
    mention: readFlag(fields, 'mention'),
    messageId: fields['messageId'] == null ? null : readMessageId(fields),
    file,
  };
}

/** `{to}` as an instant. */
export function readClock(body: unknown): EpochMs {
  const toMs = parseInstant(readString(readObject(body, '请求体'), 'to'));
  if (toMs === null)
    throw refuse(400, 'bad_time', '时间应写成带时区的 ISO 8601 格式，例如 2023-03-13T09:00:00+08:00。');
  return toMs;
}

/** The query's `after`: messages with a greater number are wanted. */
export function readAfter(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw refuse(400, 'bad_after', 'after 应是 0 或正整数。');
}

function readFile(value: unknown): ConsoleFile {
  const fields = readObject(value, 'file');
  const name = cleanText(readString(fields, 'name')).replaceAll('\n', ' ');
  const kind = fields['kind'];
  if (name === '' || name.length > nameLimit) throw bad(`file.name 应是 1 到 ${nameLimit} 个字的文件名`);
  if (kind !== 'file' && kind !== 'image') throw bad('file.kind 应是 "file" 或 "image"');
  return { name, kind };
}

function readMessageId(fields: Record<string, unknown>): string {
  const id = readString(fields, 'messageId');
  if (!messageIdPattern.test(id)) throw bad('messageId 应是 1 到 128 个字符，不含空格');
  return id;
}

function readObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${what}应是 JSON 对象`);
  return value as Record<string, unknown>;
}

function readString(fields: Record<string, unknown>, name: string, fallback?: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === 'string') return value;
  if (value == null && fallback !== undefined) return fallback;
  throw bad(`${name} ${value === undefined ? '缺失，' : ''}应是字符串`);
}

function readFlag(fields: Record<string, unknown>, name: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value !== 'boolean') throw bad(`${name} 应是 true 或 false`);
  return value;
}

function bad(message: string): Refusal {
  return refuse(400, 'bad_request', `${message}。`);
}
