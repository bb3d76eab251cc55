import { expect, it } from 'vitest';
import { affirmationIn, readWordTo } from '../../../src/understand/orders/word.ts';

const none = () => null;

// Read in as many ways as there are subsets, thirty of them would keep the whole program for minutes.
it.each(['好的', '嗯', '嗯嗯，', '是的', '对的', '好的吧', 'ok', '谢谢', '可以的。'])(
  'sees at once that a long row of %s with something behind is no yes',
  (word) => {
    const text = `好的${word.repeat(3000 / word.length)}亿`;
    const beganMs = performance.now();
    expect(readWordTo(text, 'proposal', none)).toBeNull();
    affirmationIn(text);
    expect(performance.now() - beganMs).toBeLessThan(500);
  },
);

it.each(['好的的', '是的，好的吧', '嗯嗯嗯', 'OK，谢谢', '好的，辛苦啦', '可以可以', '对对对', '是是是'])(
  'still takes %s for a yes',
  (text) => expect(readWordTo(text, 'proposal', none)?.word).toBe('yes'),
);
