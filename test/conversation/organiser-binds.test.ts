/** An organiser registers others, and stays where he is. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each(['绑定 长宁区局 薛从文', '新增联络员 长宁区局 薛从文', '绑定 薛从文 长宁区局'])(
  'registers the person named at “%s”, and tells them',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', words)).toBe('已把薛从文登记为长宁区局人员。已告知本人。');
    expect(talk.told('newcomer').map(({ text }) => text)).toEqual([
      '组织者已把您登记为长宁区市场监督管理局的联络员。发“我的任务”看看要做什么。',
    ]);
    expect(await talk.alone('newcomer', '公益广告3条')).toMatch(/^已记：/);
    expect(await talk.alone('organiser', '我的任务')).toContain('消费者权益保护处');
  },
);

it('says how to register somebody nobody knows, and changes nothing', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '绑定 长宁区局 赵六')).toBe(
    '通讯录里没有“赵六”。请本人先给我发“绑定 长宁区市场监督管理局”，您确认后即可办理。',
  );
  expect(await talk.alone('organiser', '我的任务')).toContain('消费者权益保护处');
});

it('does not move the organiser where no name is given', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '绑定 长宁区局')).toBe(
    '您是组织者，我没有改动您的单位。要登记别人请发“绑定 长宁区市场监督管理局 姓名”。',
  );
  expect(await talk.alone('organiser', '我的任务')).toContain('消费者权益保护处');
});

it('shows whom it moves from another office before it does', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '绑定 长宁区局 卫子航')).toBe(
    '卫子航现在是徐汇区局人员，将改登记到长宁区局，不再代表徐汇区局；徐汇区局将没有联络员，已报的数不变。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(await talk.alone('organiser', '徐汇区局人员')).toContain('卫子航');
  expect(await talk.alone('organiser', '是')).toBe(
    '已把卫子航登记为长宁区局人员（原为徐汇区局人员，不再代表徐汇区局）。已告知本人。',
  );
});

it('shows a confirmed request that moves somebody', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-liaison', '绑定 长宁区局');
  expect(await talk.alone('organiser', '确认绑定1')).toMatch(/^王若溪现在是黄浦区局人员，将改登记到长宁区局/);
  expect(await talk.alone('organiser', '绑定申请')).toContain('1号 王若溪');
  expect(await talk.alone('organiser', '是')).toBe('已确认：王若溪为长宁区市场监督管理局联络员。');
});
