import { expect, it } from 'vitest';
import { asksReceipt } from '../../../src/domain/notice/send.ts';
import { allOrders } from '../../../src/domain/rooms.ts';
import { createLexicon } from '../../../src/understand/orders/lexicon.ts';

const lexicon = createLexicon(allOrders().map(([, { frames, kind }]) => ({ frames, kind })));
const plainly = (words: string) => {
  const said = lexicon.read(words, 2023);
  return said && !said.vetoed ? said.order : null;
};

it.each([
  ['通知各区局：明天10点开会，请回收到', '各区局', '明天10点开会，请回收到'],
  ['通知黄浦、徐汇：请补图片。', '黄浦、徐汇', '请补图片。'],
  ['请通知全体：不要迟到！谢谢', '全体', '不要迟到！谢谢'],
  ['通知一下各处室: 系统已恢复，昨天报的不算', '各处室', '系统已恢复，昨天报的不算'],
  ['通知各区局：\n一、开会\n二、报表？', '各区局', '一、开会\n二、报表？'],
  ['发个通知给各处室，内容是请核对数据', '各处室', '请核对数据'],
  ['发通知给黄浦：请补图片', '黄浦', '请补图片'],
  ['给各区局发个通知：请补图片', '各区局', '请补图片'],
  ['发通知：开会', '', '开会'],
])('%s', (words, whom, text) => {
  expect(plainly(words)).toEqual({ name: 'send-notice', whom, text });
});

it.each([
  '要不要通知各区局：开会',
  '先别通知各区局：开会',
  '已通知各区局：开会',
  '明天通知各区局：开会',
  '通知收到，马上落实',
])('sends no notice on %s', (words) => {
  expect(plainly(words)?.name).not.toBe('send-notice');
});

it.each(['通知要求：各单位3月22日前报送', '通知如下：开会', '通知内容：开会'])('takes %s for no order', (words) => {
  expect(lexicon.read(words)?.order.name).not.toBe('send-notice');
});

it.each([
  ['谁没回通知', 'unanswered-notices', null],
  ['通知回执', 'unanswered-notices', null],
  ['谁没回1号通知', 'unanswered-notices', 1],
  ['2号通知回执情况', 'unanswered-notices', 2],
  ['通知情况', 'notices', null],
  ['再通知没回的', 'chase-notice', null],
  ['再通知一下没回的单位', 'chase-notice', null],
  ['再通知3号没回的', 'chase-notice', 3],
  ['催1号通知', 'chase-notice', 1],
  ['催没回的', 'chase-notice', null],
  ['通知清单', 'notices', null],
  ['1号通知', 'notices', 1],
])('%s is %s of %s', (words, name, no) => {
  expect(plainly(words)).toEqual({ name, no });
});

it.each([
  ['发布通知', 'publish'],
  ['通知', 'plan'],
  ['谁没收到', 'who-not-received'],
  ['催收到', 'chase-receipts'],
  ['1号通知收到', 'receipt'],
  ['收到2号通知', 'receipt'],
])('%s is another room’s %s', (words, name) => {
  expect(plainly(words)?.name).toBe(name);
});

it.each([
  ['明天10点开会，请回收到', true],
  ['明天开会，请回复', true],
  ['收到请回', true],
  ['收到请回复', true],
  ['请各单位收到后回复', true],
  ['请各联络员回复“收到”', true],
  ['请签收', true],
  ['请补图片', false],
  ['系统已恢复，不用回复', false],
  ['请回单位领取材料', false],
  ['收到投诉请及时处置', false],
])('%s asks for a receipt: %s', (text, asks) => {
  expect(asksReceipt(text)).toBe(asks);
});
