import { readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Form } from '../domain/form.ts';
import { blankContext, type Reading, type ReadingContext } from '../domain/reading.ts';
import { read } from '../understand/reading/read.ts';
import { explained } from './explained.ts';

const fieldSchema = z.object({
  no: z.number().int().positive(),
  seq: z.union([z.string(), z.number().transform(String)]).nullish(),
  label: z.string(),
  unit: z.string().nullish(),
  kind: z.enum(['integer', 'decimal']).default('integer'),
  group: z.string().nullish(),
  aliases: z.array(z.string()).default([]),
});
const formSchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  headerLines: z.array(z.string()).default([]),
  footerLines: z.array(z.string()).default([]),
  columns: z.array(z.string()).default([]),
  hasRemark: z.boolean().default(false),
  fields: z.array(fieldSchema).min(1),
});
const figures = z.record(z.string().regex(/^\d+$/), z.number());
const caseSchema = z.object({
  id: z.union([z.string(), z.number()]),
  form: z.string(),
  text: z.string(),
  context: z
    .object({
      expecting: z.number().int().nullish(),
      draft: figures.nullish(),
      last: z.array(z.number().int()).nullish(),
      openForms: z.array(z.string()).nullish(),
      usual: figures.nullish(),
    })
    .default({}),
});

export interface Prediction {
  readonly id: string | number;
  readonly values: Readonly<Record<string, number>>;
  /** The first remark and its row. */
  readonly remark?: string;
  readonly remarkField?: number;
  /** All of them, where there is more than one. */
  readonly remarks?: readonly { readonly field: number | null; readonly text: string }[];
  readonly intent?: string;
}

/** The forms of a forms file, by id. */
export function parseForms(json: string): Map<string, Form> {
  const { forms } = z.object({ forms: z.array(formSchema) }).parse(JSON.parse(json));
  return new Map(
    forms.map(({ fields, ...form }) => {
      const rows = fields.map(({ unit, seq, group, ...row }) => ({
        ...row,
        seq: seq ?? null,
        measure: unit ?? '',
        group: group ?? null,
      }));
      return [form.id, { ...form, rows }];
    }),
  );
}

/** The prediction for one line of cases; throws with a sentence that says what is wrong with the line. */
export function predict(line: string, forms: ReadonlyMap<string, Form>): Prediction {
  const one = caseSchema.parse(JSON.parse(line));
  return predictionOf(one.id, read(one.text, contextOf(one, forms)));
}

/** How a line of cases is read: what was found in it, what speaks for what, and the prediction. */
export function explain(line: string, forms: ReadonlyMap<string, Form>): string {
  const one = caseSchema.parse(JSON.parse(line));
  const context = contextOf(one, forms);
  const traced: string[] = [];
  const reading = read(one.text, context, null, (trace) => traced.push(explained(trace, context.form)));
  return [one.text, ...traced, JSON.stringify(predictionOf(one.id, reading))].join('\n');
}

function contextOf(
  { form: formId, context }: z.infer<typeof caseSchema>,
  forms: ReadonlyMap<string, Form>,
): ReadingContext {
  const form = forms.get(formId);
  if (form === undefined) throw new Error(`no form "${formId}" in the forms file`);
  return {
    ...blankContext(form),
    expecting: context.expecting ?? null,
    draft: context.draft ?? {},
    last: context.last ?? [],
    otherForms: (context.openForms ?? [])
      .filter((other) => other !== formId)
      .flatMap((other) => forms.get(other) ?? []),
    usual: context.usual ?? {},
    botNames: ['督办助手'],
  };
}

function predictionOf(id: string | number, reading: Reading): Prediction {
  const { remarks } = reading;
  const [remark = null] = remarks;
  return {
    id,
    values: Object.fromEntries(reading.values.map(({ row, value }) => [row, value])),
    ...(remark === null ? {} : { remark: remark.text }),
    ...(remark === null || remark.row === null ? {} : { remarkField: remark.row }),
    ...(remarks.length > 1 ? { remarks: remarks.map(({ row, text }) => ({ field: row, text })) } : {}),
    ...(reading.intent === 'fill' ? {} : { intent: reading.intent }),
  };
}

const usage = [
  'usage: npm run -s understand -- --forms FORMS.json < cases.jsonl > predictions.jsonl',
  '       npm run -s understand -- --forms FORMS.json [--form ID] --explain TEXT',
].join('\n');

async function main(): Promise<void> {
  const options = { forms: { type: 'string' }, explain: { type: 'string' }, form: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  if (values.forms === undefined) throw new Error(usage);
  const forms = parseForms(readFileSync(values.forms, 'utf8'));
  if (values.explain !== undefined) {
    const form = values.form ?? [...forms.keys()][0] ?? '';
    process.stdout.write(`${explain(JSON.stringify({ id: '', form, text: values.explain }), forms)}\n`);
    return;
  }
  let lineNo = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNo += 1;
    if (line.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(predict(line, forms))}\n`);
    } catch (error) {
      console.error(`line ${lineNo}: ${describe(error)}`);
      process.exitCode = 1;
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Whether this file was started: under whatever path, on Windows too, and not imported by another. */
function isMain([, started]: readonly string[]): boolean {
  return started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href;
}

if (isMain(process.argv)) {
  main().catch((error: unknown) => {
    console.error(describe(error));
    process.exitCode = 1;
  });
}
