import { expect, it } from 'vitest';
import { given, shanghai, shanghaiDirectory } from '../../support/given.ts';
import { happened, published } from '../../support/histories.ts';

const cancelled = given(shanghai, shanghaiDirectory, [
  published(),
  happened('2023-03-13 09:00', { type: 'CampaignCancelled', by: 'organiser', note: '' }),
]);

it('refuses a message of several parts once', () => {
  const seen = cancelled.when('xuhui-liaison', '收到，总结已报送OA，公益广告3条');
  expect(seen.said.join('\n')).toBe(
    '3·15活动已于3月13日（周一）09:00取消，这条没有记录，也不用再办。如有疑问请联系组织者周文博、吴佳宁。',
  );
  expect(seen.refused).toBe('held');
});

it('still answers whoever only asks', () => {
  expect(cancelled.when('xuhui-liaison', '什么时候截止').refused).toBeNull();
  expect(cancelled.when('shanghai-leader', '未报单位').refused).toBeNull();
  expect(cancelled.when('xuhui-liaison', '帮助').refused).toBeNull();
});

it('plans nothing', () => {
  expect(cancelled.when('2023-03-15 09:00').sends).toEqual([]);
});
