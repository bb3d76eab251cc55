/** An organiser registers others, and stays where he is. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each(['绑定 长宁区局 薛从文', '新增联络员 长宁区局 薛从文', '绑定 薛从文 长宁区局'])(
  'registers the person named at “%s”, and tells them',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', words)).toBe('已把薛从文登记为长宁区局人员，并告知本人。');
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

it('says from which office a person is moved', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '绑定 长宁区局 王若溪')).toBe(
    '已把王若溪登记为长宁区局人员（原为黄浦区局人员，不再代表黄浦区局），并告知本人。',
  );
});
