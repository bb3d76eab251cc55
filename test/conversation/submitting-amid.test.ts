/** 确认提交 amid other words: the table goes in with all that stands around it, unless the same breath asks or unsays it. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each([
  '公益广告4条，其余为0，确认提交，谢谢',
  '公益广告4条，确认提交，其余为0',
  '公益广告4条，确认提交，其余没有',
  '公益广告4条，其余为0，提交，辛苦了',
  '公益广告4条，其余为0。确认无误提交',
])('%s', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', words)).toContain('统计表》已提交');
});

it.each([
  '公益广告4条，其余为0，确认提交，行吗',
  '公益广告4条，其余为0，提交，先等等',
  '公益广告4条，其余为0，确认提交，算了先不交',
  '公益广告4条，其余为0，不提交',
])('is none in %s', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', words)).not.toContain('已提交');
});
