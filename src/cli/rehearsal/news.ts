/** What the bot tells everyone, held against what the units know: reminders, lists, totals, receipts, duty. */
import type { CampaignDefinition, ReturnDefinition } from '../../domain/campaign/definition.ts';
import { fromMicro, isRate, toMicro } from '../../domain/form.ts';
import { literal } from '../../domain/literal.ts';
import { type Affair, affairsOf, isIn, type Known, missingFrom, wrongAbout } from './known.ts';

/** What in a message is not as the units know it. */
export function hearNews(known: Known, definition: CampaignDefinition, said: string): string[] {
  const text = withoutQuoted(said);
  return [
    ...receipts(known, text),
    ...definition.returns.flatMap((returned) => ofReturn(known, partAbout(definition, returned, text), returned)),
    ...(definition.duty?.shifts ?? []).flatMap((shift) => duty(known, definition.duty as Duty, shift, text)),
  ];
}

/** Messages that did not arrive are told by their first words, which are no news. */
function withoutQuoted(text: string): string {
  const lines = text.split('\n').filter((line) => !/^(?:有\d+条消息没有发出：|· 发给|正在补发\d+条)/.test(line));
  return lines.join('\n');
}

/** What a message says of one return: everything where there is but one, else from its title to the next one's. */
export function partAbout({ returns }: CampaignDefinition, { title }: ReturnDefinition, text: string): string {
  if (returns.length === 1) return text;
  const titles = returns.map((returned) => returned.title);
  const lines = text.split('\n');
  const titleOf = (line: string) => titles.find((one) => headOf(line).includes(one));
  let current: string | undefined;
  return lines
    .filter((line) => {
      current = /^(?:·|\d+ |未报齐：|截止：|合计)/.test(line) ? current : titleOf(line);
      return current === title;
    })
    .join('\n');
}

/** Where the title of a return stands, if it stands in a line: a unit may be called like it further on. */
function headOf(line: string): string {
  return line.slice(0, 40);
}

function ofReturn(known: Known, text: string, returned: ReturnDefinition): string[] {
  const affairs = affairsOf(known, returned);
  const open = affairs.filter((affair) => !isIn(affair));
  return [
    ...numbers(text, /(\d+)家均未报齐/, open.length),
    ...numbers(text, /还有(\d+)家未报齐/, open.length),
    ...numbers(text, /未报齐(\d+)家/, open.length),
    ...numbers(text, /已报齐(\d+)\/\d+家/, affairs.length - open.length),
    ...(/报送提醒|逾期提示|未报齐/.test(text) ? lists(known, text, affairs) : []),
    ...totals(text, affairs, returned),
  ].map((wrong) => `${returned.title}：${wrong}`);
}

function numbers(text: string, said: RegExp, right: number): string[] {
  const number = said.exec(text);
  return number === null || Number(number[1]) === right ? [] : [`说“${number[0]}”，应为${right}家`];
}

interface Listed {
  readonly name: string;
  readonly owed: string;
}

/** `· 统计表、总结：黄浦区局、徐汇区局`, `· 黄浦区局：还差总结` */
function listedIn(text: string): Listed[] {
  return [...text.matchAll(/^· (.+?)：(.+)$/gm)].flatMap(([, before = '', after = '']) => {
    const [names, owed] = after.startsWith('还差') ? [before, after] : [after, before];
    return names.split('、').map((name) => ({ name, owed: owed.replace(/^还差/, '') }));
  });
}

/** Who is named as owing what, and who owes and is passed over. */
function lists(known: Known, text: string, affairs: readonly Affair[]): string[] {
  const short = ({ unit }: Affair) => known.view.short(unit);
  const named = (name: string) => affairs.find((affair) => short(affair) === name);
  const listed = listedIn(text);
  const wrong = listed.flatMap(({ name, owed }) => {
    const affair = named(name);
    const why = affair ? wrongAbout(affair, owed) : '没有这项任务';
    return why ? [`说${name}还差${owed}，${why}`] : [];
  });
  const owing =
    /^未报齐：(.*)。$/m
      .exec(text)?.[1]
      ?.replace(/等\d+家$/, '')
      .split('、') ?? [];
  const early = owing.filter((name) => !affairs.some((affair) => short(affair) === name && !isIn(affair)));
  const forAll = /^【报送提醒】|未报齐\d+家：/m.test(text) && listed.length > 0;
  const passed = affairs.filter(
    (affair) => forAll && !isIn(affair) && listed.every(({ name }) => name !== short(affair)),
  );
  return [
    ...wrong,
    ...early.map((name) => `说${name}未报齐，它已报齐`),
    ...passed.map((affair) => `没有提到${short(affair)}，它还没有报齐`),
  ];
}

/** `合计（按已提交23家）` and its rows. */
function totals(text: string, affairs: readonly Affair[], { form }: ReturnDefinition): string[] {
  const said = /合计（按已提交(\d+)家）/.exec(text);
  if (!said || !form) return [];
  const submitted = affairs.filter((affair) => affair.submitted);
  if (Number(said[1]) !== submitted.length) return [`说${said[0]}，应为${submitted.length}家`];
  return form.rows.flatMap((row) => {
    const shown = new RegExp(`^${row.no} ${literal(row.label)} (.*)$`, 'm').exec(text)?.[1] ?? '';
    if (isRate(row)) return shown === '（比率，不合计）' ? [] : [`第${row.no}项是比率，合计却是${shown}`];
    const right = sumOf(submitted, row.no);
    return Number.parseFloat(shown) === right ? [] : [`第${row.no}项合计${shown}，应为${right}`];
  });
}

/** Of what the units told the bot. */
function sumOf(affairs: readonly Affair[], row: number): number {
  return fromMicro(affairs.reduce((sum, { told }) => sum + toMicro(told.get(row) ?? 0), 0));
}

function receipts({ view, addressees, signed }: Known, text: string): string[] {
  const total = addressees.length;
  const right = addressees.filter((unit) => signed.has(unit)).length;
  const lists = [/以下单位还未签收：(.*?)。/, /未签收\d+家（共\d+家）：(.*)$/m, /家，未签收：(.*)。$/m];
  const named = lists.flatMap((list) => list.exec(text)?.[1]?.split('、') ?? []);
  const wrongly = named.filter((name) => addressees.some((unit) => view.short(unit) === name && signed.has(unit)));
  return [
    ...numbers(text, /已签收(\d+)\/\d+家/, right),
    ...numbers(text, /已签收（(\d+)\/\d+）/, right),
    ...numbers(text, /^签收：(\d+)\/\d+家/m, right),
    ...numbers(text, /还有(\d+)家单位未签收/, total - right),
    ...numbers(text, /未签收(\d+)家（共/, total - right),
    ...wrongly.map((name) => `说${name}未签收，它已签收`),
  ].map((wrong) => `签收：${wrong}`);
}

type Duty = NonNullable<CampaignDefinition['duty']>;

/** Numbers and names in the lines about one shift. */
function duty(known: Known, { roster }: Duty, shift: Duty['shifts'][number], text: string): string[] {
  const posts = roster.filter((post) => post.shift === shift.id);
  const missing = posts.flatMap((post) => missingFrom(known, shift.id, post));
  const held = posts.filter((post) => missingFrom(known, shift.id, post).length === 0).length;
  const names = new Set(missing.map((person) => known.view.person(person)?.name));
  return text
    .split('\n')
    .filter((line) => mentionsShift(line, shift.title))
    .flatMap((line) => {
      const absent = /(?:尚未到岗|未到岗)：(.*?)。/.exec(line)?.[1]?.split(/[；、]/) ?? [];
      const wrongly = absent.filter((post) => !names.has(post.split(' ').at(-1)));
      return [
        ...numbers(line, /到岗(\d+)\/\d+家/, held),
        ...numbers(line, /已到岗（.*，(\d+)\/\d+家）/, held),
        ...wrongly.map((post) => `说${post}未到岗，已经到岗`),
      ].map((wrong) => `${shift.title}：${wrong}`);
    });
}

/** 带队值守 stands in “3·15”晚会期间带队值守 as well: the title has to begin where a name may. */
function mentionsShift(line: string, title: string): boolean {
  const at = line.indexOf(title);
  return at >= 0 && !/[\u4e00-\u9fff]/.test(line[at - 1] ?? '');
}
