import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('answers receipts in the group with the first, the half and the last, however long they take', async () => {
  const talk = await openPublished();
  const lines: string[] = [];
  for (const [index, person] of talk.reporters().entries()) {
    await talk.until(`2023-03-12 ${String(9 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 ? '30' : '15'}`);
    const line = await talk.say(person, '收到');
    if (line !== '') lines.push(line);
  }
  expect(lines).toEqual(['黄浦区局已签收（2/28）。', '已签收14/28家。', '28家单位已全部签收，谢谢。']);
});

it.each(['收到，马上落实', '收到，马上办理', '收到，即将部署', '已收到，尽快落实'])(
  'takes “%s” for a receipt, not for somebody on the way to their shift',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).toBe('徐汇区局已签收（2/28）。');
    expect(await talk.alone('publicity-liaison', words)).toBe('新闻宣传处已签收（3/28）。');
  },
);

it.each(['马上到', '堵车，马上到', '在路上', '快到了', '正在赶来', '正往单位赶', '马上到岗', '来的路上'])(
  'notes “%s” as on the way',
  async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-15 09:05');
    expect(await talk.alone('xuhui-leader', words)).toBe('好的，已记在路上，到了请回“到岗”（带队值守）。');
  },
);

it('shows the table in full once the last single answer completes it', async () => {
  const talk = await openPublished();
  const who = 'xuhui-liaison';
  await talk.alone(who, '填报');
  for (const figure of ['1', '2', '3', '400', '5', '6', '7', '8'])
    expect(await talk.alone(who, figure)).not.toContain('项已填齐');
  const last = await talk.alone(who, '9');
  expect(last).toContain('9项已填齐：\n1 组织重要新闻发布 1次\n2 播放公益广告 2条');
  expect(last).toContain('9 查处侵害消费者权益案件 9件\n核对无误请回“确认提交”。');
  expect(await talk.alone(who, '第3项改成4')).not.toContain('项已填齐');
});

it('tells only what changed when a whole table is said once more', async () => {
  const talk = await openPublished();
  const who = 'xuhui-liaison';
  await talk.alone(who, '1、1 2、2 3、3 4、400 5、5 6、6 7、7 8、8 9、9');
  expect(await talk.alone(who, '1、1 2、2 3、4 4、400 5、5 6、6 7、7 8、8 9、9')).toBe(
    [
      '已记：第3项 抖音小视频参与数 4条（“3、4”，原3条）。',
      '核对无误请回“确认提交”。',
      '另缺：总结、图片（直接发给我，或回“总结已报送OA”）。',
    ].join('\n'),
  );
});

it('does not quote a bare figure beside itself', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告20条');
  expect(await talk.alone('xuhui-liaison', '不是20是13')).toContain('已记：第2项 播放公益广告 13条（原20条）。');
});

it('asks which row where two hold the figure that was wrong', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告16条，抖音16条');
  expect(await talk.alone('xuhui-liaison', '不是16是9')).toBe(
    '“9”是哪一项？\n1. 播放公益广告 9条\n2. 抖音小视频参与数 9条\n请回序号，或直接写清楚。',
  );
});
