/** Figures that are said not to be this table's, now: not recorded, and told why. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

const liaison = 'xuhui-liaison';

it.each([
  ['不要把案件改成3件', '好的，“案件改成3件”没有记。'],
  ['先别把公益广告改成8条', '好的，“公益广告改成8条”没有记。'],
  ['公益广告别填5条', '好的，“公益广告别填5条”没有记。'],
  ['抖音先不填5条', '好的，“抖音先不填5条”没有记。'],
  ['案件3件先别报', '好的，“案件3件”没有记。'],
  ['资料500份不是我们的', '“资料500份”不是本单位的数，没有记。'],
  ['案件3件是隔壁局办的', '“案件3件”不是本单位的数，没有记。'],
  ['他们案件3件', '“案件3件”不是本单位的数，没有记。'],
  ['公益广告5条，这是去年的', '“公益广告5条”不是今年的数，没有记。'],
  ['公益广告5条是去年的', '“公益广告5条”不是今年的数，没有记。'],
  ['公益广告5条，这是2022年的', '“公益广告5条”不是今年的数，没有记。'],
  ['新闻发布下周二开2次', '“新闻发布下周二开2次”还没有开展，没有记，开展后请再报。'],
  ['专题报道下个月2次', '“专题报道下个月2次”还没有开展，没有记，开展后请再报。'],
])('records nothing at “%s” and says so', async (words, answer) => {
  const talk = await openPublished();
  await talk.alone(liaison, '案件2件');
  expect(await talk.alone(liaison, words)).toBe(answer);
  const table = await talk.alone(liaison, '看表');
  expect(table).toContain('9 查处侵害消费者权益案件 2件');
  expect(table.match(/未填/g)).toHaveLength(8);
});

it.each([
  ['公益广告5条，这是2023年的', '2 播放公益广告 5条'],
  ['公益广告、抖音分别填3条、5条', '3 抖音小视频参与数 5条'],
  ['案件3件，不用改', '9 查处侵害消费者权益案件 3件'],
  ['案件3件是我们办的', '9 查处侵害消费者权益案件 3件'],
  ['公益广告是去年的2倍，3条', '2 播放公益广告 3条'],
  ['公益广告5条，不要改成8条', '2 播放公益广告 5条'],
])('records what is the unit’s own at “%s”', async (words, line) => {
  const talk = await openPublished();
  await talk.alone(liaison, words);
  expect(await talk.alone(liaison, '看表')).toContain(line);
});

it('zeroes no row that is not to be filled yet', async () => {
  const talk = await openPublished();
  expect(await talk.alone(liaison, '公益广告3条，抖音先别填5条，其余为0，确认提交')).toBe(
    [
      '已记：第2项 播放公益广告 3条（“公益广告3条”）。',
      '第1、4、5、6、7、8、9项记为0。',
      '第3项 抖音小视频参与数还没有报准，没有记0。',
      '好的，“抖音先别填5条”没有记。',
      '还不能提交。',
      '第3项 抖音小视频参与数还没有统计好，统计好后请报准确数（条）。',
    ].join('\n'),
  );
});

describe('a table named by its place', () => {
  it.each(['第二张', '填报第二张', '第二张表', '填另一张'])('is asked about, and no figure: %s', async (words) => {
    const talk = await openThreeReturns();
    await talk.alone('beishan-liaison', '填报');
    expect(await talk.alone('beishan-liaison', words)).toMatch(
      /^共有2项报送，请说明是哪一项：\n1\. 排查整治统计表\n2\. 宣传培训统计表/,
    );
    expect(await talk.alone('beishan-liaison', '看表')).not.toMatch(/[12]个|[12]处/);
  });
});
