/** Slips of the pen in one line of YAML: what an office's writer gets wrong, what to say, and the line as it was meant. */
import { type Bracket, brackets, closing, openQuote, structureOf } from './yaml-line.ts';

export interface Slip {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly meant: string;
}

/** What the line may have been meant as, the likeliest first. Only worth asking of a line the parser stumbled over. */
export function slipsOf(line: string): Slip[] {
  const structure = structureOf(line);
  return recognisers.flatMap((recognise) => recognise(line, structure));
}

type Recogniser = (line: string, structure: string) => readonly Slip[];

/** Replaces what the pattern finds in the line's structure; the slip stands at the first place. */
function replacing(pattern: RegExp, by: (match: RegExpExecArray) => string, say: (match: RegExpExecArray) => string) {
  return (line: string, structure: string): Slip[] => {
    const matches = [...structure.matchAll(new RegExp(pattern, pattern.flags.replace('g', '').concat('g')))];
    const [first] = matches;
    if (first === undefined) return [];
    let meant = '';
    let from = 0;
    for (const match of matches) {
      meant += line.slice(from, match.index) + by(match);
      from = match.index + match[0].length;
    }
    return [{ column: first.index + leading(first), text: say(first), meant: meant + line.slice(from) }];
  };
}

/** What a match carries along before the slip itself: its first group. */
function leading(match: RegExpExecArray): number {
  return (match[1] ?? '').length;
}

/** Said wherever it is noticed. */
export const WIDE_COLON = '冒号要用英文半角“:”，后面空一格（这里是全角的“：”）';

const recognisers: readonly Recogniser[] = [
  replacing(
    /^( *)[\t ]*\t[\t ]*/,
    (found) => found[0].replaceAll('\t', '  '),
    () => '行首用了制表符（Tab），请改成空格',
  ),
  replacing(
    /^( *)[\u3000\u00a0][\s\u3000]*/,
    (found) => found[0].replaceAll(/[\u3000\u00a0]/g, ' '),
    () => '行首用了全角空格，请改成半角空格',
  ),
  strayAtStart,
  replacing(
    /^(\s*)＃/,
    (found) => `${found[1]}#`,
    () => '注释开头的“＃”是全角的，请改成半角的“#”',
  ),
  replacing(
    /^(\s*)[－–—]\s*/,
    (found) => `${found[1]}- `,
    () => '列表项开头的减号是全角的，请改成半角的“-”，后面空一格',
  ),
  replacing(
    /^(\s*)-(?=[^\s-])/,
    (found) => `${found[1]}- `,
    () => '列表项开头的“-”后面少了一个空格',
  ),
  replacing(
    /((?:^\s*(?:- +)?|[{,，；]\s*)(?:[A-Za-z]\w*|"[^"]*"))\s*：\s*/,
    (found) => `${found[1]}: `,
    () => WIDE_COLON,
  ),
  replacing(
    /^(\s*[^\s:[{"'A-Za-z-][^:[{：]*)：\s*(?=\[|$)/,
    (found) => `${found[1]}: `,
    () => WIDE_COLON,
  ),
  replacing(
    /((?:^\s*(?:- +)?|[{,]\s*)[A-Za-z]\w*):(?=\S)/,
    (found) => `${found[1]}: `,
    () => '冒号后面少了一个空格',
  ),
  replacing(
    /(:)[\u00a0\u3000]+/,
    () => ': ',
    () => '冒号后面的空格不是普通的半角空格，请删去重打一个',
  ),
  replacing(
    /^(\s*(?:- +)?[A-Za-z]\w*)\s*[=＝]\s*/,
    (found) => `${found[1]}: `,
    () => '这里写了等号，请改成冒号“: ”（后面空一格）',
  ),
  replacing(
    /()\s*([，；;、])\s*(?=[A-Za-z]\w*\s*[:：])/,
    () => ', ',
    (found) => `分隔两项的“${found[2]}”${found[2] === '，' ? '是全角逗号' : '不对'}，请改成半角逗号“,”，后面空一格`,
  ),
  replacing(
    /(?<=\{.*[^\s,{[:，])()\s+(?=[A-Za-z]\w*: )/,
    () => ', ',
    () => '这里少了逗号：两项之间请加半角逗号“,”',
  ),
  replacing(
    /([,，:：])\s*[,，:：]+/,
    (found) => (/[,，]/.test(found[1] ?? '') ? ',' : ':'),
    () => '连着写了两个标点，请删去一个',
  ),
  replacing(
    /^(\s*(?:- +)?[A-Za-z]\w*: +)([^\s"'{[].*[:：])\s*$/,
    (found) => found[1] + quoted(found[2]),
    () => '值以冒号结尾：多打的请删去，不是的请给整个值加上引号',
  ),
  replacing(
    /([}\]])[\u3000\u00a0]+\s*$/,
    (found) => found[1] ?? '',
    () => '行末有全角空格，请删去',
  ),
  replacing(
    /(\[[^\][{}]*?)(?=,\s*[A-Za-z]\w*: )/,
    (found) => `${found[1]}]`,
    () => '括号没有配对：这里少了“]”',
  ),
  wideBrackets,
  unpairedBrackets,
  openedQuote,
  quoteWithin,
  replacing(
    /^(\s*(?:- +)?[A-Za-z]\w*: +)([^\s"'{[].*: .*?)\s*$/,
    (found) => found[1] + quoted(found[2]),
    () => '值里有半角冒号加空格“: ”，请给整个值加上引号',
  ),
  replacing(
    /^(\s*(?:- +)?[A-Za-z]\w*: +)([%@`*&!?|>].*?)\s*$/,
    (found) => found[1] + quoted(found[2]),
    (found) => `以“${found[2]?.[0]}”开头的值，请整个加上引号`,
  ),
  replacing(
    /^(\s*(?:- +)?[A-Za-z]\w*)(?: +(?=[^:]*$)|\s*$)/,
    (found) => `${found[1]}: `,
    () => '键后面少了冒号“: ”（半角冒号，后面空一格）',
  ),
];

/** A character typed into the indentation. */
function strayAtStart(line: string): Slip[] {
  const found = /^(\s*)(["'>|&*!%@:：、，,“”[\]{}]+)(?=\s*(?:- |#|[A-Za-z]\w*: ))/.exec(line);
  if (found === null) return [];
  const [all, indent = '', stray = ''] = found;
  return [{ column: indent.length, text: `行首多了“${stray}”，请删去`, meant: indent + line.slice(all.length) }];
}

/** Brackets typed into a word. */
function inWords(line: string): Bracket[] {
  return [...structureOf(line).matchAll(/(?<=[^\s:,[{])[[{]|[\]}](?=[^\s,}\]])/g)].map(({ 0: char, index: at }) => ({
    char,
    at,
  }));
}

const WIDE: Readonly<Record<string, string>> = { '【': '[', '［': '[', '｛': '{', '】': ']', '］': ']', '｝': '}' };

/** Full-width brackets where structure stands: where a value begins, or the line ends. Inside a text they are text. */
function wideBrackets(line: string, structure: string): Slip[] {
  const slips = replacing(
    /([:,[{-]\s*|^\s*)?([【［｛])|([】］｝])(?=[\s,\]}】］｝]*$)/,
    (found) => (found[1] ?? '') + (WIDE[found[2] ?? found[3] ?? ''] ?? ''),
    (found) => {
      const written = found[2] ?? found[3] ?? '';
      return `括号“${written}”是全角的，请改成半角的“${WIDE[written]}”`;
    },
  );
  return slips(line, structure);
}

function unpairedBrackets(line: string): Slip[] {
  const { unclosed, surplus, misfits } = brackets(line);
  const missing = [...unclosed].reverse().map(({ char }) => closing(char));
  const end = structureOf(line).trimEnd().length;
  const without = ({ char, at }: Bracket): Slip => ({
    column: at,
    text: `多了一个“${char}”，请删去`,
    meant: line.slice(0, at) + line.slice(at + 1),
  });
  return [
    ...misfits.map(({ at, wanted }) => ({
      column: at,
      text: `括号没有配对：这里少了“${wanted}”`,
      meant: line.slice(0, at) + wanted + line.slice(at),
    })),
    ...misfits.map(({ char, at, wanted }) => ({
      column: at,
      text: `括号没有配对：这里的“${char}”应是“${wanted}”`,
      meant: line.slice(0, at) + wanted + line.slice(at + 1),
    })),
    ...surplus.map(without),
    ...(missing.length === 0
      ? []
      : [
          {
            column: unclosed[0]?.at ?? 0,
            text: `括号没有配对：这个“${unclosed[0]?.char}”后面少了“${missing.at(-1)}”`,
            meant: line.slice(0, end) + missing.join('') + line.slice(end),
          },
        ]),
    ...(misfits.length + surplus.length + unclosed.length === 0 ? [] : inWords(line).map(without)),
  ];
}

function openedQuote(line: string): Slip[] {
  const open = openQuote(line);
  if (open === null) return [];
  const { mark, at } = open;
  const wide = line.search(/[“”‘’]\s*[\]},]*\s*$/);
  if (wide > at)
    return [
      {
        column: wide,
        text: `引号一半是全角的，请改成英文半角的 ${mark}`,
        meant: line.slice(0, wide) + mark + line.slice(wide + 1),
      },
    ];
  const ends = [line.trimEnd().length, at + 1 + line.slice(at + 1).search(/\s*[,\]}]/)].filter((end) => end > at);
  return ends.map((end) => ({
    column: at,
    text: `引号没有配对：这个 ${mark} 后面少了另一半`,
    meant: line.slice(0, end) + mark + line.slice(end),
  }));
}

/** `"一月"二月"` */
function quoteWithin(line: string): Slip[] {
  const found = /^(\s*(?:- +)?[A-Za-z]\w*: +)(".*\S|'.*\S)\s*$/.exec(line);
  if (found === null || /^(?:"[^"]*"|'[^']*')\s*(?:#.*)?$/.test(found[2] ?? '')) return [];
  const [, key = '', value = ''] = found;
  const text = '引号外面还有字：请只在整个值的两头加引号，里面的引号改用中文的“”';
  return [{ column: key.length, text, meant: key + quoted(value) }];
}

function quoted(text = ''): string {
  return `'${text.replaceAll("'", "''")}'`;
}
