import type { ReplyCase } from '../../../support/reply-score.ts';

type Expect = ReplyCase['expect'];
type Context = { expecting?: number | null; draft?: Record<number, number>; last?: number[]; openForms?: string[] };
/** Text, what is recorded, and where needed the intent and the context. */
export type Row = readonly [text: string, values: Record<number, number>, more?: Context & Omit<Expect, 'values'>];

/** Cases of one form and kind, in the schema of the corpus. */
export function cases(form: string, category: string, rows: readonly Row[]): ReplyCase[] {
  return rows.map(([text, values, more = {}], at) => {
    const { expecting = null, draft = {}, last, openForms, ...expect } = more;
    const context = { expecting, draft, ...(last ? { last } : {}), ...(openForms ? { openForms } : {}) };
    return { id: `${form}-${category}-${at + 1}`, form, category, context, text, expect: { values, ...expect } };
  });
}

export const ask = { intent: 'clarify' } as const;
export const none = { intent: 'none' } as const;
/** Nothing recorded; whether the secretary asks is a matter of taste. */
export const either = { intent: 'clarify', intentAlso: 'none' } as const;
/** Recorded; a question beside it is as good. */
export const maybe = { intent: 'fill', intentAlso: 'clarify' } as const;
