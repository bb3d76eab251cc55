import { expect, it } from 'vitest';
import { createLexicon, type Orderable } from '../../../src/understand/orders/lexicon.ts';

interface Order {
  readonly name: string;
  readonly text?: string;
}

const pass: Orderable<Order> = {
  kind: 'act',
  frames: [
    {
      says: /^通知(?<whom>[^：:\n]{1,20})[：:]\s*(?<text>[\s\S]+)$/,
      make: ({ text = '' }) => ({ name: 'pass', text }),
      passesOn: 'text',
      verbatim: true,
    },
  ],
};
const stop = (denies: boolean): Orderable<Order> => ({
  kind: 'act',
  frames: [{ says: /^暂停活动$/, make: () => ({ name: 'stop' }), denies }],
});

const lexicon = createLexicon<Order>([pass, stop(true)]);

it.each([
  ['通知黄浦：明天10点开会，谢谢。', '明天10点开会，谢谢。'],
  ['请通知黄浦：\n1. 报表\n2. 图片？', '1. 报表\n2. 图片？'],
  ['确认通知黄浦：\n不要迟到！', '不要迟到！'],
  [`通知黄浦：${'长'.repeat(900)}`, '长'.repeat(900)],
])('passes on the words of %j as they were typed, however they are meant', (said, text) => {
  expect(lexicon.read(said)).toMatchObject({ order: { name: 'pass', text }, vetoed: false });
});

it('takes no confirmation for its own that belongs to what is passed on', () => {
  expect(lexicon.read('通知黄浦：请核对，确认')).toMatchObject({ order: { text: '请核对，确认' }, confirmed: false });
  expect(lexicon.read('确认通知黄浦：请核对')).toMatchObject({ order: { text: '请核对' }, confirmed: true });
});

it.each(['要不要通知黄浦：明天开会', '先别通知黄浦：明天开会', '明天通知黄浦：开会'])(
  'weighs the words before them: %j',
  (said) => {
    const read = createLexicon<Order>([
      { ...pass, frames: pass.frames.map((frame) => ({ ...frame, says: /^.*通知(?<whom>[^：]+)：(?<text>.+)$/ })) },
    ]).read(said);
    expect(read?.vetoed).toBe(true);
  },
);

it('takes a denial for an order where the order is one, and a question for none', () => {
  expect(lexicon.read('暂停活动')?.vetoed).toBe(false);
  expect(lexicon.read('暂停活动？')?.vetoed).toBe(true);
  expect(createLexicon<Order>([stop(false)]).read('暂停活动')?.vetoed).toBe(true);
});
