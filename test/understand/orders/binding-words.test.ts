/** How far words bind: as the help has them, as questions and wishes, with the confirmation in them. */
import { describe, expect, it } from 'vitest';
import { directoryOrders } from '../../../src/domain/directory/orders.ts';
import { filled } from '../../../src/domain/replies/roles.ts';
import { allOrders } from '../../../src/domain/rooms.ts';
import { orderIn, readOrder } from '../../support/lexicon.ts';

/** How the help says an order is how it may be said. */
const names = { unit: '黄浦区局', person: '王丽', row: '播放公益广告', task: '1.1', material: '总结' };
const helped = [...allOrders(), ...Object.entries(directoryOrders)].flatMap(([name, { help, frames }]) =>
  help === null || frames.length === 0 ? [] : [[name, filled(help, names)] as const],
);

it.each(helped)('reads %s as the help has it: “%s”', (name, words) => {
  expect(orderIn(words)?.name).toBe(name);
});

describe('an order', () => {
  it.each([
    '截止填报了吗？',
    '要不要催办',
    '先别发布方案',
    '提交？',
    '等齐了再提交',
    '明天再催办',
    '王科说催办',
    '我觉得该催办',
  ])('is not given by “%s”', (text) => {
    const said = readOrder(text);
    expect(said === null || said.vetoed || !['act', 'report'].includes(kindOf(said.order.name))).toBe(true);
  });

  it.each(['谁没报？', '汇总进度怎么样？', '值班情况如何'])('that changes nothing may be asked: “%s”', (text) => {
    expect(readOrder(text)?.vetoed).toBe(false);
  });
});

function kindOf(name: string): string {
  return [...allOrders(), ...Object.entries(directoryOrders)].find(([order]) => order === name)?.[1].kind ?? '';
}

describe('a confirmation in the same breath', () => {
  it.each([
    ['确认发布方案', { name: 'publish' }],
    ['确认发布方案。', { name: 'publish' }],
    ['我确认发布方案', { name: 'publish' }],
    ['发布方案，确认', { name: 'publish' }],
    ['确认催办', { name: 'chase', words: '' }],
    ['确认截止填报', { name: 'close-return', words: '' }],
    // A frame that takes the whole, 确认 and all, for its slots does not swallow the confirmation.
    ['确认截止改到3月24日前', { name: 'move-deadline', phrase: '截止改到3月24日前' }],
    ['截止改到3月24日前，确认', { name: 'move-deadline', phrase: '截止改到3月24日前' }],
    ['确认延期到下周五', { name: 'move-deadline', phrase: '到下周五' }],
    ['确认安排值班 黄浦区局 王丽', { name: 'assign-duty', words: '黄浦区局 王丽' }],
  ])('is heard in “%s”', (text, order) => {
    expect(readOrder(text)).toMatchObject({ order, confirmed: true, vetoed: false });
  });

  it('is none where the words are an order of their own', () => {
    expect(readOrder('确认绑定1')).toMatchObject({
      order: { name: 'settle-binding', nos: [1], accept: true },
      confirmed: false,
      vetoed: false,
    });
    expect(readOrder('发布方案')?.confirmed).toBe(false);
  });

  it('makes no order of a question', () => {
    expect(readOrder('确认发布方案吗？')?.vetoed ?? true).toBe(true);
  });
});
