import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

it.each(['徐汇公益广告3条', '@徐汇 公益广告3条', '徐汇抖音3条', '徐汇第2项3条', '替徐汇报一下 公益广告3条'])(
  'does not record “%s” for Huangpu',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-liaison', words)).toBe(
      '这条写的是徐汇区局的数，没有记。您只能填报黄浦区局，徐汇区局的请由其联络员来报。',
    );
    expect(await talk.alone('huangpu-liaison', '进度')).toContain('还差统计表、总结、图片');
  },
);

it('does not record what Huangpu is heard to have reported for Minhang', async () => {
  const talk = await openPublished();
  expect(await talk.alone('minhang-liaison', '黄浦那边报了公益广告3条吧')).toBe(
    '这条写的是黄浦区局的数，没有记。您只能填报闵行区局，黄浦区局的请由其联络员来报。',
  );
});

it.each([
  '徐汇区局：公益广告3条，抖音5条',
  '听徐汇说他们公益广告3条',
  '徐汇的数我一起报了，公益广告3条',
  '帮徐汇代报：案件2件',
])('does not record another unit’s figures however they are told: “%s”', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', words)).toMatch(/^这条写的是徐汇区局的数，没有记。/);
  for (const person of ['huangpu-liaison', 'xuhui-liaison'])
    expect(await talk.alone(person, '进度')).toContain('还差统计表、总结、图片');
});

it('names the table it wrote where a unit has several', async () => {
  const talk = await openPublished({ config: await foodFiles() });
  expect(await talk.alone('huangpu-liaison', '黄浦区局：检查30户')).toMatch(
    /^《执法情况统计表》已记：第1项 检查经营主体 30户次/,
  );
  expect(await talk.alone('huangpu-liaison', '徐汇区局：检查30户')).toMatch(/^这条写的是徐汇区局的数，没有记。/);
});

it('takes a place that begins like another unit’s name for one’s own', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', '静安寺广场咨询2次')).not.toContain('没有记');
});

const refused = '这条写的是徐汇区局的材料，没有登记。您只能报送黄浦区局的材料，徐汇区局的请由其联络员来报。';

it.each(['徐汇区局总结已报送OA', '徐汇总结已报送OA', '图片已发邮箱，徐汇区局总结已报送OA'])(
  'does not take “%s” from Huangpu',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-liaison', words)).toBe(refused);
    expect(await talk.alone('huangpu-liaison', '进度')).toContain('还差统计表、总结、图片');
  },
);

it.each([
  ['徐汇区局活动总结.docx', refused],
  ['徐汇总结.docx', refused],
  ['黄浦区局活动总结.docx', '黄浦区局总结已收到（黄浦区局活动总结.docx）。\n还差：统计表、图片。'],
  [
    '上海市市场监督管理局315活动总结.docx',
    '黄浦区局总结已收到（上海市市场监督管理局315活动总结.docx）。\n还差：统计表、图片。',
  ],
])('looks at whose paper %s is', async (name, reply) => {
  const talk = await openPublished();
  expect(await talk.send('huangpu-liaison', { name, kind: 'file' })).toBe(reply);
});
