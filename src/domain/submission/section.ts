/** What the campaign's file says of its returns. */
import { z } from 'zod';
import { dayOf } from '../calendar/zone.ts';
import type { ReturnDefinition } from '../campaign/definition.ts';
import { audience, due } from '../campaign/fields.ts';
import { resolveDue } from '../campaign/resolve-due.ts';
import { identifier, positiveInteger, wordList, words } from '../file-fields.ts';
import { type FilePath, type FileProblem, problem, repeated } from '../file-problem.ts';
import { type Around, type ResolvedSection, section } from '../room.ts';
import { resolveForm } from './resolve-form.ts';
import { initialReturn, reviseReturn } from './returns.ts';
import type { SubmissionSection } from './shape.ts';
import type { ReturnState, SubmissionState } from './state.ts';

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
      z.enum(['file', 'image', 'text', 'statement'], {
        error: '写 file（文件）、image（图片）、text（直接发文字）或 statement（一句话说明已报）',
      }),
    )
    .min(1, '至少写一种交法：file、image、text、statement'),
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

export type FormWritten = z.infer<typeof form>;
type ReturnWritten = z.infer<typeof returned>;

const keys = { returns: z.array(returned).default([]) };

export const submissionSection = section<typeof keys, SubmissionSection, SubmissionState>({
  keys,
  resolve({ returns }, around) {
    const each = returns.map((written, index) => resolveReturn(written, ['returns', index], around));
    return {
      section: { returns: each.map((one) => one.section) },
      problems: [...each.flatMap((one) => one.problems), ...sameIds(returns, ['returns'], '报送')],
    };
  },
  absent: { returns: [] },
  open(state, { returns }, { atMs }) {
    const opened = returns.map(asNow).map((definition) => {
      const known = state.returns.get(definition.id);
      return [definition.id, known ? reviseReturn(known, definition, atMs) : initialReturn(definition)] as const;
    });
    // A return that the file has no more is owed no more.
    state.returns.clear();
    for (const [id, one] of opened) state.returns.set(id, one);
  },
  protects(state, { returns }) {
    for (const [id, known] of state.returns) {
      const revised = returns.find((candidate) => candidate.id === id);
      const lost = rowLost(known, revised);
      if (lost) return `报送 ${id} 已有单位填报，${lost}不能删除或改成别的项目；请改回原样，新项目加在最后`;
    }
    return null;
  },
  days: ({ returns }) => returns.flatMap(({ due: { dueAtMs, lateAfterMs } }) => [dayOf(dueAtMs), dayOf(lateAfterMs)]),
});

/** Older entries have a table without rows where there is none. */
function asNow(definition: ReturnDefinition): ReturnDefinition {
  return definition.form?.rows.length === 0 ? { ...definition, form: null } : definition;
}

/** Figures are kept by row number: a revision may not take away rows that hold some, nor turn them into others. */
function rowLost(known: ReturnState, revised: ReturnDefinition | undefined): string | null {
  if (known.submissions.size === 0) return null;
  for (const before of known.definition.form?.rows ?? []) {
    const now = revised?.form?.rows.find((candidate) => candidate.no === before.no);
    if (now?.label === before.label && now.measure === before.measure && now.kind === before.kind) continue;
    return `第${before.no}项“${before.label}”`;
  }
  return null;
}

function resolveReturn(
  written: ReturnWritten,
  path: FilePath,
  { audiences, clock }: Around,
): ResolvedSection<ReturnDefinition> {
  const from = audiences.read(written.from, [...path, 'from']);
  const until = resolveDue(written.due, [...path, 'due'], clock);
  const table = written.form === undefined ? null : resolveForm(written.form, written.id, [...path, 'form']);
  const { id, title, materials, to } = written;
  return {
    section: { id, title, materials, to, from: from.audience, due: until.due, form: table?.form ?? null },
    problems: [
      ...from.problems,
      ...until.problems,
      ...(table?.problems ?? []),
      ...sameIds(materials, [...path, 'materials'], '材料'),
      ...(table === null && materials.length === 0
        ? [problem(path, '报送里既没有统计表（form），也没有材料（materials）')]
        : []),
    ],
  };
}

function sameIds(items: readonly { readonly id: string }[], path: FilePath, kind: string): FileProblem[] {
  return repeated(
    items.map(({ id }, index) => ({ id, index })),
    ({ id }) => id,
    ({ id, index }) => problem([...path, index, 'id'], `${kind}编号“${id}”用了两次，请换一个`),
  );
}
