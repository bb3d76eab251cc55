import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it('asks for the exact number behind a rough one and takes the bare answer', async () => {
  const { type } = await open();
  expect(await type('公益广告大约300条')).toBe(
    '“公益广告大约300条”是约数，没有记。请报第2项 播放公益广告的准确数（条）。',
  );
  expect(await type('280')).toMatch(/^已记：第2项 播放公益广告 280条。/);
});

it('offers the readings of an unclear message and takes the number of one', async () => {
  const { type } = await open();
  expect(await type('3条')).toBe(
    '“3条”是哪一项？\n1. 播放公益广告 3条\n2. 抖音小视频参与数 3条\n请回序号，或直接写清楚。',
  );
  expect(await type('2')).toMatch(/^已记：第3项 抖音小视频参与数 3条。/);
});

it('lets a question go at 都不是, and asks it again at words that answer nothing', async () => {
  const { type } = await open();
  const question = await type('3条');
  expect(await type('嘟嘟嘟')).toContain(question);
  expect(await type('都不是')).toMatch(/^好的，没有记，也不再问。有准确数了再报给我。/);
  expect(await type('专题报道3次')).toMatch(/^已记：第8项 专题报道 3次。\n还缺8项/);
});

it('asks plainly where only one row can be meant', async () => {
  const { type } = await open();
  expect(await type('12件')).toBe('“12件”是指“查处侵害消费者权益案件 12件”吗？对请回“是”，不对请写上项目名称。');
  expect(await type('是')).toMatch(/^已记：第9项 查处侵害消费者权益案件 12件。/);
});

it('records the certain part of a message and asks about the rest', async () => {
  const { type } = await open();
  expect(await type('抖音12条，公益广告大约300条')).toMatch(
    /^已记：第3项 抖音小视频参与数 12条（“抖音12条”）。\n“公益广告大约300条”是约数，没有记。/,
  );
});

it('does not repeat a question after other values, unless it alone holds the table up or is asked for', async () => {
  const { type } = await open();
  const question = '“公益广告大约300条”是约数，没有记。请报第2项 播放公益广告的准确数（条）。';
  expect(await type('公益广告大约300条')).toBe(question);
  expect(await type('抖音12条')).not.toContain('约数');
  expect(await type('进度')).toContain(question);
  expect(await type('其余为0')).toContain(question);
  expect(await type('确认提交')).toBe(`还不能提交。\n${question}`);
  expect(await type('公益广告280条')).not.toContain('约数');
});

it('doubts a figure far beyond the others’, and takes 是 for an answer', async () => {
  const { talk, type } = await open();
  for (const unit of ['jingan', 'putuo', 'hongkou'])
    await talk.alone(`${unit}-liaison`, '公益广告4条，其余为0，确认提交');
  expect(await type('公益广告4000条')).toBe(
    '第2项 播放公益广告“公益广告4000条”比平常大很多（其他单位一般在4条左右），确认吗？对请回“是”，不对请重报。',
  );
  expect(await type('是')).toMatch(/^已记：第2项 播放公益广告 4000条。/);
});

it('refuses what no office counts', async () => {
  const { type } = await open();
  expect(await type('公益广告999999999999条')).toMatch(/这个数太大了，没有记，请核对后再报。/);
  expect(await type('进度')).toContain('还差统计表、总结、图片');
});

it('answers questions about the form and the receiver', async () => {
  const { type } = await open();
  expect(await type('什么时候交')).toMatch(/^活动总结和统计表：“2023年3月22日前”/);
  expect(await type('怎么填')).toMatch(/^可以这样写：“组织重要新闻发布3次/);
});
