/** Days, hours and shifts as they are told. */
import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

const ended = '“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）已结束，到岗1/21家。未到岗：执法总队 鲁正阳；';

it.each(['值班情况', '昨天谁值班', '昨晚值班都到了吗'])('still names at “%s” who was absent', async (words) => {
  const talk = await openPublished();
  await talk.until('2023-03-15 19:30');
  await talk.say('xuhui-liaison', '到岗');
  await talk.until('2023-03-16 09:00');
  const status = await talk.alone('shanghai-leader', words);
  const gala = status.split('\n').at(-1);
  expect(gala).toContain(ended);
  expect(gala).not.toContain('徐汇区局');
});

it('answers for the day that is asked about', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-16 09:00');
  expect(await talk.alone('shanghai-leader', '今天谁值班')).toBe('3月16日（周四）没有值班安排。');
  await talk.until('2023-03-16 10:00');
  expect(await talk.alone('shanghai-leader', '明天谁值班')).toBe('3月17日（周五）没有值班安排。');
});

it('shows that a night shift ends on the next day', async () => {
  const talk = await openPublished({ config: await foodFiles() });
  for (const words of ['值班情况', '我的任务'])
    expect(await talk.alone('xuhui-liaison', words)).toContain('3月15日（周三）20:00—次日08:00');
});

it.each(['截止改到今天', '截止改到3月12日前', '截止改到今天24点'])(
  'says after closing time that “%s” is the end of the day',
  async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-12 18:30');
    expect(await talk.say('organiser', words)).toContain('改为“3月12日（周日）24:00前报齐”');
  },
);

it.each(['截止改到2月29日前', '截止改到2月30日前'])('does not take “%s” for another year’s', async (words) => {
  const talk = await openPublished();
  expect(await talk.say('organiser', words)).toMatch(/^没看懂新的截止时间。/);
});

it('tells no total where nobody has submitted', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条');
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toBe('第2项 播放公益广告还没有单位提交（0/27家）。');
  expect(await talk.alone('shanghai-leader', '汇总进度')).toContain('合计：还没有单位提交统计表。');
});
