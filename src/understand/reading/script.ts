import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

/** Character tables, filled as characters are met: whole texts are never handed to the libraries, which are slow. */
const simplifiedByCode = new Map<number, string>();
const soundByCode = new Map<number, string>();
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

/** How a character sounds, with the confusions of southern speakers and of voice input folded together. */
export function soundOf(code: number): string {
  const known = soundByCode.get(code);
  if (known !== undefined) return known;
  const sound = isHan(code) ? fold(pinyin(String.fromCharCode(code), { toneType: 'none' })) : '';
  soundByCode.set(code, sound);
  return sound;
}

function fold(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}
