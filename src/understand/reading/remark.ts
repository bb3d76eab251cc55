import { blank, type Plain } from './plain.ts';

/** The text of one remark. */
export interface RemarkStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WRITES = '(?:说明|一下|栏|里|中)?(?:改成|改为|更正为|改|加上|[写填记][成为上]?|为|是)?';
/** Up to the end of the line or the next row's remark: …，座谈会备注：…. */
const BODY = '((?:(?![,。、\\s][^,;。\\n]{0,14}备注)[^\\n;])*)';
/** At a break, behind a row's number (第4项备注…), or glued to anything if a colon follows. */
const REMARK = new RegExp(
  `(?:(?<=^|[\\s,;。、:(]|[项栏行]的?|号项的?)(?:备注|附注)${WRITES}[: ]{0,3}|备注${WRITES}[: ]{1,3})${BODY}`,
  'g',
);
const ASKED = /[?吗]$|^(?:怎|如何[填写报]|能不能|可不可以|要不要|是否|哪)|[填写报](?:什么|啥|哪)/;

/**
 * 备注：…: the text behind it, up to ; or the end of the line, is no figure but goes into the 备注 column. Every remark is
 * blanked out of what is read; a question about the column is none.
 */
export function takeRemarks(plain: Plain): { readonly plain: Plain; readonly remarks: readonly RemarkStretch[] } {
  const remarks: RemarkStretch[] = [];
  if (!plain.text.includes('注')) return { plain, remarks };
  let current = plain;
  REMARK.lastIndex = 0;
  for (let match = REMARK.exec(plain.text); match !== null; match = REMARK.exec(plain.text)) {
    const found = inTable(plain.text, match.index) ? null : bodyOf(match, plain.text);
    if (found === null) continue;
    remarks.push(found.stretch);
    current = blank(current, match.index, found.end);
    REMARK.lastIndex = found.end;
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
