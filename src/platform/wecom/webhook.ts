/** 群机器人 webhook (消息推送), the way a bot speaks in a group unasked (developer documentation 99110). */
import { z } from 'zod';
import type { Channel, ChannelLimits, Log, Push, PushOutcome } from '../../ports.ts';
import { cleanText } from '../shared/clean-text.ts';
import { harmless } from '../shared/harmless.ts';
import { postJson } from '../shared/post-json.ts';
import { REPLY_BYTES } from './aibot-reply.ts';
import { checkWebhooks } from './credentials.ts';
import { outcomeOf, outcomeOfStatus } from './webhook-errors.ts';

export interface WebhookOptions {
  /** Origin of the API, without path; 政务微信 deployments have their own. */
  readonly apiBase?: string;
  /** Key of each group's robot by the name the directory's chats push to. Secret. */
  readonly webhooks: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
}

const PUBLIC_API = 'https://qyapi.weixin.qq.com';
/** Longer than a connection may take to come about: what times out before it was never sent. */
const TIMEOUT_MS = 15_000;

const LIMITS: ChannelLimits = { pushBytes: 2048, replyBytes: REPLY_BYTES, pushesPerMinute: 20, reachesPeople: false };

const answer = z.object({ errcode: z.number().int(), errmsg: z.string().default('') });

/**
 * Pushes into groups through their robots' webhooks; each message goes out at most once per call. It is always `text`:
 * only there do the mention lists exist, nothing people wrote is taken for markup, and one way has one limit.
 */
export function createWebhookChannel(options: WebhookOptions): Channel {
  const { webhooks, log, timeoutMs = TIMEOUT_MS, fetch: post = fetch, random = Math.random } = options;
  const { apiBase = PUBLIC_API } = options;
  checkWebhooks(apiBase, webhooks);
  const send = `${new URL(apiBase).href.replace(/\/+$/, '')}/cgi-bin/webhook/send?key=`;

  async function ask(key: string, message: Push): Promise<PushOutcome> {
    const mentioned = message.mentions.map((account) => (account === 'all' ? '@all' : account));
    const text = { content: plain(message.text), ...(mentioned.length > 0 && { mentioned_list: mentioned }) };
    const result = await postJson({
      url: send + encodeURIComponent(key),
      body: { msgtype: 'text', text },
      timeoutMs,
      fetch: post,
    });
    if (result.kind === 'unreachable') {
      const { reason, unsure } = result;
      return { kind: 'retry', afterMs: 5_000, reason: `连不上平台（${reason}）`, ...(unsure && { unsure }) };
    }
    const read = answer.safeParse(result.json);
    if (!read.success) return outcomeOfStatus(result.status);
    const errmsg = cleanText(read.data.errmsg).replaceAll(key, '***').slice(0, 200);
    return outcomeOf(read.data.errcode, errmsg, random);
  }

  return {
    platform: 'wecom',
    limits: LIMITS,
    async push(message) {
      const refused = refuseBeforeSending(message, webhooks);
      const outcome = refused ?? (await ask(webhooks[pushName(message)] ?? '', message));
      if (outcome.kind !== 'sent') log.warn({ platform: 'wecom', send: message.key, ...outcome }, 'push not delivered');
      return outcome;
    },
  };
}

function plain(text: string): string {
  return harmless(cleanText(text));
}

function pushName({ to }: Push): string {
  return to.kind === 'chat' ? to.push : '';
}

/** What the platform would refuse, or worse cut, is not sent at all. */
function refuseBeforeSending(message: Push, webhooks: WebhookOptions['webhooks']): PushOutcome | null {
  if (message.to.kind === 'person') return { kind: 'refused', reason: '群机器人不能给个人发消息，只能发到群里' };
  if (!Object.hasOwn(webhooks, message.to.push)) {
    return { kind: 'refused', reason: `配置里没有名为“${message.to.push}”的群机器人 webhook，请补上它的 key` };
  }
  const bytes = Buffer.byteLength(plain(message.text));
  if (bytes > LIMITS.pushBytes)
    return { kind: 'refused', reason: `消息有 ${bytes} 字节，超过平台的 ${LIMITS.pushBytes} 字节` };
  return cleanText(message.text) === '' ? { kind: 'refused', reason: '消息内容是空的' } : null;
}
