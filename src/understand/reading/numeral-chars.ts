/** The characters of Chinese and mixed numerals. Traditional forms were simplified before. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
  仨: 3,
  幺: 1,
  弍: 2,
  弎: 3,
};
const UNITS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 };

const digitByCode = new Map(Object.entries(DIGITS).map(([char, digit]) => [char.charCodeAt(0), digit]));
const unitByCode = new Map(Object.entries(UNITS).map(([char, exp]) => [char.charCodeAt(0), exp]));

export function chineseDigit(code: number): number | undefined {
  return digitByCode.get(code);
}

/** The power of ten of 十百千万亿. */
export function unitPower(code: number): number | undefined {
  return unitByCode.get(code);
}

export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether a numeral can begin with this character. */
export function beginsNumeral(code: number): boolean {
  if (isAsciiDigit(code)) return true;
  if (code < 0x25cb) return false;
  return digitByCode.has(code) || NUMERAL_OPENERS.includes(code);
}

/** 十 拾 廿 卅 半 几 数 上 近 过 逾 好 百 千 万: the last ones begin only loose numerals such as 上百. */
const NUMERAL_OPENERS = [...'十拾廿卅半几数上近过逾好百千万'].map((char) => char.charCodeAt(0));
