import { expect, it } from 'vitest';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import type { Form } from '../../src/domain/form.ts';
import { campaignFile, directoryFile, openRoom } from './office-room.ts';

const { definition } = campaignFile;

function revised(change: Partial<CampaignDefinition>, sha256 = 'revised') {
  return { definition: { ...definition, ...change }, sha256 };
}

/** Each return with other rows. */
function withRows(rows: Form['rows']) {
  return revised({
    returns: definition.returns.map((one) => ({ ...one, form: one.form && { ...one.form, rows } })),
  });
}

const rows = definition.returns[0]?.form?.rows ?? [];

it('takes a changed campaign file over once, and keeps what was reported', async () => {
  const before = await openRoom();
  await before.say('organiser', '确认发布方案');
  await before.say('xuhui-liaison', '收到');
  await before.say('xuhui-liaison', '公益广告3条');
  const { store, clock } = before;
  const file = revised({ shortTitle: '消费者日' });
  const after = await openRoom({ store, clock, campaign: file, owner: 'two' });
  expect(await after.say('organiser', '汇总进度')).toMatch(/^【消费者日进度】[\s\S]*签收：2\/28家/);
  expect(await after.say('xuhui-liaison', '进度')).toContain('2 播放公益广告 3条');

  const seq = after.campaign.host.durableSeq();
  const again = await openRoom({ store, clock, campaign: file, owner: 'three' });
  expect(again.campaign.host.durableSeq()).toBe(seq);
});

it('keeps a deadline moved in chat, unless the file now names another', async () => {
  const before = await openRoom();
  await before.say('organiser', '确认截止改到3月31日前');
  const { store, clock } = before;
  const same = await openRoom({ store, clock, campaign: revised({ shortTitle: '消费者日' }), owner: 'two' });
  expect(await same.say('xuhui-liaison', '截止时间')).toContain('“3月31日前”');
  const [first] = definition.returns;
  const due = { phrase: '3月29日前', dueAtMs: first?.due.dueAtMs ?? 0, lateAfterMs: (first?.due.lateAfterMs ?? 0) + 1 };
  const other = revised({ returns: definition.returns.map((one) => ({ ...one, due })) }, 'other');
  const moved = await openRoom({ store, clock, campaign: other, owner: 'three' });
  expect(await moved.say('xuhui-liaison', '截止时间')).toContain('“3月29日前”');
});

it.each([
  ['lost', rows.slice(0, -1), /第9项“查处侵害消费者权益案件”不能删除或改成别的项目；请改回原样，新项目加在最后/],
  ['another', rows.map((row) => (row.no === 2 ? { ...row, label: '印发传单' } : row)), /第2项“播放公益广告”/],
  ['of another measure', rows.map((row) => (row.no === 2 ? { ...row, measure: '万元' } : row)), /第2项“播放公益广告”/],
])('refuses a revision by which a row with figures would be %s', async (_what, changed, message) => {
  const before = await openRoom();
  await before.say('xuhui-liaison', '公益广告3条');
  const { store, clock } = before;
  await expect(openRoom({ store, clock, campaign: withRows(changed) })).rejects.toThrow(message);
  const unchanged = await openRoom({ store, clock, owner: 'two' });
  expect(await unchanged.say('xuhui-liaison', '进度')).toContain('2 播放公益广告 3条');
});

it('takes over other rows while nobody has reported, and new ones at the end always', async () => {
  const before = await openRoom();
  const { store, clock } = before;
  const fewer = await openRoom({ store, clock, campaign: withRows(rows.slice(0, 3)), owner: 'two' });
  expect(await fewer.say('xuhui-liaison', '公益广告3条')).toContain('还缺：第1项 组织重要新闻发布；第3项');
  const more = withRows(rows.slice(0, 5));
  const grown = await openRoom({ store, clock, campaign: { ...more, sha256: 'grown' }, owner: 'three' });
  expect(await grown.say('xuhui-liaison', '进度')).toContain('5 开展咨询、科普 未填');
});

it('takes a changed directory over and keeps who was bound in chat', async () => {
  const before = await openRoom();
  await before.say('newcomer', '绑定 徐汇区局');
  await before.say('organiser', '确认绑定1');
  const people = directoryFile.definition.people.map((person) =>
    person.id === 'xuhui-leader' ? { ...person, name: '新领导' } : person,
  );
  const directory = { definition: { ...directoryFile.definition, people }, sha256: 'changed' };
  const { store, clock } = before;
  const after = await openRoom({ store, clock, directory, owner: 'two' });
  expect(after.office.view().person('xuhui-leader')?.name).toBe('新领导');
  expect(await after.say('newcomer', '公益广告3条')).toContain('第2项 播放公益广告 3条');
});

it('forgets a binding to a unit that the directory no longer has', async () => {
  const before = await openRoom();
  await before.say('newcomer', '绑定 市药监局');
  await before.say('organiser', '确认绑定1');
  const units = directoryFile.definition.units.filter(({ id }) => id !== 'drug');
  const directory = { definition: { ...directoryFile.definition, units }, sha256: 'changed' };
  const after = await openRoom({ store: before.store, clock: before.clock, directory, owner: 'two' });
  expect(await after.say('newcomer', '填报')).toMatch(/^还不知道您是哪个单位的。/);
});

it('opens from its snapshots to the same state as from its entries', async () => {
  const before = await openRoom();
  await before.say('organiser', '确认发布方案');
  await before.say('xuhui-liaison', '公益广告3条，其余为0，确认提交');
  await before.say('newcomer', '绑定 徐汇区局');
  await before.say('jingan-liaison', '公益广告大约300条');
  const { store, clock } = before;
  const fromEntries = await openRoom({ store, clock, owner: 'two' });
  await before.office.stop();
  const fromSnapshot = await openRoom({ store, clock, owner: 'three' });
  expect(fromSnapshot.state()).toEqual(fromEntries.state());
  expect(fromSnapshot.office.directory.state()).toEqual(fromEntries.office.directory.state());
});
