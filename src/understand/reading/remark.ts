import { blank, type Plain } from './plain.ts';

export interface RemarkStretch {
  readonly start: number;
  readonly end: number;
}

const REMARK =
  /(?:^|[\s,;。、:(])((?:备注|附注)(?:说明|一下|栏|里|中)?(?:改成|改为|更正为|改|加上|写|填|为|是|记)?[:\s]{0,3})([^\n]*)/;
const GLUED = /((?:备注)(?:说明|一下|栏|里|中)?(?:改成|改为|更正为|改|加上|写|填|为|是|记)?[:\s]{1,3})([^\n]*)/;

/** 备注：…: the text behind it is no figure but goes into the 备注 column. Blanked out of what is read. */
export function takeRemark(plain: Plain): { readonly plain: Plain; readonly remark: RemarkStretch | null } {
  if (!plain.text.includes('注')) return { plain, remark: null };
  const match = REMARK.exec(plain.text) ?? GLUED.exec(plain.text);
  if (match === null || /[\t|]/.test(match[0])) return { plain, remark: null };
  const [whole, lead = '', rest = ''] = match;
  const start = match.index + whole.length - rest.length;
  const bracketed = plain.text[start - lead.length - 1] === '(' && rest.includes(')');
  const body = bracketed ? rest.slice(0, rest.indexOf(')')) : rest;
  const text = body.replace(/[\s)。]+$/, '');
  if (text === '') return { plain, remark: null };
  const blanked = blank(plain, start - lead.length, start + body.length);
  return { plain: blanked, remark: { start, end: start + text.length } };
}
