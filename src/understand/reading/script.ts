import { pinyin } from 'pinyin-pro';
import { isHan } from '../../domain/as-seen.ts';

/** Filled as characters are met: whole texts are never handed to the library, which is slow. */
const soundByCode = new Map<number, string>();

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
