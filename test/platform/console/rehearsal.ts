/** A console for tests: a small directory, a receiver that repeats what it hears, and a journal that outlives it. */
import type { Chat, Person, Unit } from '../../../src/domain/directory/model.ts';
import type { Reply } from '../../../src/domain/ledger.ts';
import { createRehearsalClock } from '../../../src/platform/console/clock.ts';
import { createConsole } from '../../../src/platform/console/console.ts';
import type { NewMessage } from '../../../src/platform/console/input.ts';
import {
  type ConsoleEvent,
  type ConsoleState,
  evolveConsole,
  initialConsole,
} from '../../../src/platform/console/log.ts';
import type { ConsoleDirectory } from '../../../src/platform/console/people.ts';
import type { Inbound, Log } from '../../../src/ports.ts';
import { openMemoryJournal } from '../../support/memory-journal.ts';

export const startMs = Date.parse('2023-03-12T09:00:00+08:00');
export const hourMs = 3_600_000;

const units: Unit[] = [
  { id: 'hp', name: '黄浦区市场监督管理局', shortName: '黄浦区局', aliases: [], groups: [], parent: null },
  { id: 'xh', name: '徐汇区市场监督管理局', shortName: '徐汇区局', aliases: [], groups: [], parent: null },
];
const people: Person[] = [
  {
    id: 'zhang',
    name: '张晓敏',
    unit: 'hp',
    roles: ['reporter'],
    accounts: { console: 'acc-zhang', wecom: 'ZhangXM' },
  },
  { id: 'li', name: '李国强', unit: 'xh', roles: ['leader'], accounts: { console: 'acc-li' } },
  { id: 'new', name: '新来的', unit: null, roles: [], accounts: { console: 'acc-new' } },
  { id: 'far', name: '只在企业微信', unit: 'xh', roles: ['reporter'], accounts: { wecom: 'Far' } },
];
const chats: Chat[] = [
  {
    id: 'work',
    name: '3·15工作群',
    platform: 'console',
    account: 'grp-1',
    campaign: 'c',
    push: 'work',
    members: ['zhang', 'li', 'far'],
  },
  {
    id: 'wecom-group',
    name: '企业微信群',
    platform: 'wecom',
    account: 'w',
    campaign: 'c',
    push: null,
    members: ['far'],
  },
];

const directory: ConsoleDirectory = {
  unit: (id) => units.find((unit) => unit.id === id),
  person: (id) => people.find((person) => person.id === id),
  personByAccount: (platform, account) => people.find((person) => person.accounts[platform] === account),
  people: () => people,
  chat: (id) => chats.find((chat) => chat.id === id),
  chats: () => chats,
  left: () => undefined,
  amended: () => ({ bound: [], removed: [] }),
};

export interface RehearsalOptions {
  /** What an earlier console recorded. */
  readonly lines?: string[];
  readonly receive?: (message: Inbound) => Promise<readonly Reply[]>;
  /** Called for each slot the clock passes on its way. */
  readonly advance?: (toMs: number) => Promise<void>;
}

export function startRehearsal({ lines = [], receive, advance }: RehearsalOptions = {}) {
  const heard: Inbound[] = [];
  const faults: object[] = [];
  const journal = openMemoryJournal<ConsoleState, ConsoleEvent>({
    initial: initialConsole,
    evolve: evolveConsole,
    nowMs: () => clock.nowMs(),
    lines,
  });
  const clock = createRehearsalClock(() => journal, startMs);
  const quiet = () => undefined;
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (fields) => faults.push(fields) };
  const console = createConsole({
    journal,
    directory: () => directory,
    clock,
    log,
    advance: advance ?? ((toMs) => clock.set(toMs)),
    receive: async (message) => {
      heard.push(message);
      return receive ? receive(message) : [{ text: `收到“${message.text}”` }];
    },
  });
  return { console, clock, journal, heard, faults, lines: journal.lines };
}

export function say(text: string, more: Partial<NewMessage> = {}): NewMessage {
  return { chat: 'work', from: 'zhang', text, mention: false, messageId: null, file: null, ...more };
}
