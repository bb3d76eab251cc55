/** One person takes over from another: the directory decides it, each campaign hands over what is open, once. */
import { describe, expect, it } from 'vitest';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import { hurried } from '../support/hurried.ts';
import { directoryFile, openRoom, type Room } from './office-room.ts';

/** 卫子航 of 徐汇区局 is in the middle of filling, has a question open, and stands the evening's shift. */
async function inTheMiddle() {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.say('organiser', '确认安排值班 徐汇区局 卫子航 晚会');
  await room.say('xuhui-liaison', '公益广告3条，资料约200册');
  return room;
}

const replaced = (room: Room) => room.say('organiser', '确认更换联络员 卫子航 薛从文');
const gala = (room: Room) => room.state().duty.shifts.get('gala')?.get('xuhui');

async function successions(room: Room): Promise<readonly CampaignEvent[]> {
  const entries = await room.store.read('campaign/shanghai-2023', 0, 10_000);
  const events = entries.flatMap((entry) => entry.events as CampaignEvent[]);
  return events.filter(({ type }) => type === 'PersonSucceeded');
}

describe('the directory', () => {
  it('puts the one in the place of the other and tells both', async () => {
    const room = await inTheMiddle();
    expect(await replaced(room)).toBe(
      '徐汇区局：卫子航的工作已交给薛从文，没办完的事一并移交。已告知两位。以前的记录仍署卫子航的名字。要换回请发“更换联络员 薛从文 卫子航”。',
    );
    const view = room.office.view();
    expect(view.person('newcomer')).toMatchObject({ unit: 'xuhui', roles: ['reporter'] });
    expect(view.person('xuhui-liaison')).toBeUndefined();
    expect(view.name('xuhui-liaison')).toBe('卫子航');
    expect(view.contactsOf(['xuhui'])).toEqual(['newcomer']);
    const told = [...room.office.directory.state().delivery.open.values()].map(({ send }) => send.to);
    expect(told).toEqual([
      { kind: 'person', person: 'newcomer' },
      { kind: 'person', person: 'xuhui-liaison' },
    ]);
  });

  it('tells it also where a campaign cannot be written to just now: the next round hands over', async () => {
    const room = await inTheMiddle();
    const append = room.store.append.bind(room.store);
    room.store.append = (entries) =>
      entries[0]?.stream === 'directory' ? append(entries) : Promise.reject(new Error('database is locked'));
    const { result } = await hurried(() => replaced(room));
    expect(result).toContain('卫子航的工作已交给薛从文');
    expect(await successions(room)).toEqual([]);
    room.store.append = append;
    await room.ticker.tick();
    expect(await successions(room)).toHaveLength(1);
  });

  it('keeps it when the file is read anew', async () => {
    const room = await inTheMiddle();
    await replaced(room);
    const { store, clock } = room;
    const after = await openRoom({ store, clock, owner: 'two', directory: { ...directoryFile, sha256: 'revised' } });
    expect(after.office.view().person('xuhui-liaison')).toBeUndefined();
    expect([...after.office.view().successions()]).toMatchObject([{ from: 'xuhui-liaison', to: 'newcomer' }]);
  });
});

describe('the campaign', () => {
  it('hands over what is open: the questions, the shift to come', async () => {
    const room = await inTheMiddle();
    const open = room.state().submission.dialogues.get('xuhui-liaison');
    expect(open?.questions).toHaveLength(1);
    await replaced(room);
    expect(room.state().submission.dialogues.get('newcomer')).toEqual(open);
    expect(room.state().submission.dialogues.has('xuhui-liaison')).toBe(false);
    expect(gala(room)?.people).toEqual(['newcomer']);
    expect(await room.say('newcomer', '210册')).toContain('第4项 印发各类宣传资料 210册');
  });

  it('keeps who said what', async () => {
    const room = await inTheMiddle();
    await replaced(room);
    await room.say('newcomer', '第2项改成5');
    expect(await room.say('organiser', '谁改过 徐汇区局第2项')).toMatch(/卫子航[\s\S]*薛从文|薛从文[\s\S]*卫子航/);
  });

  it('leaves a post to whoever was there', async () => {
    const room = await inTheMiddle();
    room.clock.set('2023-03-15 19:35');
    expect(await room.say('xuhui-liaison', '到岗')).toContain('到岗');
    await replaced(room);
    expect(gala(room)?.people).toEqual(['xuhui-liaison']);
    expect(gala(room)?.arrived.has('xuhui-liaison')).toBe(true);
  });

  it('does so once, however often and wherever it is looked at', async () => {
    const room = await inTheMiddle();
    const other = await openRoom({ store: room.store, clock: room.clock, owner: 'two' });
    await replaced(room);
    await Promise.all([room.ticker.tick(), other.ticker.tick(), room.ticker.tick()]);
    await room.say('organiser', '绑定申请');
    expect(await successions(room)).toEqual([
      { type: 'PersonSucceeded', from: 'xuhui-liaison', to: 'newcomer', removal: 1 },
    ]);
  });

  it('catches up where the process ended in between', async () => {
    const room = await inTheMiddle();
    await room.office.directory.record('by-hand', () => ({
      events: [
        { type: 'PersonBound', person: 'newcomer', unit: 'xuhui', by: 'organiser' },
        { type: 'PersonRemoved', person: 'xuhui-liaison', successor: 'newcomer', by: 'organiser' },
      ],
      replies: [],
      sends: [],
    }));
    expect(gala(room)?.people).toEqual(['xuhui-liaison']);
    await room.ticker.tick();
    expect(gala(room)?.people).toEqual(['newcomer']);
  });

  it('hands over again to one who took over before and gave it back', async () => {
    const room = await inTheMiddle();
    await replaced(room);
    await room.say('xuhui-liaison', '绑定 徐汇区局');
    const back = { type: 'PersonBound', person: 'xuhui-liaison', unit: 'xuhui', by: 'organiser' } as const;
    await room.office.directory.record('back', () => ({ events: [back], replies: [], sends: [] }));
    await room.say('organiser', '确认更换联络员 薛从文 卫子航');
    expect(gala(room)?.people).toEqual(['xuhui-liaison']);
    const again = { type: 'PersonBound', person: 'newcomer', unit: 'xuhui', by: 'organiser' } as const;
    await room.office.directory.record('again', () => ({ events: [again], replies: [], sends: [] }));
    await replaced(room);
    expect(gala(room)?.people).toEqual(['newcomer']);
  });
});

it('hands over a second time to the same person once who was replaced has been bound again', async () => {
  const room = await inTheMiddle();
  await replaced(room);
  await room.say('organiser', '新增联络员 徐汇区局 卫子航');
  await room.say('organiser', '确认安排值班 徐汇区局 卫子航 晚会');
  expect(gala(room)?.people).toEqual(['xuhui-liaison']);
  await replaced(room);
  expect(gala(room)?.people).toEqual(['newcomer']);
  await room.ticker.tick();
  expect(await successions(room)).toHaveLength(2);
});

it('does not hand over again what an older version handed over without the number of the removal', async () => {
  const room = await inTheMiddle();
  await room.office.directory.record('by-hand', () => ({
    events: [{ type: 'PersonRemoved', person: 'xuhui-liaison', successor: 'newcomer', by: 'organiser' }],
    replies: [],
    sends: [],
  }));
  await room.campaign.host.record('hand-over/xuhui-liaison/newcomer/3', () => ({
    events: [{ type: 'PersonSucceeded', from: 'xuhui-liaison', to: 'newcomer' }],
    replies: [],
    sends: [],
  }));
  await room.ticker.tick();
  expect(await successions(room)).toHaveLength(1);
});

it('is for the organiser alone', async () => {
  const room = await inTheMiddle();
  await room.say('xuhui-leader', '确认更换联络员 卫子航 薛从文');
  expect(room.office.view().person('xuhui-liaison')).toBeDefined();
});

it('asks one whom nobody knows to write first', async () => {
  const room = await inTheMiddle();
  expect(await room.say('organiser', '更换联络员 卫子航 张三丰')).toBe(
    '通讯录里没有“张三丰”。请本人先给我发“绑定 徐汇区市场监督管理局”，您确认后即可办理。',
  );
});

describe('whom no channel reaches', () => {
  const without = (id: string) => ({
    definition: {
      ...directoryFile.definition,
      people: directoryFile.definition.people.map((person) =>
        person.id === id ? { ...person, accounts: {} } : person,
      ),
    },
    sha256: `without-${id}`,
  });

  it('is not said to have been told, and the organiser hears what to do', async () => {
    const room = await openRoom({ directory: without('newcomer') });
    expect(await replaced(room)).toBe(
      '徐汇区局：卫子航的工作已交给薛从文，没办完的事一并移交。已告知卫子航。薛从文没有收得到消息的账号，没能通知，也还不能填报：请其本人给我发“绑定 徐汇区市场监督管理局 薛从文”，或在通讯录文件里补上账号。以前的记录仍署卫子航的名字。要换回请发“更换联络员 薛从文 卫子航”。',
    );
    const sends = [...room.office.directory.state().delivery.open.values()].map(({ send }) => send.to);
    expect(sends).toEqual([{ kind: 'person', person: 'xuhui-liaison' }]);
  });

  it('is told by the organiser where he was taken off', async () => {
    const room = await openRoom({ directory: without('xuhui-liaison') });
    expect(await room.say('organiser', '确认移除人员 卫子航')).toContain(
      '卫子航没有收得到消息的账号，没能通知，请您转告。',
    );
  });

  it('who is taken off is told alone or not at all', async () => {
    const room = await openRoom({ channel: { reachesPeople: false } });
    expect(await room.say('organiser', '确认移除人员 卫子航')).toContain('没能通知，请您转告');
  });
});

it('keeps the last who runs the campaign', async () => {
  const people = directoryFile.definition.people.map((person) =>
    person.id === 'organiser-2' ? { ...person, roles: ['leader' as const] } : person,
  );
  const room = await openRoom({ directory: { definition: { ...directoryFile.definition, people }, sha256: 'one' } });
  for (const words of ['移除人员 周文博', '更换联络员 周文博 薛从文'])
    expect(await room.say('organiser', words)).toMatch(/^您是唯一的组织者/);
  expect(room.office.view().organisers()).toHaveLength(1);
});
