/** 换班: the other person's word first. */
import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

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
  expect(talk.told('huangpu-liaison')).toEqual([]);
});

it.each(['王若溪', '由王若溪替', '换王若溪来值', '让王若溪到岗'])(
  'takes “%s” for the answer to who stands in',
  async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-15 08:20');
    await talk.alone('huangpu-leader', '晚会请假');
    expect(await talk.alone('huangpu-leader', words)).toContain('已问王若溪');
  },
);

it('asks the other about what one cannot come to alone, and tells once who was to see to it that it is settled', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:20');
  await talk.alone('huangpu-leader', '晚会请假');
  talk.told('organiser');
  expect(await talk.alone('huangpu-leader', '换王若溪来值')).toContain('已问王若溪');
  expect(talk.told('huangpu-liaison').at(-1)?.text).toMatch(/^【换班】褚安然请您替班：“3·15”晚会期间带队值守（[^、]*$/);
  await talk.alone('huangpu-liaison', '同意换班');
  expect(talk.told('organiser').map(({ text }) => text)).toEqual([
    '【值班提示】黄浦区局褚安然不能到岗的班次已改由王若溪值守：“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）。',
  ]);
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

it('asks nobody before the plan is out, and says so', async () => {
  const talk = await openConversation();
  expect(await talk.alone('huangpu-leader', '换班 王若溪')).toBe(
    '方案还没有发布，还没有问王若溪，值班表不变。请在方案发布后再发“换班 王若溪”。',
  );
  expect(await talk.alone('huangpu-liaison', '同意换班')).toBe('没有等您答复的换班。');
});

it('swaps within the unit only', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-leader', '换班 卫子航')).toMatch(/都要是本单位的同志。$/);
  expect(talk.told('xuhui-liaison')).toEqual([]);
});

it('leaves a shift alone that was checked in for before the other agreed, and swaps the one to come', async () => {
  const talk = await openPublished();
  await talk.alone('yangpu-leader', '换班 吕承志');
  await talk.until('2023-03-15 08:40');
  await talk.say('yangpu-leader', '到岗');
  await talk.until('2023-03-15 09:15');
  talk.told('yangpu-leader');
  expect(await talk.alone('yangpu-liaison', '同意换班')).toBe(
    '杨浦区局值班人员已改为吕承志（“3·15”晚会期间带队值守）。有变动的同志已另行通知。\n带队值守已到岗，不再调整。',
  );
  expect(talk.told('yangpu-leader').map(({ text }) => text)).toEqual([
    '【值班调整】您不再承担杨浦区局以下值班：“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）。',
    '【换班】吕承志已同意换班，但带队值守已到岗，不再调整。',
  ]);
  await talk.until('2023-03-15 09:25');
  expect(talk.told('yangpu-leader')).toEqual([]);
  expect(await talk.alone('organiser', '杨浦区局明细')).toContain(
    '带队值守（3月15日（周三）09:00—17:30）：施雅婷，已到岗。',
  );
});

it('rewrites no shift that is over, and says so to both', async () => {
  const talk = await openPublished();
  await talk.alone('yangpu-leader', '换班 吕承志');
  await talk.until('2023-03-15 23:00');
  talk.told('yangpu-leader');
  const late = '带队值守已结束，“3·15”晚会期间带队值守已结束，不再调整。';
  expect(await talk.alone('yangpu-liaison', '是')).toBe(late);
  expect(talk.told('yangpu-leader').map(({ text }) => text)).toEqual([`【换班】吕承志已同意换班，但${late}`]);
  expect(talk.told('yangpu-liaison').filter(({ text }) => text.includes('列入'))).toEqual([]);
  expect(await talk.alone('organiser', '杨浦区局明细')).toContain('施雅婷，未到岗');
});

it('swaps a shift that has begun and waits for somebody, and offers none that is held', async () => {
  const talk = await openPublished();
  await talk.alone('yangpu-leader', '换班 吕承志');
  await talk.until('2023-03-15 09:05');
  expect(await talk.alone('yangpu-liaison', '同意换班')).toContain('已改为吕承志（带队值守、“3·15”晚会期间带队值守）');
  await talk.say('yangpu-liaison', '到岗');
  await talk.alone('yangpu-liaison', '换班 施雅婷');
  expect(talk.told('yangpu-leader').at(-1)?.text).toContain('请您替班：“3·15”晚会期间带队值守（');
});
