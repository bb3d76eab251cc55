/** What the Shanghai file gives as the notice's words stands in the notice; what it adds is declared among its findings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { campaignFile } from '../../../src/domain/campaign/schema.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
type Audience = readonly string[] | { readonly names: readonly string[] };
interface Written {
  readonly title: string;
  readonly notice: Readonly<Record<'title' | 'issuer' | 'date' | 'addressees', string>> &
    Readonly<Record<'docNumber' | 'disclosure', string | null>>;
  readonly expansions: Readonly<Record<string, readonly string[]>>;
  readonly open: readonly string[];
  readonly findings: readonly { readonly text: string; readonly assumption: string | null }[];
  readonly addressees: Audience;
  readonly sections: readonly {
    readonly heading: string;
    readonly tasks: readonly {
      readonly no: string;
      readonly title: string;
      readonly text: string;
      readonly units: Audience;
    }[];
  }[];
  readonly returns: readonly {
    readonly title: string;
    readonly to: string;
    readonly due: unknown;
    readonly materials: readonly { readonly id: string; readonly title: string }[];
    readonly form?: {
      readonly title: string;
      readonly headerLines: readonly string[];
      readonly columns: readonly string[];
      readonly rows: readonly { readonly no: number; readonly label: string; readonly measure: string }[];
    };
  }[];
  readonly duty: {
    readonly title: string;
    readonly phrase: string;
    readonly requirement: string;
    readonly units: Audience;
    readonly shifts: readonly Readonly<Record<'id' | 'title' | 'from' | 'to' | 'setBy', string>>[];
    readonly absentAfterMinutes: number;
    readonly escalateAfterMinutes: number;
  } | null;
}
const file = campaignFile.parse(parse(read('../../../config/campaigns/shanghai-2023.yaml'))) as unknown as Written;
/** Line breaks and the blanks of the form's layout say nothing. */
const notice = read('./fixtures/shanghai-2023.txt').replace(/\s+/g, '');
const [summary] = file.returns;
const tasks = file.sections.flatMap((section) => section.tasks);
/** One of the office's own is printed with this mark. */
const own = '本局设定';

const namesOf = (audience: Audience): readonly string[] => ('names' in audience ? audience.names : audience);

describe('every word given as the notice’s', () => {
  it.each([
    ['the campaign’s title', [file.title]],
    ['the head', [file.notice.title, file.notice.docNumber ?? '', file.notice.issuer, file.notice.addressees]],
    ['the disclosure', [file.notice.disclosure ?? '']],
    ['the headings', file.sections.map(({ heading }) => heading)],
    ['the tasks’ titles', tasks.map(({ title }) => title)],
    ['the tasks’ texts', tasks.map(({ text }) => text)],
    ['the units of the tasks', tasks.flatMap(({ units }) => namesOf(units))],
    ['the names that are expanded or left open', [...Object.keys(file.expansions), ...file.open]],
    ['the return', [...(summary?.title.split('和') ?? []), summary?.to ?? '', String(summary?.due), '各单位']],
    ['the materials', summary?.materials.map(({ title }) => title) ?? []],
    ['the form', [summary?.form?.title ?? '', ...(summary?.form?.headerLines ?? [])]],
    ['the rows', summary?.form?.rows.map((row) => `${row.no}${row.label}${row.measure}`) ?? []],
    ['the columns', [summary?.form?.columns.join('') ?? '']],
    ['the duty', [file.duty?.title ?? '', file.duty?.phrase ?? '', file.duty?.requirement ?? '']],
    ['the units on duty', namesOf(file.duty?.units ?? [])],
  ])('%s', (_, words) => {
    expect(words.filter((word) => word === '' || !notice.includes(word))).toEqual([]);
    expect(words).not.toEqual([]);
  });

  it('the date', () => {
    const [year, month, day] = file.notice.date.split('-').map(Number);
    expect(notice).toContain(`${file.notice.issuer}${year}年${month}月${day}日`);
  });

  it('between the marks of quotation in the findings', () => {
    const quoted = file.findings.flatMap(({ text }) =>
      [...text.matchAll(/“([^“”]+)”/g)].map(([, words = '']) => words),
    );
    const asPrinted = quoted.map((words) => words.replaceAll('‘', '“').replaceAll('’', '”'));
    expect(asPrinted.filter((words) => !notice.includes(words))).toEqual([]);
    expect(quoted.length).toBeGreaterThan(10);
  });
});

describe('nothing of the notice is left out', () => {
  /** The notice parts the offices of a list by 、 and the rest by ，: the file by neither. */
  const body = notice
    .slice(notice.indexOf('一、丰富'), notice.indexOf('附件：'))
    .replace(/（实施部门：[^）]+）/g, (list) => list.replaceAll('，', '、'));
  const printed = ({ title, text, units }: (typeof tasks)[number], index: number) =>
    `${'一二三四五'[index]}是${title}。${text}${body.includes(`${text}（实施部门：`) ? `（实施部门：${namesOf(units).join('、')}）` : ''}`;

  it('from the first heading to the annex', () => {
    expect(file.sections.map(({ heading, tasks }) => heading + tasks.map(printed).join('')).join('')).toBe(body);
  });

  it('and what has no offices in brackets is for those whom its sentence begins with', () => {
    const last = file.sections.at(-1)?.tasks ?? [];
    expect(last.map(({ no }) => no)).toEqual(['5.1', '5.2', '5.3']);
    for (const { text, units } of last) expect(text.startsWith(namesOf(units).join('、'))).toBe(true);
  });

  it('nor of its sentence on duty, whose units are all of that sentence and no others', () => {
    expect(tasks.map(({ text }) => text)).toContain(file.duty?.requirement);
    expect(file.duty?.requirement.startsWith(`${namesOf(file.duty.units).join('、')}主要负责人和分管负责人`)).toBe(
      true,
    );
  });
});

describe('every reading of the office’s own is a finding', () => {
  const said = file.findings.map(({ text, assumption }) => `${text}${assumption ?? ''}`);
  const findingOf = (...words: string[]) => said.filter((text) => words.every((word) => text.includes(word)));

  it.each(Object.keys(file.expansions).filter((name) => !name.includes('及')))('whom “%s” means', (name) => {
    expect(file.findings.filter(({ text }) => text.includes(name) && /没有(?:写|说明)/.test(text))).not.toEqual([]);
  });

  it.each(file.duty?.shifts ?? [])('the shift $title with its hours', ({ title, from = '', to = '', setBy }) => {
    expect(setBy).toBe(own);
    expect(findingOf(own, title, `${from}—${to}`)).toHaveLength(1);
  });

  it.each([
    ['who answers for a unit on duty', ['主要负责人和分管负责人', '单位领导签到到岗', own, '联络员']],
    ['when absence is told', [`${file.duty?.absentAfterMinutes}分钟`, `${file.duty?.escalateAfterMinutes}分钟`, own]],
    ['pictures as a material', ['收集相关媒体报道、图片、领导现场走访和批示等信息', own, '没有图片']],
    ['watching the gala', ['集中收看', '执法总队', '市药品监管局', own]],
    ['standing by', ['值班备勤人员', '各单位', own]],
    ['plans of one’s own', ['细化工作方案', '没有要求报送']],
    ['the units of section 五', ['第五部分', '实施部门']],
    ['receipts', ['收到', '没有要求', own]],
  ])('%s', (_, words) => {
    expect(findingOf(...words)).not.toEqual([]);
  });

  it('no more materials than the report and the pictures declared', () => {
    expect(summary?.materials.map(({ id }) => id)).toEqual(['report', 'pictures']);
  });

  it('no shift that tells units to watch which the notice does not', () => {
    expect(file.duty?.shifts.filter(({ title }) => title.includes('收看'))).toEqual([]);
  });
});
