/** What is bound in chat, beside a directory file that is revised. */
import { expect, it } from 'vitest';
import type { Person } from '../../src/domain/directory/model.ts';
import { directoryFile, openRoom, type Room } from './office-room.ts';

const wecom = { platform: 'wecom' } as const;
const { definition } = directoryFile;

/** The same store under a revised file. */
function reopen(room: Room, people: readonly Person[], sha256: string) {
  return openRoom({
    owner: sha256,
    store: room.store,
    clock: room.clock,
    directory: { definition: { ...definition, people }, sha256 },
  });
}

async function bind(room: Room, sender: string, words: string, more = {}) {
  await room.say(sender, `绑定 ${words}`, more);
  const [no] = room.office.directory.state().requests.keys();
  await room.say('organiser', `确认绑定${no}`);
  await room.say('organiser', '是');
}

const change = (id: string, to: Partial<Person>) =>
  definition.people.map((person) => (person.id === id ? { ...person, ...to } : person));

it('takes roles, name and accounts of a person from the file, the unit from the binding', async () => {
  const room = await openRoom();
  await bind(room, 'jingan-leader', '徐汇区局');
  const after = await reopen(room, change('jingan-leader', { roles: ['reporter'], name: '改名' }), 'demoted');
  expect(after.office.view().person('jingan-leader')).toMatchObject({
    roles: ['reporter'],
    name: '改名',
    unit: 'xuhui',
  });
});

it('lets go of a person the file no longer names, and of their request', async () => {
  const room = await openRoom();
  await bind(room, 'newcomer', '徐汇区局');
  await room.say('newcomer-2', '绑定 静安区局');
  const left = definition.people.filter(({ id }) => !id.startsWith('newcomer'));
  const after = await reopen(room, left, 'left');
  expect(after.office.view().person('newcomer')).toBeUndefined();
  expect(await after.say('newcomer', '收到')).toContain('通讯录里还没有您');
  expect(await after.say('organiser', '绑定申请')).toBe('没有待确认的绑定申请。');
});

it('keeps strangers bound in chat as reporters, until the file names their account', async () => {
  const room = await openRoom();
  await bind(room, 'Stranger9', '徐汇区局 李明', wecom);
  const kept = await reopen(room, definition.people.slice(0, -1), 'revised');
  expect(kept.office.view().personByAccount('wecom', 'Stranger9')).toMatchObject({
    name: '李明',
    unit: 'xuhui',
    roles: ['reporter'],
  });
  const listed = { id: 'li-ming', name: '李敏', unit: 'jingan', roles: [], accounts: { wecom: 'Stranger9' } };
  const after = await reopen(room, [...definition.people, listed], 'listed');
  expect(after.office.view().personByAccount('wecom', 'Stranger9')).toEqual(listed);
  expect(after.office.view().person('wecom:Stranger9')).toBeUndefined();
});

it('shows the organiser the account of a stranger and a name that is taken', async () => {
  const room = await openRoom();
  const taken = [...room.office.view().people()].find(({ id }) => id === 'xuhui-liaison')?.name ?? '';
  await room.say('Stranger9', `绑定 徐汇区局 ${taken}`, wecom);
  const [ask] = [...room.office.directory.state().delivery.open.values()];
  expect(ask?.send.text).toContain(
    `${taken}（企业微信账号Stranger9，与通讯录中的${taken}同名，请核实）申请代表徐汇区市场监督管理局填报`,
  );
});

it.each([
  ['soft hyphen', '卫\u00ad子航'],
  ['variation selector', '卫子航\ufe0f'],
  ['ideographic variation', '卫子\u{e0100}航'],
  ['Hangul filler', '卫子航\u3164'],
  ['zero-width joiner', '卫\u200d子航'],
  ['Kangxi radical', '卫\u2f26航'],
  ['traditional', '衛子航'],
  ['spaces', '卫 子 航'],
  ['full-width space', '卫　子航'],
  ['a dot', '卫·子航'],
  ['a remark', '卫子航（本人）'],
  ['a remark without brackets', '卫子航本人'],
  ['half brackets', '卫子航(徐汇)'],
  ['what one says of oneself', '我是卫子航'],
])('tells the organiser of a name that is taken, in the dress of a %s', async (_, name) => {
  const room = await openRoom();
  await room.say('Stranger9', `绑定 徐汇区局 ${name}`, wecom);
  const [ask] = [...room.office.directory.state().delivery.open.values()];
  expect(ask?.send.text).toContain('与通讯录中的卫子航同名，请核实');
});

it('tells of a name that somebody of another unit has, and of no other', async () => {
  const room = await openRoom();
  await room.say('Stranger9', '绑定 静安区局 卫子航', wecom);
  await room.say('Stranger8', '绑定 静安区局 张子航', { ...wecom, sender: 'Stranger8' });
  const asks = [...room.office.directory.state().delivery.open.values()].map(({ send }) => send.text);
  expect(asks.filter((text) => text.includes('同名')).every((text) => text.includes('申请1号'))).toBe(true);
  expect(asks.some((text) => text.includes('同名'))).toBe(true);
});

it('leaves no trace of a request made again', async () => {
  const room = await openRoom();
  await room.say('Stranger9', '绑定 徐汇区局 李明', wecom);
  const before = room.office.directory.durableSeq();
  await room.say('Stranger9', '绑定 徐汇区局 李明', wecom);
  await room.say('Stranger9', '绑定 静安区局 李明', wecom);
  expect(room.office.directory.durableSeq()).toBe(before);
  expect(room.office.directory.state().requests.size).toBe(1);
});
