/** Two organisers at once: a yes is said to what was shown, and where that is so no more it is shown anew. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('a deadline that another has moved meanwhile is shown again before it is moved', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止改到3月28日前');
  await talk.alone('organiser-2', '截止改到3月23日前');
  await talk.alone('organiser-2', '是');
  const moved = talk.group().length;
  const again = await talk.alone('organiser', '是');
  expect(again).toMatch(
    /^给您看过之后有变动，还没有办。请再看一遍：.*由“3月22日（周三）17:30前报齐，最迟3月23日（周四）24:00”改为/,
  );
  expect(moved).toBe(1);
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('organiser', '是')).toMatch(/^截止时间已改为：3月27日/);
});

it('moved to the same day meanwhile, there is nothing left to do', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止改到3月28日前');
  await talk.alone('organiser-2', '截止改到3月28日前');
  await talk.alone('organiser-2', '是');
  talk.group();
  expect(await talk.alone('organiser', '是')).toMatch(/^截止时间本来就是：/);
  expect(talk.group()).toEqual([]);
});

it('whom a roster takes off is shown again where it is another by now', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '安排值班 黄浦区局 王若溪');
  await talk.alone('huangpu-leader', '安排值班 黄浦区局 王若溪');
  await talk.alone('huangpu-leader', '是');
  expect(await talk.alone('organiser', '是')).toMatch(/^黄浦区局值班人员本来就是王若溪/);
});
