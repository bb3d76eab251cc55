import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

const file = (name: string) => ({ name, kind: 'file' as const });
const image = (name: string) => ({ name, kind: 'image' as const });

it('takes a file, a picture, a word, or the word that there is none', async () => {
  const talk = await openPublished();
  expect(await talk.send('huangpu-liaison', file('活动总结.docx'))).toBe(
    '黄浦区局总结已收到（活动总结.docx）。\n还差：统计表、图片。',
  );
  expect(await talk.send('huangpu-liaison', image('IMG_001.jpg'))).toBe(
    '黄浦区局图片已收到（IMG_001.jpg）。\n还差：统计表。',
  );
  expect(await talk.alone('xuhui-liaison', '总结已报送OA')).toBe('徐汇区局总结已登记。\n还差：统计表、图片。');
  expect(await talk.alone('xuhui-liaison', '没有图片')).toBe('徐汇区局图片记为没有。\n还差：统计表。');
});

it('is complete only when table and materials are in, whichever comes last', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '总结和图片已发邮箱');
  expect(await talk.alone('xuhui-liaison', '公益广告3条，其余为0，确认提交')).toMatch(/已提交。\n已全部报齐，谢谢。$/);

  await talk.alone('jingan-liaison', '公益广告3条，其余为0，确认提交');
  expect(await talk.alone('jingan-liaison', '总结已报')).toBe('静安区局总结已登记。\n还差：图片。');
  expect(await talk.alone('jingan-liaison', '填报')).toBe(
    '统计表已由杨博文于3月12日（周日）09:00提交。要改请直接说，例如“第3项改成20”。\n还差：图片。',
  );
  expect(await talk.alone('shanghai-leader', '汇总进度')).toContain('报送：已报齐1/27家');
  expect(await talk.send('jingan-liaison', image('a.png'))).toBe('静安区局图片已收到（a.png）。\n已全部报齐，谢谢。');
  expect(await talk.alone('shanghai-leader', '汇总进度')).toContain('报送：已报齐2/27家');
  expect(await talk.alone('jingan-liaison', '进度')).toMatch(/^静安区局已报齐，谢谢。\n/);
});

it('takes figures beside a picture', async () => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', image('现场.jpg'), '公益广告3条')).toBe(
    '徐汇区局图片已收到（现场.jpg）。\n已记：第2项 播放公益广告 3条（“公益广告3条”）。\n还缺8项：第1、3、4、5、6、7、8、9项。发“填报”可以逐项补。',
  );
});

it('does not take a spreadsheet for the summary, and says how figures are reported', async () => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', file('徐汇统计表.xlsx'))).toBe(
    '“徐汇统计表.xlsx”没有登记：文件里的数我读不出来，请把数直接发给我，或发“填报”逐项报。如果它是总结，请回“总结已报送”。',
  );
  expect(await talk.alone('xuhui-liaison', '总结已报送')).toBe('徐汇区局总结已登记。\n还差：统计表、图片。');
});

it.each(['总结明天报', '总结还没写好', '图片稍后发'])('marks nothing at “%s”', async (words) => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', words);
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('还差统计表、总结、图片');
});

it('tells who does not report that there is nothing to hand in', async () => {
  const talk = await openPublished();
  expect(await talk.send('drug-liaison', file('总结.docx'))).toBe('贵单位本次没有需要填报的统计表。');
  expect(await talk.send('huangpu-leader', file('总结.docx'))).toBe('填报由各单位联络员办理，请联络员来发。');
  expect(await talk.send('newcomer', file('总结.docx'))).toMatch(/^还不知道您是哪个单位的。/);
});

it.each(['值班安排已报送OA', '值班安排已报', '值班安排发邮箱了', '值班安排：已报', '值班安排已经报送到OA了'])(
  'takes “%s” for the material of that name, not for an order to the roster',
  async (words) => {
    const files = await foodFiles();
    await files.edit('campaign', (text) => text.replace('title: 值班表, accepts', 'title: 值班安排, accepts'));
    const talk = await openPublished({ config: { campaigns: files.campaigns, directory: files.directory } });
    expect(await talk.alone('xuhui-liaison', words)).toMatch(/^徐汇区局值班安排已登记。/);
    expect(await talk.alone('xuhui-liaison', '值班安排 卫子航')).toMatch(/值班人员本来就是卫子航/);
    expect(await talk.alone('jingan-liaison', '值班安排暂无')).toContain('值班安排记为没有');
    expect(await talk.alone('jingan-liaison', '值班安排')).toContain('下一班：夜间值守');
  },
);
