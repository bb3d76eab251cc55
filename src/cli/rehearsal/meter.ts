/** How many messages the bot sent, to which group, to whom, on which day, and of what kind. */
import { dayOf } from '../../domain/calendar/zone.ts';
import type { Heard } from './stage.ts';

export type Counts = Readonly<Record<string, number>>;

export interface Messages {
  readonly groups: Counts;
  /** Messages of the bot that a person got alone or by name. */
  readonly people: Counts;
  readonly mostPerPerson: number;
  readonly meanPerPerson: number;
  /** Group → day → messages. */
  readonly groupsPerDay: Readonly<Record<string, Counts>>;
  /** Person → day → messages got alone or by name. */
  readonly peoplePerDay: Readonly<Record<string, Counts>>;
  /** The most one person got on one day. */
  readonly mostPerPersonADay: number;
  /** Group → kind → messages. */
  readonly groupsByKind: Readonly<Record<string, Counts>>;
}

export function meter(spoken: readonly Heard[]): Messages {
  const inGroups = spoken.filter(({ chat }) => !chat.startsWith('single:'));
  const perGroup = inGroups.map((heard) => ({ key: heard.chat, heard }));
  const perPerson = spoken.flatMap((heard) => reached(heard).map((key) => ({ key, heard })));
  const people = tally(perPerson, ({ key }) => key);
  const peoplePerDay = nested(perPerson, (heard) => dayOf(heard.message.atMs));
  const counts = Object.values(people);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return {
    groups: tally(perGroup, ({ key }) => key),
    people,
    mostPerPerson: Math.max(0, ...counts),
    meanPerPerson: Math.round(mean * 10) / 10,
    groupsPerDay: nested(perGroup, (heard) => dayOf(heard.message.atMs)),
    peoplePerDay,
    mostPerPersonADay: Math.max(0, ...Object.values(peoplePerDay).flatMap((days) => Object.values(days))),
    groupsByKind: nested(perGroup, kindOf),
  };
}

/** People a message of the bot is for: those it names, or the one it is alone with. */
export function reached({ chat, message }: Heard): string[] {
  return chat.startsWith('single:')
    ? [chat.slice('single:'.length)]
    : message.mentions.filter((person) => person !== 'all');
}

interface Keyed {
  readonly key: string;
  readonly heard: Heard;
}

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

function nested(items: readonly Keyed[], kind: (heard: Heard) => string): Record<string, Counts> {
  const keys = [...new Set(items.map(({ key }) => key))];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      tally(
        items.filter((item) => item.key === key),
        ({ heard }) => kind(heard),
      ),
    ]),
  );
}

/** What is said without a heading, by the words it has. */
const unheaded: readonly (readonly [RegExp, string])[] = [
  [/确认请回“是”/, '办理前确认'],
  [/^方案正在|^任务|^\d\.\d /, '方案'],
  [/签收/, '签收进度'],
  [/到岗/, '到岗进度'],
  [/未报齐|合计/, '汇总查询'],
  [/已记|记为0|已填齐|已提交|登记|已收到|第\d+项|确认提交|填报/, '填报答复'],
  [/已在.*工作群提醒|刚催过|已提醒/, '催办答复'],
];

/** `【报送提醒】` is its own name. */
function kindOf({ message }: Heard): string {
  const headed = /^【(.+?)】/.exec(message.text)?.[1];
  if (headed !== undefined) return message.mentions.includes('all') ? '方案' : headed.replace(/^.*(?=进度$)/, '汇总');
  return unheaded.find(([words]) => words.test(message.text))?.[1] ?? '其他';
}
