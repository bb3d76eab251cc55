/** What was no order is answered with how it is given, for nobody but those it named; what only asks is answered. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each([
  ['徐汇区局延期到3月24日可以吗', '这句我没有当作指令办理。要办请直接发“徐汇区局延期到3月24日”。'],
  ['领导说长宁延期到3月24日', '这句我没有当作指令办理。要办请直接发“长宁区局延期到3月24日”。'],
  ['移出 质量发展处，还是算了', '好的，没有办理。'],
  ['截止改到3月24日前可以吗', '这句我没有当作指令办理。要办请直接发“截止改到3月24日前”。'],
  [
    '虹口的图片可以晚点交，3月27日前',
    '没看懂这句话，没有办。可以这样发：“虹口区局延期到3月24日”；发“帮助”看全部用法。',
  ],
  ['1号：压缩的可以，5张', '没看懂这句话，没有办。可以这样发：“答复1号：…”；发“帮助”看全部用法。'],
  ['明天上午10点给各区局发通知：开会', '没看懂这句话，没有办。可以这样发：“通知各区局：…”；发“帮助”看全部用法。'],
  ['公益广告5条', '没看懂这句话。各单位的数由本单位联络员报；发“帮助”看您能让我办什么。'],
])('answers the organiser’s “%s” with “%s”', async (words, answer) => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', words)).toBe(answer);
});

it('pauses nothing at words that may be about one unit, and tells whether they are paused', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '提醒停了吗')).toBe('报送提醒没有暂停。');
  expect(await talk.alone('organiser', '别催了')).toContain('要停全部单位的报送提醒请发“暂停提醒”');
  expect(await talk.alone('organiser', '提醒停了吗')).toContain('报送提醒没有暂停。');
  await talk.alone('organiser', '暂停提醒');
  expect(await talk.alone('organiser', '提醒停了吗')).toMatch(/^报送提醒自.*起已经暂停/);
});

it.each(['可以提交了吗', '现在可以报了吗', '已经提交了吗'])('takes no unit’s name out of “%s”', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).toMatch(/^【徐汇区局】\n[\s\S]*还差统计表、总结、图片/);
  expect(await talk.alone('organiser', words)).toMatch(/^【3·15活动进度】/);
});
