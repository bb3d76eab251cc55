/** Files whose kind nobody said, drafts and pictures of something else. */
import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

const file = (name: string) => ({ name, kind: 'file' as const });
const image = (name: string) => ({ name, kind: 'image' as const });

it.each(['值班表.docx', '请假条.pdf', '现场.mp4', '新建文档.docx'])('asks what %s is', async (name) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', file(name))).toBe(
    `收到“${name}”，这是哪一项材料？\n1. 总结\n2. 图片\n请回序号；都不是请回“都不是”。`,
  );
  expect(await talk.alone('xuhui-liaison', '都不是')).toBe(`好的，“${name}”没有登记。\n还差：统计表、总结、图片。`);
});

it('registers it as what it is said to be', async () => {
  const talk = await openPublished();
  await talk.send('xuhui-liaison', file('新建文档.docx'));
  expect(await talk.alone('xuhui-liaison', '总结')).toBe('徐汇区局总结已收到（新建文档.docx）。\n还差：统计表、图片。');
});

it.each([
  ['总结.docx', '初稿，先别算'],
  ['总结（征求意见稿）.docx', ''],
  ['活动总结.docx', '是用这个模板吗？'],
  ['活动总结.docx', '先看看'],
])('takes %s with “%s” for no delivery', async (name, words) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', file(name), words)).not.toContain('总结已收到');
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('还差统计表、总结、图片');
});

it.each([
  [file('1.docx'), '这是统计表'],
  [file('填报数据.xlsx'), ''],
])('does not take a table in a file for a material: %o', async (sent, words) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', sent, words)).toMatch(/没有登记：文件里的数我读不出来，请把数直接发给我/);
});

it.each(['这是请假条', '用这种图可以吗'])('asks about a picture with “%s”', async (words) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', image('a.png'), words)).toMatch(/^收到“a.png”，这是哪一项材料？/);
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('总结、图片');
});

it('knows a roster where one is owed', async () => {
  const talk = await openPublished({ config: await foodFiles() });
  expect(await talk.send('xuhui-liaison', file('值班表.docx'))).toContain('徐汇区局值班表已收到（值班表.docx）。');
});

it('says to whom reports nothing that there is nothing to hand in, for any file', async () => {
  const talk = await openPublished();
  for (const name of ['总结.docx', '数据.xlsx', '值班表.docx'])
    expect(await talk.send('drug-liaison', file(name))).toBe('贵单位本次没有需要填报的统计表。');
});

it.each([
  [image('a.jpg'), '这张是去年的，不要算', '“a.jpg”不是今年的，没有登记。'],
  [image('a.jpg'), '这是2022年的照片', '“a.jpg”不是今年的，没有登记。'],
  [file('2022年总结.docx'), '', '“2022年总结.docx”不是今年的，没有登记。'],
  [file('总结.docx'), '不是我们的，转发给您看', '“总结.docx”不是本单位的，没有登记。'],
  [image('a.jpg'), '隔壁局的照片', '“a.jpg”不是本单位的，没有登记。'],
  [image('a.jpg'), '这张不要登记', '好的，“a.jpg”没有登记。'],
])('registers nothing that its own words take out, and says why: %o “%s”', async (sent, words, answer) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', sent, words)).toBe(answer);
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('总结、图片');
});

it.each([
  [image('a.jpg'), '2023年3月14日的活动照片'],
  [file('2023年总结.docx'), '这是我们的总结，去年那份不算'],
])('registers what is of this year: %o “%s”', async (sent, words) => {
  const talk = await openPublished();
  expect(await talk.send('xuhui-liaison', sent, words)).toContain('已收到');
});
