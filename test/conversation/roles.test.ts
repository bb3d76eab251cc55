import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

const organisersOnly = '这项操作由组织者（周文博、吴佳宁）办理。';
const readersOnly = '汇总情况由领导和组织者查看。发“进度”可以看本单位的情况。';
const reportersOnly = '填报由各单位联络员办理，请联络员来发。';

it.each([
  '发布方案',
  '催收到',
  '催办',
  '截止改到3月24日前',
  '截止填报',
  '开放填报',
  '审读意见',
  '绑定申请',
  '确认绑定1',
])('lets neither reporters nor leaders do “%s”, and says who can', async (words) => {
  const talk = await openConversation();
  expect(await talk.say('huangpu-liaison', words)).toBe(organisersOnly);
  expect(await talk.say('shanghai-leader', words)).toBe(organisersOnly);
  expect(talk.group()).toEqual([]);
});

it.each(['汇总进度', '未报单位', '谁没收到', '公益广告汇总'])('keeps “%s” from reporters', async (words) => {
  const talk = await openPublished();
  expect(await talk.say('huangpu-liaison', words)).toBe(readersOnly);
  expect(await talk.say('huangpu-leader', words)).not.toBe(readersOnly);
});

it.each(['填报', '公益广告3条', '确认提交', '修改', '总结已报送OA', '撤回'])(
  'lets a leader of a unit not report: “%s”',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.say('huangpu-leader', words)).toBe(reportersOnly);
    expect(await talk.alone('huangpu-liaison', '进度')).toContain('还差统计表、总结、图片');
  },
);

it('lets a reporter write for the own unit only', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-liaison', '公益广告3条，其余为0，确认提交');
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('徐汇区局');
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('还差统计表、总结、图片');
});

it('tells the receiving office that it has nothing to fill in', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '填报')).toBe('贵单位本次没有需要填报的统计表。');
  expect(await talk.alone('drug-liaison', '填报')).toBe('贵单位本次没有需要填报的统计表。');
});

it('shows each what they can do', async () => {
  const talk = await openConversation();
  const reporter = await talk.alone('huangpu-liaison', '帮助');
  const leader = await talk.alone('shanghai-leader', '帮助');
  const organiser = await talk.alone('organiser', '帮助');
  expect(reporter).toContain('“填报”');
  expect(reporter).not.toContain('汇总进度');
  expect(leader).toContain('汇总进度');
  expect(leader).not.toMatch(/“填报”|催办/);
  expect(organiser).toMatch(/“填报”[\s\S]*汇总进度[\s\S]*催办/);
  expect(await talk.alone('newcomer', '帮助')).toMatch(/^还不知道您是哪个单位的。/);
});

it('answers a greeting, and words it does not understand, in one line', async () => {
  const talk = await openConversation();
  expect(await talk.say('huangpu-liaison', '在吗')).toBe('在的。发“帮助”看我能做什么。');
  expect(await talk.say('huangpu-liaison', '')).toBe('在的。发“帮助”看我能做什么。');
  expect(await talk.say('huangpu-liaison', '今天天气不错')).toBe('没看懂这句话。发“帮助”看我能做什么。');
});

it('tells an organiser whose words have a figure in them who reports figures', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '黄浦区局第3项改成5')).toContain('各单位的数由本单位联络员报');
});
