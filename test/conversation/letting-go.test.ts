/** Every question has an answer that closes it, and a table is submitted over none. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const words = ['算了', '都不是', '先不管', '还是原来的', '不改了', '先跳过吧', '不知道', '我再核实一下'];
const questions = [
  ['a fraction', '第5项改成3.5', /应为整数/],
  ['a negative figure', '第5项改成-3', /不能是负数/],
  ['an approximate figure', '公益广告大约30条', /是约数/],
  ['an unusual figure', '抖音300000条', /确认吗/],
  ['an absurd figure', '公益广告999999999999条', /太大了/],
  ['a correction without a figure', '公益广告写错了', /要改成多少/],
] as const;

it.each(questions.flatMap(([what, said, asked]) => words.map((word) => [word, what, said, asked] as const)))(
  '%s closes a question about %s, the old figure stands, and the table may be submitted',
  async (word, _what, said, asked) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
    expect(await talk.alone('xuhui-liaison', said)).toMatch(asked);
    expect(await talk.alone('xuhui-liaison', '确认提交')).not.toContain('已提交。');
    expect(await talk.alone('xuhui-liaison', word)).not.toMatch(asked);
    expect(await talk.alone('xuhui-liaison', '确认提交')).toContain('已提交。');
    expect(await talk.alone('xuhui-liaison', '看表')).toMatch(/播放公益广告 3条[\s\S]*开展咨询、科普 0次/);
  },
);
