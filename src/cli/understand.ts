import { readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Form } from '../domain/form.ts';
import { blankContext, type Reading } from '../domain/reading.ts';
import { read } from '../understand/reading/read.ts';

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
  const { id, form: formId, text, context } = caseSchema.parse(JSON.parse(line));
  const form = forms.get(formId);
  if (form === undefined) throw new Error(`no form "${formId}" in the forms file`);
  const reading = read(text, {
    ...blankContext(form),
    expecting: context.expecting ?? null,
    draft: context.draft ?? {},
    last: context.last ?? [],
    otherForms: (context.openForms ?? [])
      .filter((other) => other !== formId)
      .flatMap((other) => forms.get(other) ?? []),
    usual: context.usual ?? {},
    botNames: ['督办助手'],
  });
  return predictionOf(id, reading);
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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { forms: { type: 'string' } } });
  if (values.forms === undefined)
    throw new Error('usage: npm run -s understand -- --forms FORMS.json < cases.jsonl > predictions.jsonl');
  const forms = parseForms(readFileSync(values.forms, 'utf8'));
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
