/** The one schema of a campaign file: what an office writes down of a notice, names and phrases as printed. */
import { z } from 'zod';
import { day, identifier, positiveInteger, timeOfDay, wordList, words } from '../file-fields.ts';
import { DEFAULT_REMINDERS, reminderRules } from './reminder-rules.ts';

const names = wordList.min(1, '至少写一个单位名称');

/** Printed names, or printed names with some taken out. */
const audience = z.union([names, z.strictObject({ names, except: wordList.default([]) })], {
  error: '写单位名称的列表，或写 names: [...] 和 except: [...]',
});

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '时刻写成 2023-03-22 17:30 这样（日期和时间之间空一格）');

/** The notice's phrase; with `by`, what this office reads it as where it names no day; or both instants fixed by hand. */
const due = z.union(
  [
    words,
    z.strictObject({ phrase: words, by: words.optional(), dueAt: moment.optional(), lateAfter: moment.optional() }),
  ],
  { error: '写通知原文的期限，例如 2023年3月22日前；或写 phrase（原文）和 by（本局定的期限）' },
);

/** A row of the table, or a heading (`group`) over sub-rows (`rows`). */
const rowFields = {
  seq: words.nullable().optional(),
  measure: z.string().trim().default(''),
  kind: z.enum(['integer', 'decimal'], { error: '写 integer（计数，整数）或 decimal（计量，可带小数）' }).optional(),
  aliases: wordList.default([]),
};
const subRow = z.strictObject({ no: positiveInteger.optional(), label: words, ...rowFields });
const row = z
  .strictObject({
    no: positiveInteger.optional(),
    label: words.optional(),
    ...rowFields,
    group: words.optional(),
    rows: z.array(subRow).min(1, '分组下面至少写一行').optional(),
  })
  .refine((written) => (written.rows === undefined) === (written.label !== undefined), {
    error: '一行写 label（类别名称）；分组写 group（组名）和 rows（组内各行）',
  });

const form = z.strictObject({
  id: identifier.optional(),
  title: words,
  headerLines: wordList.default([]),
  footerLines: wordList.default([]),
  columns: wordList.default(['序号', '类别', '单位', '数量']),
  rows: z.array(row).min(1, '统计表至少要有一行'),
});

const material = z.strictObject({
  id: identifier,
  title: words,
  aliases: wordList.default([]),
  accepts: z
    .array(
      z.enum(['file', 'image', 'statement'], { error: '写 file（文件）、image（图片）或 statement（一句话说明已报）' }),
    )
    .min(1, '至少写一种交法：file、image、statement'),
});

const returned = z.strictObject({
  id: identifier,
  title: words,
  from: audience,
  to: words,
  due,
  form: form.optional(),
  materials: z.array(material).default([]),
});

const task = z.strictObject({
  no: words,
  title: words,
  text: words,
  units: audience,
  lead: words.optional(),
});

const section = z.strictObject({ heading: words, tasks: z.array(task).min(1, '一节里至少写一项任务') });

/** With a day and hours; or, where the notice fixes none yet, `when`: what it waits for. */
const shift = z
  .strictObject({
    id: identifier,
    title: words,
    day: day.optional(),
    from: timeOfDay.optional(),
    endDay: day.optional(),
    to: timeOfDay.optional(),
    when: words.optional(),
    setBy: words.optional(),
  })
  .refine((written) => (written.when !== undefined) !== Boolean(written.day && written.from && written.to), {
    error: '班次写 day（日期）、from（几点起）、to（几点止）；时间还没定的，只写 when（等什么确定）',
  });

const assignment = z.strictObject({ shift: identifier, unit: words, people: wordList });

const duty = z.strictObject({
  title: words,
  phrase: words,
  requirement: words,
  units: audience,
  shifts: z.array(shift).min(1, '至少写一个班次'),
  /** Who stands where `assignments` name nobody. */
  roster: z.enum(['reporters', 'leaders', 'empty'], {
    error: '写 reporters（各单位联络员）、leaders（各单位领导）或 empty（先空着，在群里排班）',
  }),
  assignments: z.array(assignment).default([]),
  absentAfterMinutes: positiveInteger.default(10),
  escalateAfterMinutes: positiveInteger.default(20),
});

export const campaignFile = z.strictObject({
  id: identifier,
  title: words,
  shortTitle: words,
  notice: z.strictObject({
    title: words,
    docNumber: words.nullable().default(null),
    issuer: words,
    date: day,
    addressees: words,
    disclosure: words.nullable().default(null),
  }),
  /** What the notice calls several units at once → who that is. */
  expansions: z.record(words, names).default({}),
  /** Printed names that stand for nobody in particular. */
  open: wordList.default([]),
  addressees: audience,
  sections: z.array(section).min(1, '至少写一节任务'),
  returns: z.array(returned).default([]),
  duty: duty.nullable().default(null),
  reminders: reminderRules.default(DEFAULT_REMINDERS as z.infer<typeof reminderRules>),
  findings: z.array(z.strictObject({ text: words, assumption: words.nullable().default(null) })).default([]),
});

export type CampaignFile = z.infer<typeof campaignFile>;
export type AudienceWritten = z.infer<typeof audience>;
export type DueWritten = z.infer<typeof due>;
export type FormWritten = z.infer<typeof form>;
export type ReturnWritten = z.infer<typeof returned>;
export type DutyWritten = z.infer<typeof duty>;
export type ShiftWritten = z.infer<typeof shift>;
