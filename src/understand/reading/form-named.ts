/** 植树那张表：…, 2023年那份表，…, 电动车整治日报：…: the form that a message begins by naming. */
import type { Form } from '../../domain/form.ts';
import { normaliseText } from './plain.ts';

const opening =
  /^\s*([\u4e00-\u9fff0-9]{2,14}?)(?:的?(?:那|这)[张份个](?:统计|报)?表?|(?:这|那)边|(?:统计|日|周|月|旬)?报?表(?:格)?|的)?\s*[:,]\s*/;

/** Where the words that name this form end; 0 where another, none, or more than one of those open is named. */
export function ownFormNamed(text: string, form: Form, others: readonly Form[]): number {
  if (others.length === 0) return 0;
  const match = opening.exec(text);
  const name = match?.[1] ?? '';
  if (match === null || name === '') return 0;
  const fits = ({ title }: Form) => isPartOf(name, normaliseText(title));
  return fits(form) && !others.some(fits) ? match[0].length : 0;
}

/** The words stand in the title in their order: 电动车整治 for 电动自行车安全隐患整治日报表. */
function isPartOf(name: string, title: string): boolean {
  let from = 0;
  for (const char of name.replace(/年$/, '')) {
    const at = title.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
