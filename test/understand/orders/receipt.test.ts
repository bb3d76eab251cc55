import { expect, it } from 'vitest';
import { readReceipt } from '../../../src/understand/orders/receipt.ts';

it.each([
  '收到',
  '收到。',
  '收到！',
  ' 收到 ',
  '收到了',
  '收到，谢谢',
  '收到谢谢',
  '收到，马上落实',
  '收到请放心',
  '收到👌',
  '好的，收到',
  '好的收到',
  'OK，收到',
  '嗯嗯，收到',
  '已收到',
  '均已收到',
  '收悉',
  '已收悉',
  '知悉',
  '已阅',
  '已签收',
  '收到通知',
  '已收到方案',
  '我局已收到',
  '我单位已收到通知',
  '黄浦区局收到',
  '黄浦区市场监督管理局已收悉',
  '消保处收到',
  '收到，公益广告3条',
  '收到收到',
  '收到[抱拳]',
  '【收到】',
  '遵照执行，收到',
])('is a receipt: “%s”', (text) => expect(readReceipt(text)).toBe(true));

it.each([
  '收到投诉12件',
  '我局收到投诉12件',
  '收到举报3起，办结2起',
  '收到群众感谢信1封',
  '收到咨询30人次',
  '谁没收到',
  '没收到',
  '还没收到',
  '未收到',
  '收到吗',
  '收到没有',
  '都收到了吗',
  '催收到',
  '收到请回复',
  '收到的单位请签收',
  '共收到12件',
  '今年收到锦旗3面',
  '公益广告3条',
  '',
])('is none: “%s”', (text) => expect(readReceipt(text)).toBe(false));

const own = ['长宁区市场监督管理局', '长宁区局', '长宁'];

it.each(['长宁收到', '长宁区局收到', '长宁：收到', '长宁区市场监督管理局已收悉'])(
  'is one in the own unit’s name: “%s”',
  (text) => expect(readReceipt(text, own)).toBe(true),
);

it.each(['徐汇收到', '长宁收到投诉12件', '长宁收到了吗'])('is none of the own unit: “%s”', (text) =>
  expect(readReceipt(text, own)).toBe(false),
);
