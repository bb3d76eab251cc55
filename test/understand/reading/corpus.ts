import { readFileSync } from 'node:fs';
import { parseForms, predict } from '../../../src/cli/understand.ts';
import type { Form } from '../../../src/domain/form.ts';
import { blankContext, type Reading, type ReadingContext } from '../../../src/domain/reading.ts';
import { read } from '../../../src/understand/reading/read.ts';
import { type ReplyCase, score } from '../../support/reply-score.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const forms = new Map([...parseForms(fixture('forms.json')), ...parseForms(fixture('invented-forms.json'))]);

export const samples = fixture('sample.jsonl')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as ReplyCase);

export function formOf(id: string): Form {
  const form = forms.get(id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

/** The cases that are not read exactly, one line each: what the tests expect to be empty. */
export function misses(cases: readonly ReplyCase[]): string[] {
  return cases.flatMap((one) => {
    const predicted = predict(JSON.stringify(one), forms);
    const { exact, wrongWrite } = score(one.expect, predicted);
    return exact
      ? []
      : [`${wrongWrite ? 'WRONG' : 'miss'} ${one.id} ${JSON.stringify(one.text)} → ${JSON.stringify(predicted)}`];
  });
}

export function readIn(formId: string, text: string, more: Partial<ReadingContext> = {}): Reading {
  return read(text, { ...blankContext(formOf(formId)), botNames: ['督办助手'], ...more });
}

/** Row → value of what is recorded. */
export function figuresOf(reading: Reading): Record<number, number> {
  return Object.fromEntries(reading.values.map(({ row, value }) => [row, value]));
}
