/** How answers read. */
import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

it('does not say of a figure said once more that it was recorded', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '抖音200条');
  expect(await talk.alone('xuhui-liaison', '第3项200条')).toMatch(
    /^第3项 抖音小视频参与数 200条(?:（.*）)?，与已记录的一致，不用改。/,
  );
});

it('doubles no quotation marks', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '“公益广告”大约3条')).toContain('“公益广告大约3条”');
  await talk.alone('pudong-liaison', '找组织者：“图片”要原图吗');
  expect(talk.told('organiser').at(-1)?.text).toContain('问：“‘图片’要原图吗”');
});

it('names no table where there is but one', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '进度')).toMatch(/^徐汇区局还差统计表、总结、图片。/);
  expect(await talk.alone('organiser', '徐汇明细')).toContain('\n报送：还差统计表、总结、图片。');
});

it('speaks of timeliness only after the deadline', async () => {
  const talk = await openPublished();
  for (const person of talk.reporters()) await reportAll(talk, person);
  expect(await talk.alone('shanghai-leader', '汇总进度')).toMatch(/已报齐27\/27家，完成率100%。/);
  await talk.until('2023-03-23 09:00');
  expect(await talk.alone('shanghai-leader', '汇总进度')).toMatch(/完成率100%，按时率100%。/);
});

it('shows each the orders that are theirs, once', async () => {
  const talk = await openPublished();
  expect(await talk.alone('shanghai-leader', '帮助')).toContain('“值班情况”');
  const help = await talk.alone('organiser', '帮助');
  for (const order of ['催黄浦区局', '催总结', '黄浦区局延期到3月24日', '拒绝绑定1'])
    expect(help).toContain(`“${order}”`);
  expect(help.split('“值班情况”')).toHaveLength(2);
});

it.each([
  ['催黄浦区局', /已在工作群提醒黄浦区局/],
  ['催总结', /将在工作群提醒27家/],
  ['黄浦区局延期到3月24日', /黄浦区局/],
])('obeys what the help shows: %s', async (order, said) => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', order)).toMatch(said);
});

it('names in one clause what the table has no row for', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '公益广告3条，直播5场，罚款5万')).toContain(
    '\n未记：直播5场、罚款5万，表中没有这些项。\n',
  );
});
