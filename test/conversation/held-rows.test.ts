/** A row under an open question, an ambiguity or a refusal is never zeroed and never submitted over. */
import { describe, expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

async function open(config?: Awaited<ReturnType<typeof foodFiles>>) {
  const talk = await openPublished(config ? { config } : {});
  return (text: string) => talk.alone('xuhui-liaison', text);
}

const rests = ['其余为0', '其他都是0', '剩下的没有', '别的都没有', '其他各项均为零'];

it.each(rests)('leaves the row that was asked about out of “%s” and names it', async (rest) => {
  const type = await open();
  await type('公益广告3条，专题报道200多次');
  expect(await type(rest)).toMatch(
    /^第1、3、4、5、6、7、9项记为0。\n第8项 专题报道还没有报准，没有记0。\n“专题报道200多次”/,
  );
  expect(await type('确认提交')).toMatch(/^还不能提交。\n“专题报道200多次”是约数，没有记。/);
  expect(await type('进度')).toContain('\n8 专题报道 未填\n');
});

it('holds it in the message that says both, and confirms once the figure is there', async () => {
  const type = await open();
  expect(await type('公益广告近10条，抖音12条，其余为0，确认提交')).toBe(
    [
      '已记：第3项 抖音小视频参与数 12条（“抖音12条”）。',
      '第1、4、5、6、7、8、9项记为0。',
      '第2项 播放公益广告还没有报准，没有记0。',
      '还不能提交。',
      '“公益广告近10条”是约数，没有记。请报第2项 播放公益广告的准确数（条）。',
    ].join('\n'),
  );
  expect(await type('公益广告9条，确认提交')).toMatch(/已提交。\n还差：总结、图片。$/);
});

it('understands zeros for the rest where nothing but the row in doubt is left, and puts the question once', async () => {
  const type = await open();
  await type('公益广告约10条，其余为0');
  const answer =
    '第2项 播放公益广告还没有报准，没有记0。\n“公益广告约10条”是约数，没有记。请报第2项 播放公益广告的准确数（条）。';
  expect(await type('其余为0')).toBe(answer);
  expect((await type('其余为0，确认提交')).match(/是约数/g)).toHaveLength(1);
});

it.each([
  ['公益广告约10条', '第2项 播放公益广告', '播放公益广告'],
  ['咨询2场 科普3场', '第5项 开展咨询、科普', '开展咨询、科普'],
  ['公益广告1.5条', '第2项 播放公益广告', '播放公益广告'],
  ['抖音-3条', '第3项 抖音小视频参与数', '抖音小视频参与数'],
  ['公益广告300000条', '第2项 播放公益广告', '播放公益广告'],
])('holds the row of “%s”', async (words, row, label) => {
  const type = await open();
  await type(words);
  expect(await type('其余为0')).toContain(`${row}还没有报准，没有记0。`);
  expect(await type('确认提交')).toMatch(/^还不能提交。/);
  expect(await type('进度')).toContain(` ${label} 未填`);
});

it.each([
  ['200人次', '第3项 消费者参与活动数量', '是'],
  ['参与活动消费者200多人次', '第3项 消费者参与活动数量', '210人次'],
  ['普法活动约5场', '第1项 组织普法活动', '5'],
])('holds the row of “%s” in another form', async (words, row, answer) => {
  const type = await open(await foodFiles());
  await type(words);
  expect(await type('其余为0')).toContain(`${row}还没有报准，没有记0。`);
  expect(await type('确认提交')).toMatch(/^还不能提交。/);
  expect(await type(answer)).toMatch(new RegExp(`6项已填齐：[^]*${row.replace('第', '').replace('项', '')} [1-9]\\d*`));
  expect(await type('确认提交')).toContain('《宣传教育情况统计表》已提交。');
});

it.each(['没有了', '没了', '暂无'])('keeps a figure and its question at “%s”', async (words) => {
  const type = await open();
  await type('资料5000份');
  const question = await type('资料发了3千多');
  expect(await type(words)).toContain(question);
  expect(await type('进度')).toContain('4 印发各类宣传资料 5000册');
});

it.each([
  '我们局没有抖音账号，这项怎么填',
  '没有抖音号的单位填什么',
  '抖音没有的话怎么办',
  '没做抖音，要填0吗？',
  '抖音没有可以不填吗',
])('records nothing at “%s”', async (question) => {
  const type = await open();
  await type('抖音15条');
  expect(await type(question)).not.toContain('已记');
  expect(await type('进度')).toContain('3 抖音小视频参与数 15条');
});

it('drops no figure where a row is named, and not a yes, to whether all are dropped', async () => {
  const type = await open();
  await type('公益广告3条，抖音5条');
  expect(await type('全部为0')).toMatch(/要全部改为0吗/);
  await type('公益广告');
  expect(await type('进度')).toContain('2 播放公益广告 3条\n3 抖音小视频参与数 5条');
});

describe('a row that is still being counted', () => {
  const waits = '第8项 专题报道还没有统计好，统计好后请报准确数（次）。';

  it('is neither zeroed nor submitted over in the message that says so', async () => {
    const type = await open();
    expect(await type('公益广告3条，专题报道还没统计出来，其余为0，确认提交')).toBe(
      [
        '已记：第2项 播放公益广告 3条（“公益广告3条”）。',
        '第1、3、4、5、6、7、9项记为0。',
        '第8项 专题报道还没有报准，没有记0。',
        '还不能提交。',
        waits,
      ].join('\n'),
    );
    expect(await type('专题报道2次，确认提交')).toContain('已提交。');
  });

  it.each(['2次', '没有', '专题报道没有'])('is held over other messages until “%s” comes', async (figure) => {
    const type = await open();
    expect(await type('专题报道没有统计')).toMatch(/^好的，先空着。/);
    expect(await type('其余为0')).toContain('第8项 专题报道还没有报准，没有记0。');
    expect(await type('好的')).toBe('好的。');
    expect(await type('确认提交')).toBe(`还不能提交。\n${waits}`);
    expect(await type(figure)).toContain('9项已填齐：');
    expect(await type('确认提交')).toContain('已提交。');
  });

  it('holds a figure that is recorded until it is said again', async () => {
    const type = await open();
    await type('资料3000份，其余为0');
    expect(await type('资料没有统计完')).toMatch(/^好的，等您的准确数，报来之前不提交。/);
    expect(await type('确认提交')).toMatch(/^还不能提交。\n第4项 印发各类宣传资料还没有统计好/);
    await type('资料3000份');
    expect(await type('确认提交')).toContain('已提交。');
  });

  it('goes on being held where its question was put off', async () => {
    const type = await open();
    await type('公益广告约10条');
    await type('还没统计好，明天报');
    expect(await type('其余为0')).toContain('第2项 播放公益广告还没有报准，没有记0。');
    expect(await type('确认提交')).toMatch(/^还不能提交。/);
  });

  it('is held where it was asked for, and the next row is asked for', async () => {
    const type = await open();
    await type('填报');
    await type('还没统计好');
    expect(await type('跳过')).toMatch(/^第2项/);
    expect(await type('2')).toContain('第3项 抖音小视频参与数（条）：');
    expect(await type('其余为0')).toContain('第1项 组织重要新闻发布还没有报准，没有记0。');
  });

  it('is let go by taking it back', async () => {
    const type = await open();
    await type('专题报道没有统计');
    await type('撤回');
    expect(await type('其余为0')).toContain('9项已填齐：');
  });
});
