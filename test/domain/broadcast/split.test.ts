import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText, utf8Length } from '../../../src/domain/broadcast/split.ts';

/** Texts as plans are: Chinese, figures, punctuation, line breaks, and characters of two UTF-16 units. */
const text = fc
  .array(fc.constantFrom('方', '案', '1', 'a', ' ', '，', '。', '；', '、', '\n', '😀', '𠮷', '次'), { maxLength: 400 })
  .map((characters) => characters.join(''));
const limit = fc.integer({ min: 4, max: 200 });
const withoutBreaks = (whole: string) => whole.replace(/\s/g, '');

describe('any text', () => {
  it('is cut into parts that fit', () => {
    fc.assert(
      fc.property(text, limit, (whole, most) => {
        for (const part of splitText(whole, most)) expect(utf8Length(part)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('loses nothing but breaks and spaces at the cuts', () => {
    fc.assert(
      fc.property(text, limit, (whole, most) => {
        expect(withoutBreaks(splitText(whole, most).join(''))).toBe(withoutBreaks(whole));
      }),
    );
  });

  it('is never cut inside a character', () => {
    fc.assert(
      fc.property(text, limit, (whole, most) => {
        for (const part of splitText(whole, most)) expect(part).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('has no empty part unless it is empty itself', () => {
    fc.assert(
      fc.property(
        text.filter((whole) => whole.trim() === whole && whole !== ''),
        limit,
        (whole, most) => {
          expect(splitText(whole, most).every((part) => part.trim() !== '')).toBe(true);
        },
      ),
    );
  });
});

it('leaves a text alone that fits', () => {
  expect(splitText('第一行\n第二行', 100)).toEqual(['第一行\n第二行']);
  expect(splitText('一二三', 9)).toEqual(['一二三']);
});

it('cuts at a line end, else at a sentence, else at a clause, else between characters', () => {
  expect(splitText('一二三。四五\n六七八九', 27)).toEqual(['一二三。四五', '六七八九']);
  expect(splitText('一二三四五。六七，八九十', 27)).toEqual(['一二三四五。', '六七，八九十']);
  expect(splitText('一二三四五，六七八九十', 27)).toEqual(['一二三四五，', '六七八九十']);
  expect(splitText('一二三四五六七八九十', 15)).toEqual(['一二三四五', '六七八九十']);
});

it('prefers fuller parts to a cut near the beginning', () => {
  expect(splitText(`甲\n${'乙'.repeat(12)}`, 30)).toEqual([`甲\n${'乙'.repeat(8)}`, '乙'.repeat(4)]);
});
