/** 换班: the other person's word first. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const roster = async (talk: Awaited<ReturnType<typeof openPublished>>) =>
  /值班人员：(.*)。$/m.exec(await talk.alone('huangpu-liaison-2', '我的任务'))?.[1];

it.each(['换班 王若溪', '王若溪替我值班', '和王若溪换班', '换班 褚安然 王若溪'])(
  'asks the other at “%s”',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-leader', words)).toBe(
      '已问王若溪，同意后即调整值班表并告知您；同意前值班表不变。',
    );
    expect(talk.told('huangpu-liaison').at(-1)?.text).toMatch(/^【换班】褚安然请您替班：/);
    expect(await roster(talk)).toBe('褚安然');
  },
);

it.each(['同意换班', '是'])('changes the roster at the other’s “%s”, and tells both', async (yes) => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  talk.told('huangpu-liaison');
  expect(await talk.alone('huangpu-liaison-2', '同意换班')).toBe('没有等您答复的换班。');
  expect(await talk.alone('huangpu-liaison', yes)).toContain('黄浦区局值班人员已改为王若溪');
  expect(await roster(talk)).toBe('王若溪');
  expect(talk.told('huangpu-leader').at(-1)?.text).toMatch(/^【值班调整】您不再承担黄浦区局以下值班：/);
  expect(talk.told('huangpu-liaison').at(-1)?.text).toMatch(/^【值班安排】您已列入黄浦区局值班：/);
});

it.each(['不同意换班', '不用了'])('leaves the roster at “%s”, and tells who asked', async (no) => {
  const talk = await openPublished();
  await talk.alone('huangpu-leader', '换班 王若溪');
  expect(await talk.alone('huangpu-liaison', no)).toBe('好的，值班表不变，已告知对方。');
  expect(await roster(talk)).toBe('褚安然');
  expect(talk.told('huangpu-leader').at(-1)?.text).toBe('【换班】王若溪没有同意换班，值班表不变，请另找同志。');
});

it('leaves it to the one on duty to ask', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', '换班 褚安然 王若溪')).toBe('换班要由本人提出，请褚安然发“换班 王若溪”。');
  expect(await roster(talk)).toBe('褚安然');
});

it('swaps within the unit only', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-leader', '换班 卫子航')).toMatch(/都要是本单位的同志。$/);
  expect(talk.told('xuhui-liaison')).toEqual([]);
});
