import { isHan, simplify } from '../../domain/as-seen.ts';
import type { Evidence } from '../../domain/reading.ts';
import { itemChar, itemCharOf } from './enumerators.ts';

/** Normalised text in which every character knows the stretch of the original that it came from. */
export interface Plain {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const REPLACED: Readonly<Record<string, string>> = {
  '，': ',',
  '﹐': ',',
  '､': ',',
  '；': ';',
  '：': ':',
  '﹕': ':',
  '∶': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
  '．': '.',
  '｡': '。',
  '－': '-',
  '➖': '-',
  '➕': '+',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '–': '—',
  '―': '—',
  '─': '—',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '•': '·',
  '・': '·',
  '‧': '·',
  '∙': '·',
  '⋅': '·',
  '●': ' ',
  '■': ' ',
  '◆': ' ',
  '★': ' ',
  '☆': ' ',
  '▪': ' ',
  '√': ' ',
  '✓': ' ',
  '⇒': '→',
  '➔': '→',
  '➜': '→',
  '➡': '→',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '＂': '"',
  "'": '"',
  '｜': '|',
  '│': '|',
  '┃': '|',
  '／': '/',
  '％': '%',
  '￥': '¥',
  '＋': '+',
  '＝': '=',
  '﹢': '+',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '『': '「',
  '』': '」',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2003': ' ',
  '\u2002': ' ',
  '\u2009': ' ',
  '\u2005': ' ',
  '\u000b': '\n',
  '\u2028': '\n',
  '\u0085': '\n',
};
const replacedByCode = new Map(Object.entries(REPLACED).map(([from, to]) => [from.charCodeAt(0), to]));
/** Zero-width characters, direction marks, variation selectors: first and last code of each range. */
const DROPPED: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const KEYCAP = '\u20e3';

export function normalise(original: string): Plain {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const keycap = keycapAt(original, at);
    const width = keycap?.width ?? widthAt(original, at);
    const char = keycap?.char ?? (width === 2 ? ' ' : normalChar(original, at));
    if (char !== '') {
      chars.push(char);
      starts.push(at);
      ends.push(at + width);
    }
    at += width;
  }
  // 抖音5条 请问图片要几张: what is asked begins a clause of its own.
  return closeUp({ original, text: chars.join('').replace(/ (?=请问)/g, ','), starts, ends });
}

const SPACED = /(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){2,}[\u4e00-\u9fff](?![\u4e00-\u9fff])/g;

/** 公 益 广 告: characters set apart for looks. */
function closeUp(plain: Plain): Plain {
  if (plain.text.search(SPACED) < 0) return plain;
  const dropped = new Set<number>();
  for (const match of plain.text.matchAll(SPACED)) {
    for (let at = match.index; at < match.index + match[0].length; at++) if (plain.text[at] === ' ') dropped.add(at);
  }
  const keep = (_: unknown, at: number) => !dropped.has(at);
  const text = [...plain.text].filter(keep).join('');
  return { ...plain, text, starts: plain.starts.filter(keep), ends: plain.ends.filter(keep) };
}

/** The normalised form alone, for labels. */
export function normaliseText(text: string): string {
  return normalise(text).text;
}

export function evidenceOf(plain: Plain, start: number, end: number): Evidence {
  const from = plain.starts[start] ?? plain.original.length;
  const to = plain.ends[Math.max(start, end - 1)] ?? plain.original.length;
  return { start: from, end: to, text: plain.original.slice(from, to) };
}

/** The same text with the stretch blanked out, so that offsets stay valid. */
export function blank(plain: Plain, start: number, end: number): Plain {
  const text = plain.text.slice(0, start) + ' '.repeat(end - start) + plain.text.slice(end);
  return { ...plain, text };
}

/** 1️⃣ is an enumerator, not the digit 1. */
function keycapAt(text: string, at: number): { char: string; width: number } | null {
  const code = text.charCodeAt(at);
  if (code < 48 || code > 57) return null;
  const next = text[at + 1] === '\ufe0f' ? at + 2 : at + 1;
  return text[next] === KEYCAP ? { char: itemCharOf(code - 48), width: next + 1 - at } : null;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const paired = code >= 0xd800 && code <= 0xdbff && at + 1 < text.length;
  return paired ? 2 : 1;
}

function normalChar(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const char = text[at] ?? '';
  if (isHan(code)) return simplify(char, code);
  if (code >= 97 && code < 127) return char;
  if (code >= 65 && code <= 90) return char.toLowerCase();
  return replacedByCode.get(code) ?? (code < 127 ? asciiChar(char) : rareChar(char, code));
}

function asciiChar(char: string): string {
  return char === '\r' ? '' : char;
}

function rareChar(char: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const item = itemChar(code);
  if (item !== null) return item;
  if (isSymbol(code)) return ' ';
  return DROPPED.some(([first, last]) => code >= first && code <= last) ? '' : char;
}

/** Dingbats, arrows without meaning here, lone surrogates: decoration. */
function isSymbol(code: number): boolean {
  if (code >= 0xe000 && code <= 0xf8ff) return true;
  return (code >= 0x2600 && code <= 0x27bf) || (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2500 && code <= 0x257f);
}
