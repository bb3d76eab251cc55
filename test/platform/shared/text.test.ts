import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/platform/shared/clean-text.ts';
import { sameText } from '../../../src/platform/shared/constant-time.ts';
import { cutText } from '../../../src/platform/shared/cut-text.ts';

describe('cutText', () => {
  it.each([
    ['短句。', 9, '短句。'],
    ['第一句。第二句。第三句。', 27, '第一句。第二句。…'],
    ['第一句。第二句。第三句。', 26, '第一句。…'],
    ['没有句号的一段很长的话', 13, '没有句…'],
    ['一。很长很长很长很长很长', 30, '一。很长很长很长很…'],
    ['甲\n乙\n丙丁', 12, '甲\n乙…'],
  ])('%j in %i bytes', (text, maxBytes, expected) => {
    expect(cutText(text, maxBytes, '…')).toBe(expected);
  });

  it('fits, splits no character and loses nothing before the cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 3, max: 300 }),
        (text, maxBytes) => {
          const cut = cutText(text, maxBytes, '…');
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxBytes);
          expect(cut).not.toContain('\ufffd');
          if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

describe('cleanText', () => {
  it.each([
    ['  收到 \n', '收到'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\tb', 'a\tb'],
    ['\ufeff1\u0000\u0007\u001b2\u007f\u009f3', '123'],
    ['收\u200b到\u202e\u2066', '收到'],
    ['\ud83d半个表情', '半个表情'],
    ['👨‍👩‍👧 全家', '👨‍👩‍👧 全家'],
  ])('%j → %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

it('sameText', () => {
  expect(sameText('abc', 'abc')).toBe(true);
  expect(sameText('abc', 'abd')).toBe(false);
  expect(sameText('abc', 'ab')).toBe(false);
  expect(sameText('é', 'e')).toBe(false);
});
