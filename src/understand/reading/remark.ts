import { blank, type Plain } from './plain.ts';

/** The text of one remark. */
export interface RemarkStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WRITES = '(?:说明|一下|栏|里|中)?(?:改成|改为|更正为|改|加上|写|填|为|是|记)?';
/** At a break, behind a row's number (第4项备注…), or glued to anything if a colon follows. */
const REMARK = new RegExp(
  `(?:(?<=^|[\\s,;。、:(]|[项栏行]的?|号项的?)(?:备注|附注)${WRITES}[: ]{0,3}|备注${WRITES}[: ]{1,3})([^\\n;]*)`,
  'g',
);
const ASKED = /[?吗么]$|怎[么样]|如何|什么|填啥|写啥|能不能|可不可以|要不要|是否|哪[里儿些]/;

/**
 * 备注：…: the text behind it, up to ; or the end of the line, is no figure but goes into the 备注 column. Every remark is
 * blanked out of what is read; a question about the column is none.
 */
export function takeRemarks(plain: Plain): { readonly plain: Plain; readonly remarks: readonly RemarkStretch[] } {
  const remarks: RemarkStretch[] = [];
  if (!plain.text.includes('注')) return { plain, remarks };
  let current = plain;
  for (const match of plain.text.matchAll(REMARK)) {
    const found = inTable(plain.text, match.index) ? null : bodyOf(match, plain.text);
    if (found === null) continue;
    remarks.push(found.stretch);
    current = blank(current, match.index, found.end);
  }
  return { plain: current, remarks };
}

/** The columns of a table are read by its lines. */
function inTable(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return /[\t|]/.test(text.slice(from, to < 0 ? text.length : to));
}

function bodyOf(match: RegExpExecArray, text: string): { stretch: RemarkStretch; end: number } | null {
  const rest = match[1] ?? '';
  const start = match.index + match[0].length - rest.length;
  const bracketed = text[match.index - 1] === '(' && rest.includes(')');
  const body = bracketed ? rest.slice(0, rest.indexOf(')')) : rest;
  const said = body.replace(/[\s)。]+$/, '');
  if (said === '' || ASKED.test(said)) return null;
  return { stretch: { start, end: start + said.length, text: said }, end: start + body.length };
}
