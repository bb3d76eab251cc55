/** The page's own modules, where they decide something: Shanghai time, and what is new and unread. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const folder = new URL('../../../src/platform/console/page/', import.meta.url);

/** The page is plain browser JavaScript: no types, and a fresh module each time. */
async function load<T>(name: string): Promise<T> {
  return (await import(new URL(name, folder).href)) as T;
}

describe('time on the page', () => {
  type Time = Record<string, (...args: unknown[]) => string>;
  const now = '2023-03-12T23:30:00+08:00';

  it.each<[string, unknown[], string]>([
    ['dayText', ['2023-03-11T16:00:00Z'], '2023年3月12日 周日'],
    ['timeText', ['2023-03-12T01:05:00Z'], '09:05'],
    ['shortText', ['2023-03-13T10:00:00+08:00', now], '明天 10:00'],
    ['shortText', ['2023-03-12T23:59:00+08:00', now], '今天 23:59'],
    ['shortText', ['2023-03-22T10:00:00+08:00', now], '3月22日 10:00'],
    ['plusHours', [now, 1], '2023-03-13T00:30:00+08:00'],
    ['plusHours', [now, 24], '2023-03-13T23:30:00+08:00'],
    ['tomorrowAtNine', [now], '2023-03-13T09:00:00+08:00'],
    ['tomorrowAtNine', ['2023-03-12T00:10:00+08:00'], '2023-03-13T09:00:00+08:00'],
    ['toLocalInput', ['2023-03-12T01:00:00Z'], '2023-03-12T09:00'],
    ['fromLocalInput', ['2023-03-13T09:00'], '2023-03-13T09:00:00+08:00'],
    ['fromLocalInput', ['2023-03-13T09:00:30'], '2023-03-13T09:00:30+08:00'],
  ])('%s %j', async (name, args, text) => {
    const time = await load<Time>('time.js');
    expect(time[name]?.(...args)).toBe(text);
  });
});

describe('a session', () => {
  interface Session {
    load(): Promise<boolean>;
    become(person: string | null, chat?: string): void;
    open(chat: string): void;
    refresh(): Promise<void>;
    unread(chat: string): number;
    me: { id: string; name: string };
    chat: { id: string };
    messages: Map<string, { n: number }[]>;
  }
  const kept = new Map<string, string>();
  const log: Record<string, { n: number }[]> = {};

  let people: { id: string; name: string; roles: string[] }[] = [];

  beforeEach(() => {
    kept.clear();
    people = [
      { id: 'a', name: '甲', roles: ['reporter'] },
      { id: 'o', name: '乙', roles: ['leader', 'organiser'] },
    ];
    log['work'] = [{ n: 1 }, { n: 2 }];
    log['single:a'] = [];
    vi.stubGlobal('document', { hidden: false });
    vi.stubGlobal('history', { replaceState: () => undefined });
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(answer(path))));
  });
  afterEach(() => vi.unstubAllGlobals());

  function answer(path: string): unknown {
    if (path.endsWith('/bot')) return { name: '督办助手' };
    if (path.endsWith('/people')) return people;
    if (path.endsWith('/chats'))
      return [
        { id: 'work', kind: 'group', members: ['a', 'o'] },
        { id: 'single:a', kind: 'single', members: ['a'] },
        { id: 'single:o', kind: 'single', members: ['o'] },
      ];
    const [, chat = '', after = '0'] = /chats\/(.+)\/messages\?after=(\d+)/.exec(decodeURIComponent(path)) ?? [];
    return (log[chat] ?? []).filter(({ n }) => n > Number(after));
  }

  async function start(): Promise<Session> {
    const { createSession } = await load<{ createSession(changed: () => void): Session }>('session.js');
    const session = createSession(() => undefined);
    await session.load();
    return session;
  }

  it('begins as the organiser, in the group', async () => {
    const session = await start();
    session.become(null);
    expect([session.me.id, session.chat.id]).toEqual(['o', 'work']);
  });

  it('notices when people or chats have changed, and keeps who I am', async () => {
    const session = await start();
    session.become('a', 'single:a');
    expect(await session.load()).toBe(false);
    people[0] = { id: 'a', name: '甲（已绑定）', roles: ['reporter'] };
    expect(await session.load()).toBe(true);
    expect([session.me.name, session.chat.id]).toEqual(['甲（已绑定）', 'single:a']);
  });

  it('opens a chat of one’s own only', async () => {
    const session = await start();
    session.become('a', 'single:o');
    expect(session.chat.id).toBe('work');
    session.become('a', 'single:a');
    expect(session.chat.id).toBe('single:a');
  });

  it('counts what came into the other chat until it is opened', async () => {
    const session = await start();
    session.become('a', 'work');
    await session.refresh();
    log['single:a'] = [{ n: 1 }, { n: 2 }, { n: 3 }];
    await session.refresh();
    expect([session.unread('work'), session.unread('single:a')]).toEqual([0, 3]);
    session.open('single:a');
    expect(session.unread('single:a')).toBe(0);
  });

  it('adds no message twice when two requests cross', async () => {
    const session = await start();
    session.become('a', 'work');
    await Promise.all([session.refresh(), session.refresh()]);
    expect(session.messages.get('work')).toEqual([{ n: 1 }, { n: 2 }]);
  });
});
