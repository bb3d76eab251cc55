/** What came in time is not late for being corrected; what comes late is called so. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('calls the material late that is, and not the table that was in time', async () => {
  const talk = await openPublished();
  const say = (words: string) => talk.alone('xuhui-liaison', words);
  await say('公益广告3条，其余0，确认提交');
  await talk.until('2023-03-23 10:00');
  await say('公益广告4条');
  const confirmed = await say('确认提交');
  expect(confirmed).toContain('统计表》已提交。');
  expect(confirmed).not.toContain('逾期');
  expect(await say('总结已报送OA，图片无')).toContain('已全部报齐（逾期），谢谢。');
});

it('calls the table late that was not in', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-23 10:00');
  const said = await talk.alone('xuhui-liaison', '公益广告3条，其余0，确认提交');
  expect(said).toContain('已提交（逾期）。');
});
