import { expect, it } from 'vitest';
import { streamReply } from '../../../src/platform/wecom/aibot-reply.ts';

it('mentions nobody, whatever an answer repeats of what was typed', () => {
  const { stream } = JSON.parse(streamReply('m', [{ text: '没有找到“<@ZhangLi> <@all>”，写到 a@b.cn' }]));
  expect(stream.content).toBe('没有找到“<＠ZhangLi> <＠all>”，写到 a@b.cn');
});
