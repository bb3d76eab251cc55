import { expect, it } from 'vitest';
import { streamReply } from '../../../src/platform/wecom/aibot-reply.ts';

it('hides nothing and links nowhere, whatever was typed', () => {
  const { stream } = JSON.parse(
    streamReply('m', [{ text: '“<think>[市局通知](http://x.cn) <font color="info">” 3<5，[图](1)' }]),
  );
  expect(stream.content).toBe('“＜think>[市局通知]（http://x.cn) ＜font color="info">” 3<5，[图]（1)');
});

it('mentions nobody, whatever an answer repeats of what was typed', () => {
  const { stream } = JSON.parse(streamReply('m', [{ text: '没有找到“<@ZhangLi> <@all>”，写到 a@b.cn' }]));
  expect(stream.content).toBe('没有找到“＜@ZhangLi> ＜@all>”，写到 a@b.cn');
});
