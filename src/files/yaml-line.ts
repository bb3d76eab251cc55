/** A line of YAML as its writer sees it: what is structure, what is quoted, where it begins. */

/** As long as the line; what stands in quotes, and a comment, is blotted out. */
export function structureOf(line: string): string {
  let out = '';
  while (out.length < line.length) {
    const char = line[out.length] ?? '';
    if (char === '#' && /(?:^|\s)$/.test(out)) return out.padEnd(line.length);
    out += opensQuote(char, out) ? blotted(line.slice(out.length)) : char;
  }
  return out;
}

/** The text up to its first character's partner, or its end, all but the marks themselves blotted out. */
function blotted(text: string): string {
  const end = text.indexOf(text[0] ?? '', 1);
  const inside = (end < 0 ? text.length : end) - 1;
  return `${text[0]}${BLOT.repeat(inside)}${end < 0 ? '' : text[0]}`;
}

const BLOT = '\u0001';

/** A quotation mark counts only where a value or a key may begin. */
function opensQuote(char: string, before: string): boolean {
  return (char === '"' || char === "'") && /(?:^|[\s:,[{-])$/.test(before);
}

/** The quotation mark that the line opens and does not close. */
export function openQuote(line: string): { readonly mark: string; readonly at: number } | null {
  const structure = structureOf(line);
  const marks = [...structure.matchAll(/["']/g)].filter(({ index, 0: mark }) =>
    index === 0 || structure[index - 1] === BLOT ? true : opensQuote(mark, structure.slice(0, index)),
  );
  const last = marks.at(-1);
  return marks.length % 2 === 1 && last !== undefined ? { mark: last[0], at: last.index } : null;
}

export interface Bracket {
  readonly char: string;
  readonly at: number;
}

/** Brackets of the line that have no partner in it, and pairs that do not fit. */
export function brackets(line: string): {
  readonly unclosed: readonly Bracket[];
  readonly surplus: readonly Bracket[];
  readonly misfits: readonly (Bracket & { readonly wanted: string })[];
} {
  const unclosed: Bracket[] = [];
  const surplus: Bracket[] = [];
  const misfits: (Bracket & { wanted: string })[] = [];
  for (const { 0: char, index: at } of structureOf(line).matchAll(/[[\]{}]/g)) {
    if (char === '[' || char === '{') unclosed.push({ char, at });
    else {
      const partner = unclosed.pop();
      if (partner === undefined) surplus.push({ char, at });
      else if (closing(partner.char) !== char) misfits.push({ char, at, wanted: closing(partner.char) });
    }
  }
  return { unclosed, surplus, misfits };
}

export function closing(open: string): string {
  return open === '[' ? ']' : '}';
}

export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Column, from 0, at which the line's own key stands: behind the dash of a list item. */
export function keyColumn(line: string): number {
  return /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || /^\s*(?:#.*)?$/.test(line);
}
