/** What the bot answers to one unit, held against what that unit knows. */

import type { Form } from '../../domain/form.ts';
import { literal } from '../../domain/literal.ts';
import type { EpochMs } from '../../domain/model.ts';
import { type Affair, isIn, type Known, lackedMaterials, lackedText, wrongAbout } from './known.ts';

export interface Answer {
  readonly atMs: EpochMs;
  /** What the unit was talking about. */
  readonly about: Affair;
  readonly text: string;
}

/** Notes what the bot says it has taken, and says what in its answer is not so. */
export function hearAnswer(known: Known, answer: Answer): string[] {
  const short = known.view.short(answer.about.unit);
  const own = known.affairs.filter(({ unit }) => unit === answer.about.unit);
  const submitted = own.filter((affair) => isSubmitted(affair, answer));
  const late = submitted.flatMap((affair) => lateness(affair, answer));
  for (const affair of submitted) affair.submitted = true;
  if (submitted.length > 0) known.signed.add(answer.about.unit);
  const reopened = answer.text.includes('已改为草稿') ? answer.about : null;
  if (reopened) reopened.submitted = false;
  const handed = own.filter((affair) => noteMaterials(affair, answer, short));
  const subject = submitted[0] ?? handed[0] ?? answer.about;
  return [
    ...late,
    ...standing(subject, answer),
    ...otherReturns(own, subject, answer),
    ...own.flatMap((affair) => progress(affair, answer)),
  ].map((wrong) => `${short}《${answer.about.returned.title}》：${wrong}`);
}

function isSubmitted({ returned }: Affair, { text }: Answer): boolean {
  return returned.form !== null && text.includes(`《${returned.form.title}》已提交`);
}

function lateness({ returned, told, inAtMs }: Affair, { text, atMs }: Answer): string[] {
  const title = returned.form?.title ?? '';
  const said = text.includes(`《${title}》已提交（逾期）`);
  const late = atMs >= returned.due.lateAfterMs && inAtMs === null;
  return [
    ...(said === late ? [] : [late ? '逾期提交没有说逾期' : '没有逾期却说逾期']),
    ...(told.size < (returned.form?.rows.length ?? 0) ? ['没有填齐就提交了'] : []),
  ];
}

/** Whether something of this return was taken. */
function noteMaterials(affair: Affair, { text }: Answer, short: string): boolean {
  const taken = lackedMaterials(affair).filter(({ title }) =>
    new RegExp(`${short}${title}(?:已收到|已登记|记为没有)`).test(text),
  );
  for (const { id } of taken) affair.handed.add(id);
  return taken.length > 0;
}

/** `已全部报齐`, `还差：…`, `另缺：…` and the table as shown. */
function standing(subject: Affair, { text, atMs }: Answer): string[] {
  const wrong: string[] = [];
  if (/^(?:《[^》]*》)?已全部报齐/m.test(text)) {
    if (isIn(subject)) subject.inAtMs ??= atMs;
    else wrong.push(`说已全部报齐，其实还差${lackedText(subject)}`);
  }
  const owed = /^还差：(.*)。$/m.exec(text)?.[1];
  const missing = owed === undefined ? null : wrongAbout(subject, owed);
  if (missing) wrong.push(`说还差：${owed}，${missing}`);
  const also = /^另缺：(.*?)（/m.exec(text)?.[1];
  const materials = also === undefined ? null : wrongAbout({ ...subject, submitted: true }, also);
  if (materials) wrong.push(`说另缺：${also}，${materials}`);
  return [...wrong, ...(subject.returned.form ? misread(subject, subject.returned.form, text) : [])];
}

/** `另有《…》还没有报齐`: beside what is all in, exactly what else the unit owes. */
function otherReturns(own: readonly Affair[], subject: Affair, { text }: Answer): string[] {
  if (!/^(?:《[^》]*》)?已全部报齐/m.test(text)) return [];
  const said = /另有(《.*》)还没有报齐/.exec(text)?.[1] ?? '';
  const owed = own.filter((affair) => affair !== subject && !isIn(affair));
  const right = owed.map(({ returned }) => `《${returned.form?.title ?? returned.title}》`).join('');
  return said === right ? [] : [`说另有“${said}”没有报齐，应为“${right}”`];
}

function misread({ told }: Affair, form: Form, text: string): string[] {
  return form.rows.flatMap((row) => {
    const shown = new RegExp(`^${row.no} ${literal(row.label)} (-?[\\d.]+)`, 'm').exec(text)?.[1];
    const said = told.get(row.no);
    return shown === undefined || Number(shown) === said
      ? []
      : [`第${row.no}项报的是${said ?? '（没有报）'}，记成${shown}`];
  });
}

/** `《…》：表已提交，还差总结。`, for one who asked how far the unit is. */
function progress(affair: Affair, { text }: Answer): string[] {
  const title = affair.returned.form?.title ?? affair.returned.title;
  const said = new RegExp(`《${literal(title)}》：(?:表已提交，)?(已全部报齐|还差.*?。)`).exec(text)?.[1];
  if (said === undefined) return [];
  if (said === '已全部报齐') return isIn(affair) ? [] : [`进度说已全部报齐，其实还差${lackedText(affair)}`];
  const wrong = wrongAbout(affair, said);
  return wrong === null ? [] : [`进度说${said}${wrong}`];
}

/** Lines by which the bot asks for something. How to answer, on a line of its own, is no question: it stands below each. */
export function questionsIn(text: string): string[] {
  return text.split('\n').filter((line) => /？|请回数字|(?<!^)请回序号/.test(line));
}
