/** An order of its own is no yes to another one that waits, and whoever says no is not overruled by a later 是. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

describe.each(['取消活动', '移出 徐汇区局', '截止改到3月24日前', '通知大家：明天停电', '重发方案'])('%s', (waiting) => {
  it.each(['催办', '催催', '催', '催办吧'])('is not carried out by %s', async (words) => {
    const talk = await openPublished();
    await talk.alone('organiser', waiting);
    talk.group();
    expect(await talk.alone('organiser', words)).toMatch(/^将在工作群提醒27家/);
    expect(talk.group()).toEqual([]);
  });
});

it.each(['催', '催吧', '发吧', '好，催', '办'])('takes %s for a yes to a chase that was shown', async (words) => {
  const talk = await openPublished();
  await talk.alone('organiser', '催办');
  expect(await talk.alone('organiser', words)).toContain('已在工作群提醒27家');
});

it.each(['先别发', '好的，先别改', '不用了，还是10点', '别通知了', '先不改', '不改了，照原来的'])(
  'drops what was shown at %s',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('organiser', '截止改到3月24日前');
    expect(await talk.alone('organiser', words)).toContain('没有办');
    expect(await talk.alone('organiser', '是')).not.toContain('改为');
    expect(talk.group()).toEqual([]);
  },
);

it.each(['先不延期了', '不换了', '暂不下发了', '还是不改时间了', '就不调整了吧'])(
  'drops what was shown at %s, whichever verb it takes back',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('organiser', '截止改到3月24日前');
    expect(await talk.alone('organiser', words)).toBe('好的，没有办理。');
  },
);

it.each(['不明白', '不会用', '不太清楚了', '不知道了', '先不填了', '不清楚', '不太懂', '不涉及'])(
  'does not take %s for a no',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('organiser', '截止改到3月24日前');
    expect(await talk.alone('organiser', words)).not.toBe('好的，没有办理。');
  },
);

it.each(['是', '是的', '对', '对的。'])('says that nothing waits to %s', async (words) => {
  const talk = await openPublished();
  for (const id of ['organiser', 'huangpu-liaison', 'shanghai-leader'])
    expect(await talk.alone(id, words)).toBe('现在没有等您确认的事项。');
});
