/** Words as a person sees them: what looks alike is alike, and what cannot be seen is not there. */
import { Converter } from 'opencc-js/t2cn';

/** A text as seen, in which every character knows the stretch of the original that it came from. */
export interface Seen {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Character tables, filled as characters are met: whole texts are never handed to the libraries, which are slow. */
const simplifiedByCode = new Map<number, string>();
const seenByCode = new Map<number, string>();
let convert: ((text: string) => string) | undefined;

export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The simplified form of one character. */
export function simplify(char: string, code: number): string {
  const known = simplifiedByCode.get(code);
  if (known !== undefined) return known;
  convert ??= converter();
  const converted = convert(char);
  const single = converted.length === 1 ? converted : char;
  simplifiedByCode.set(code, single);
  return single;
}

function converter(): (text: string) => string {
  return Converter({ from: 't', to: 'cn' });
}

/**
 * Simplified, half-width, lower case; compatibility forms (豈, ①, ㈱) as what they stand for; soft hyphens, variation selectors,
 * fillers, joiners and control characters left out. Line breaks stay.
 */
function asSeen(original: string): Seen {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of original) {
    const seen = seenChar(char);
    // UTF-16 units, so that places in the text count them.
    for (let unit = 0; unit < seen.length; unit += 1) {
      chars.push(seen[unit] as string);
      starts.push(at);
      ends.push(at + char.length);
    }
    at += char.length;
  }
  return { text: chars.join(''), starts, ends };
}

/** Blanks between two characters are how a name is spaced out (徐 汇 区 局), not where it ends. */
const gaps = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

/** As seen, with spaced-out characters closed up, so that names may be looked for. */
export function closedUp(original: string): Seen {
  const seen = asSeen(original);
  const { text, starts, ends } = seen;
  if (text.search(gaps) === -1) return seen;
  const kept: number[] = [];
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(gaps)) {
    for (; from < index; from += 1) kept.push(from);
    from = index + gap.length;
  }
  for (; from < text.length; from += 1) kept.push(from);
  const at = (places: readonly number[]) => kept.map((place) => places[place] as number);
  return { text: kept.map((place) => text[place]).join(''), starts: at(starts), ends: at(ends) };
}

/** A unit's name to compare others with: 徐匯區局, 徐 汇 区 局 and 徐汇区局 are one name. */
export function unitNameSeen(name: string): string {
  return seenText(name).replace(gaps, '').trim();
}

/** The text alone. */
export function seenText(original: string): string {
  let text = '';
  for (const char of original) text += seenChar(char);
  return text;
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

function seenChar(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x61 && code < 0x7f) return char;
  const known = seenByCode.get(code);
  if (known !== undefined) return known;
  const plain = unseen.test(char) ? '' : char.normalize('NFKC').toLowerCase();
  const simple = [...plain].map((one) => (isHan(one.charCodeAt(0)) ? simplify(one, one.charCodeAt(0)) : one)).join('');
  seenByCode.set(code, simple);
  return simple;
}

/** What somebody adds to a name: 李明（本人）, 我是李明, 李明同志. */
const aside = /[([{<〔【《].*?[)\]}>〕】》]/gu;
const about = /^(?:我是|我叫|本人|姓名)+|(?:本人|同志|老师|联络员)+$/gu;

/** A person's name to compare others with: 李 明, 李\u00ad明 and 李明（本人） are one name. */
export function nameSeen(name: string): string {
  const seen = seenText(name);
  const bare = [seen.replace(aside, ''), seen].map(lettersOf).find((letters) => letters !== '') ?? '';
  return bare.replace(about, '') || bare;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
