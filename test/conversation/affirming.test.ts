/** 好的 and 不行, as people say them: before an order, behind other business, to a colleague's request. */
import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

it.each([
  'ok提交吧',
  '好的提交',
  '好的，确认提交',
  '可以，提交',
  '嗯嗯 提交吧',
  '没问题，提交',
  '好，提交',
  '没问题，确认提交',
])('carries out the order behind the yes: %s', async (words) => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  expect(await talk.alone('xuhui-liaison', words)).toContain('已提交');
});

it('answers the open question by the yes, and then obeys', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  await talk.alone('xuhui-liaison', '全部为0');
  expect(await talk.alone('xuhui-liaison', '对的提交')).toContain('已提交');
  expect(await talk.alone('xuhui-liaison', '看表')).toContain('播放公益广告 0条');
});

it.each(['可以提交吗', '好的，等下提交', '好的，先不提交', '可以提交？', '行，明天提交'])(
  'carries nothing out at %s',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
    expect(await talk.alone('xuhui-liaison', words)).not.toContain('已提交');
  },
);

it('takes the order said once more behind a yes for the yes', async () => {
  const talk = await openConversation();
  await talk.alone('organiser', '发布方案');
  expect(await talk.alone('organiser', '好的，发布方案')).toMatch(/^方案正在发到工作群/);
});

const waits = '刚才的还没办：将在工作群提醒27家未报齐单位，@各家联络员。要办请回“是”，不办请回“不用了”。';

it('says after words it does not understand that an order waits, and how to answer', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催办');
  expect(await talk.alone('organiser', '那个啥来着')).toBe(`没看懂这句话。发“帮助”看我能做什么。\n${waits}`);
  expect(await talk.alone('organiser', '好')).toBe('已在工作群提醒27家未报齐单位。');
});

it('does not take a nod to other business for a yes to what was shown before it', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催办');
  expect(await talk.alone('organiser', '谁没收到')).toContain(`\n${waits}`);
  expect(await talk.alone('organiser', '好的')).toBe(waits);
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('organiser', '是')).toBe('已在工作群提醒27家未报齐单位。');
});

it.each(['不行，还早', '不用，我自己打电话', '先不催', '别催了', '不同意'])(
  'lets go of what was shown at %s',
  async (no) => {
    const talk = await openPublished();
    await talk.alone('organiser', '催办');
    expect(await talk.alone('organiser', no)).toBe('好的，没有办理。');
  },
);

const roster = async (talk: Awaited<ReturnType<typeof openPublished>>) =>
  /值班人员：(.*)。$/m.exec(await talk.alone('huangpu-liaison-2', '我的任务'))?.[1];

it.each([
  '不行，我没空',
  '不同意',
  '没时间',
  '我去不了',
  '那天出差',
  '不行',
  '不好意思，走不开',
  '抱歉我今晚走不开',
  '实在不方便',
  '来不了',
])('declines a swap at %s', async (words) => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  expect(await talk.alone('huangpu-liaison', words)).toBe('好的，值班表不变，已告知对方。');
  expect(await roster(talk)).toBe('褚安然');
});

it.each([
  '可以',
  '行，我来',
  '好的，没问题',
  '我替你',
  '同意，换班',
  '我可以的',
  '可以的',
  '我替吧',
  '没问题',
  '同意',
  'ok',
])('accepts a swap at %s', async (words) => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  expect(await talk.alone('huangpu-liaison', words)).toContain('值班人员已改为王若溪');
});

it('takes figures for a report, whatever is said beside them while a swap waits', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  expect(await talk.alone('huangpu-liaison', '公益广告3条，有事先走了')).toMatch(/^已记：第2项/);
  expect(await roster(talk)).toBe('褚安然');
  expect(await talk.alone('huangpu-liaison', '可以')).toContain('值班人员已改为王若溪');
});

it('accepts no swap by a nod to other business, nor by one in the group', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  expect(await talk.say('huangpu-liaison', '好的')).toMatch(/^【换班】褚安然请您替班/);
  await talk.alone('huangpu-liaison', '几号截止');
  expect(await talk.alone('huangpu-liaison', '好的')).toMatch(/^【换班】褚安然请您替班/);
  expect(await roster(talk)).toBe('褚安然');
  expect(await talk.alone('huangpu-liaison', '我有空，没问题吧？')).not.toContain('已改为');
  expect(await talk.alone('huangpu-liaison', '可以')).toContain('值班人员已改为王若溪');
});

it('records no doubtful figure by a nod to other business', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '抖音300000条')).toContain('确认吗？对请回“是”');
  await talk.alone('xuhui-liaison', '几号截止');
  expect(await talk.alone('xuhui-liaison', '好的')).toMatch(/^第3项 抖音小视频参与数“抖音300000条”.*确认吗/);
  expect(await talk.alone('xuhui-liaison', '好的')).toContain('已记：第3项 抖音小视频参与数 300000条');
});
