import { expect, test } from 'vitest';
import { createLexicon, type Orderable } from '../../../src/understand/orders/lexicon.ts';

const send: Orderable<{ readonly whom: string; readonly words: string }> = {
  kind: 'act',
  frames: [
    {
      says: /^送回(?<whom>[^，：\s]+)[，：\s]*(?<words>[\s\S]*)$/,
      passesOn: 'words',
      make: ({ whom = '', words = '' }) => ({ whom, words }),
    },
  ],
};
const lexicon = createLexicon([send]);

test.each([
  ['送回甲局，第3项不对', '第3项不对'],
  ['送回甲局：请各单位明天中午前核实', '请各单位明天中午前核实'],
  ['送回甲局，这个数怎么来的？', '这个数怎么来的'],
])('what is only passed on may deny, ask or wish: %s', (said, words) => {
  expect(lexicon.read(said, 2023)).toMatchObject({ order: { whom: '甲局', words }, confirmed: false, vetoed: false });
});

test.each(['送回甲局吗，第3项不对', '送回甲局，可以吗', '送回甲局 可以吗', '送回甲局行不行'])(
  'how the order itself is meant still counts: %s',
  (said) => {
    expect(lexicon.read(said, 2023)?.vetoed).toBe(true);
  },
);
