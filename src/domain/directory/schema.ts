/** The one schema of a directory file (通讯录): units, groups of them, people, chats. */
import { z } from 'zod';
import { identifier, wordList, words } from '../file-fields.ts';

/** Of a unit or a person: `words`, so that a name written instead of the id can be told what its id is. */
const reference = words;

const unit = z.strictObject({
  id: identifier,
  name: words,
  shortName: words,
  aliases: wordList.default([]),
  parent: reference.nullable().default(null),
});

const group = z.strictObject({
  name: words,
  aliases: wordList.default([]),
  units: z.array(reference).min(1, '一个分组至少列一个单位编号'),
});

const role = z.enum(['reporter', 'leader', 'organiser'], {
  error: '角色只有 reporter（联络员）、leader（领导）、organiser（组织者）',
});

const platform = z.enum(['console', 'wecom', 'dingtalk'], {
  error: '平台只有 console（演练网页）、wecom（企业微信）、dingtalk（钉钉）',
});

const person = z.strictObject({
  id: identifier,
  name: words,
  /** Left out for someone not bound to a unit yet. */
  unit: reference.nullable().default(null),
  roles: z.array(role).default([]),
  /** Account per platform; on the console everyone has one, by default the id. */
  accounts: z.partialRecord(platform, words).default({}),
});

const chat = z.strictObject({
  id: identifier,
  name: words,
  platform,
  account: words,
  campaign: identifier,
  push: words.nullable().default(null),
  members: z.union([z.literal('all'), z.array(reference)], { error: '成员写 all（全体），或人员编号的列表' }),
});

export const directoryFile = z.strictObject({
  units: z.array(unit).min(1, '至少要有一个单位'),
  groups: z.array(group).default([]),
  people: z.array(person).min(1, '至少要有一个人'),
  chats: z.array(chat).default([]),
});

export type DirectoryFile = z.infer<typeof directoryFile>;
