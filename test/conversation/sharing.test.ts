import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('lets two people of one unit fill the same table, and keeps who said what', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-liaison', '公益广告3条，抖音12条');
  expect(await talk.alone('huangpu-liaison-2', '第3项改成20')).toMatch(/（“第3项改成20”，原12条）/);
  await talk.until('2023-03-13 15:20');
  await talk.alone('huangpu-liaison', '公益广告再加2条');
  expect(await talk.alone('shanghai-leader', '谁改过 黄浦区局第3项')).toBe(
    [
      '黄浦区局 第3项 抖音小视频参与数：',
      '3月12日（周日）09:00 王若溪 12条（“抖音12条”）',
      '3月12日（周日）09:00 冯启明 20条（“第3项改成20”）',
    ].join('\n'),
  );
  expect(await talk.alone('huangpu-liaison-2', '谁改过 第2项')).toBe(
    [
      '黄浦区局 第2项 播放公益广告：',
      '3月12日（周日）09:00 王若溪 3条（“公益广告3条”）',
      '3月13日（周一）15:20 王若溪 5条（“公益广告再加2条”）',
    ].join('\n'),
  );
});

it('keeps what was taken back in the history', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条');
  await talk.alone('xuhui-liaison', '撤回');
  expect(await talk.alone('organiser', '谁改过 徐汇区局第2项')).toBe(
    '徐汇区局 第2项 播放公益广告：\n3月12日（周日）09:00 卫子航 3条（“公益广告3条”）\n3月12日（周日）09:00 卫子航 撤回（“撤回”）',
  );
});

it('shows a reporter the history of the own unit only', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条');
  expect(await talk.alone('huangpu-liaison', '谁改过 徐汇区局第2项')).toBe('只能查本单位的填报记录。');
  expect(await talk.alone('huangpu-liaison', '谁改过 第2项')).toBe('黄浦区局 第2项 播放公益广告还没有报过数。');
  expect(await talk.alone('shanghai-leader', '谁改过')).toBe('请写明单位和项目，例如“谁改过 单位简称 第2项”。');
});

it('leads each of two people through the rows that are missing, whoever filled the others', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', '填报')).toContain('第1项');
  await talk.alone('huangpu-liaison-2', '第1项4，第2项5');
  expect(await talk.alone('huangpu-liaison-2', '填报')).toMatch(/已填2\/9项，接着填。.*\n第3项/);
  await talk.alone('huangpu-liaison', '上一项');
  expect(await talk.alone('huangpu-liaison', '7')).toMatch(
    /^已记：第1项 组织重要新闻发布 7次（原4次）。\n还缺7项。第3项/,
  );
});

it('keeps drafts and the place in the conversation over days and restarts', async () => {
  const talk = await openPublished({ durable: true });
  await talk.alone('xuhui-liaison', '填报');
  await talk.alone('xuhui-liaison', '3');
  await talk.alone('xuhui-liaison', '公益广告大约300条');
  await talk.restart('2023-03-16 09:00');
  expect(await talk.alone('xuhui-liaison', '280')).toMatch(
    /^已记：第2项 播放公益广告 280条。\n还缺7项。第3项 抖音小视频参与数/,
  );
  await talk.restart();
  expect(await talk.alone('xuhui-liaison', '撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为未填。/);
});

it('tells missing, zero and reported apart', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，抖音没有');
  const table = (await talk.alone('xuhui-liaison', '进度')).split('\n').slice(1, 4);
  expect(table).toEqual(['1 组织重要新闻发布 未填', '2 播放公益广告 3条', '3 抖音小视频参与数 0条']);
});
