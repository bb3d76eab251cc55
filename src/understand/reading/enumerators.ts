/**
 * Circled, bracketed and Roman enumerators. They become one private character each before anything else is normalised,
 * because compatibility normalisation would turn ①20 into 120.
 */
const ITEM_BASE = 0xe000;

const RANGES: readonly (readonly [first: number, last: number, number: number])[] = [
  [0x2460, 0x2473, 1], // ①
  [0x2474, 0x2487, 1], // ⑴
  [0x2488, 0x249b, 1], // ⒈
  [0x3251, 0x325f, 21], // ㉑
  [0x3220, 0x3229, 1], // ㈠
  [0x3280, 0x3289, 1], // ㊀
  [0x2776, 0x277f, 1], // ❶
  [0x2780, 0x2789, 1], // ➀
  [0x278a, 0x2793, 1], // ➊
  [0x2160, 0x216b, 1], // Ⅰ
];

export function itemChar(code: number): string | null {
  if (code < 0x2160 || code > 0x328f) return null;
  for (const [first, last, number] of RANGES) {
    if (code >= first && code <= last) return itemCharOf(number + code - first);
  }
  return null;
}

export function itemCharOf(number: number): string {
  return String.fromCharCode(ITEM_BASE + number);
}

/** The number of an item character, or null for any other character. */
export function itemNumber(code: number): number | null {
  return code > ITEM_BASE && code <= ITEM_BASE + 99 ? code - ITEM_BASE : null;
}
