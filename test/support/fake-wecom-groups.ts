/** The fake platform's groups: what their robots' webhooks take, refuse and show (developer documentation 99110). */
import { z } from 'zod';
import type { Clock } from '../../src/ports.ts';

export interface SeenPush {
  readonly content: string;
  /** As given: user ids and `@all`. */
  readonly mentions: readonly string[];
  readonly atMs: number;
}

interface ApiAnswer {
  readonly errcode: number;
  readonly errmsg: string;
}

export interface FakeGroups {
  post(key: string, body: string): ApiAnswer;
  seen(group: string): readonly SeenPush[];
}

const MINUTE_MS = 60_000;
const PER_MINUTE = 20;

const push = z.object({
  msgtype: z.string(),
  text: z
    .object({ content: z.string(), mentioned_list: z.array(z.string()).default([]) })
    .strict()
    .optional(),
  markdown: z.object({ content: z.string() }).strict().optional(),
});

/** Groups by name, each with its robot's key. Every post counts for the robot's minute, refused ones too. */
export function createFakeGroups(clock: Clock, keys: Readonly<Record<string, string>>): FakeGroups {
  const names = new Map(Object.entries(keys).map(([name, key]) => [key, name]));
  const shown = new Map(Object.keys(keys).map((name): [string, SeenPush[]] => [name, []]));
  const posts = new Map<string, number[]>();

  function overLimit(key: string): boolean {
    const nowMs = clock.nowMs();
    const recent = (posts.get(key) ?? []).filter((atMs) => atMs > nowMs - MINUTE_MS);
    if (recent.length >= PER_MINUTE) return true;
    posts.set(key, [...recent, nowMs]);
    return false;
  }

  return {
    post(key, body) {
      const name = names.get(key);
      if (name === undefined) return { errcode: 93000, errmsg: 'invalid webhook url, hint: [1678582800_1]' };
      if (overLimit(key)) return { errcode: 45009, errmsg: 'api freq out of limit' };
      const read = push.safeParse(parse(body));
      if (!read.success) return { errcode: 40058, errmsg: 'invalid Request Parameter' };
      const refused = refusal(read.data);
      if (refused) return refused;
      const { text, markdown } = read.data;
      const content = text?.content ?? markdown?.content ?? '';
      shown.get(name)?.push({ content, mentions: text?.mentioned_list ?? [], atMs: clock.nowMs() });
      return { errcode: 0, errmsg: 'ok' };
    },
    seen(group) {
      const pushes = shown.get(group);
      if (!pushes) throw new Error(`The fake WeCom has no group "${group}".`);
      return pushes;
    },
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refusal({ msgtype, text, markdown }: z.infer<typeof push>): ApiAnswer | null {
  const content = msgtype === 'text' ? text?.content : msgtype === 'markdown' ? markdown?.content : undefined;
  if (content === undefined) return { errcode: 40008, errmsg: 'invalid message type' };
  if (content.trim() === '') return { errcode: 44004, errmsg: 'empty content' };
  if (Buffer.byteLength(content) <= (msgtype === 'text' ? 2048 : 4096)) return null;
  return msgtype === 'text'
    ? { errcode: 45002, errmsg: 'content size out of limit' }
    : { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' };
}
