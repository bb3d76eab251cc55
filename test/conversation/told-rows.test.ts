/** 更正 goes to whoever was told the figure, and speaks of nothing else. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('corrects for a leader only the totals that were asked for', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，抖音12条，其余为0，总结、图片已报送OA，确认提交');
  await talk.alone('shanghai-leader', '抖音汇总');
  talk.told('shanghai-leader');
  await talk.alone('xuhui-liaison', '公益广告4条，抖音13条，确认提交');
  await talk.until('2023-03-12 09:05');
  const [sent, ...more] = talk.told('shanghai-leader');
  expect(more).toEqual([]);
  expect(sent?.text).toContain('抖音');
  expect(sent?.text).not.toContain('公益广告');
});

it('corrects nothing of what was not asked for, and everything after 汇总进度', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，抖音12条，其余为0，总结、图片已报送OA，确认提交');
  await talk.alone('shanghai-leader', '抖音汇总');
  await talk.alone('xuhui-liaison', '公益广告4条，确认提交');
  await talk.until('2023-03-12 09:05');
  expect(
    talk
      .told('shanghai-leader')
      .map(({ text }) => text)
      .filter((text) => text.includes('更正')),
  ).toEqual([]);
  await talk.alone('shanghai-leader', '汇总进度');
  await talk.alone('xuhui-liaison', '公益广告5条，确认提交');
  await talk.until('2023-03-12 09:10');
  expect(
    talk
      .told('shanghai-leader')
      .map(({ text }) => text)
      .join(),
  ).toContain('公益广告');
});
