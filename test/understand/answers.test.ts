import { expect, it } from 'vitest';
import type { RoomOrder } from '../../src/domain/campaign/slices.ts';
import type { CoreOrder } from '../../src/domain/utterance.ts';
import { createLexicon } from '../../src/understand/orders/lexicon.ts';
import { type Understanding, understand } from '../../src/understand/understand.ts';

const given: Understanding = {
  lexicon: createLexicon<RoomOrder | CoreOrder>([
    { kind: 'ask', frames: [{ says: /^帮助$/, make: () => ({ name: 'help' }) }] },
  ]),
  expectation: { returns: [], question: null, talking: false },
  awaits: null,
  shown: null,
  passedOver: false,
  hears: () => null,
  answers: (words) => (words === '不知道' ? null : { name: 'ask-organiser', words }),
  year: 2023,
  ownNames: [],
  options: [],
};
const read = (text: string, more: Partial<Understanding> = {}) =>
  understand({ text, quoted: null, attachments: [] }, { ...given, ...more }).parts.map(({ order }) => order);

it('reads words that are nothing else as the answer to what was asked', () => {
  expect(read('数字偏大请核实')).toEqual([{ name: 'ask-organiser', words: '数字偏大请核实' }]);
});

it('lets orders and receipts be what they are, and the room say what is no answer', () => {
  expect(read('帮助')).toEqual([{ name: 'help' }]);
  expect(read('收到')).toEqual([{ name: 'receipt' }]);
  expect(read('不知道')).toEqual([]);
});

it('takes nothing for an answer where nothing is asked', () => {
  expect(read('数字偏大请核实', { answers: null })).toEqual([]);
});
