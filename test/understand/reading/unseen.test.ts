/**
 * Replies written by people who had seen neither the code nor its tests, on forms made for them. Most are read as they expect; those
 * that are not are work to be done, and none of them may come back.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseForms, predict } from '../../../src/cli/understand.ts';
import { type ReplyCase, score } from '../../support/reply-score.ts';

const folder = new URL('fixtures/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const sets = readdirSync(new URL('unseen/', folder)).filter((name) => name.endsWith('.jsonl'));

/** Of the cases of a set: how many are read exactly, and in which a figure is written that nobody would have written. */
const reached: Readonly<Record<string, { readonly exact: number; readonly wrong: readonly string[] }>> = {
  'flood-traffic-care-reading': { exact: 225, wrong: ['a-prose-005'] },
  'forest-waste-jobs-animals': { exact: 218, wrong: ['b-prose-003', 'b-noise-011'] },
  'safety-health-tourism-veterans': { exact: 224, wrong: ['c-correct-016'] },
  'school-food-prices-blood-water': { exact: 220, wrong: ['d-voice-002', 'd-voice-003'] },
};

describe('replies that were written without sight of the reader', () => {
  it.each(sets)('%s', (name) => {
    const forms = new Map(
      ['forms.json', 'invented-forms.json', `unseen/${name.replace('.jsonl', '.forms.json')}`].flatMap((file) => [
        ...parseForms(text(file)),
      ]),
    );
    const cases = text(`unseen/${name}`)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReplyCase);
    const scored = cases.map((one) => ({ id: one.id, ...score(one.expect, predict(JSON.stringify(one), forms)) }));
    const { exact, wrong } = reached[name.replace('.jsonl', '')] ?? { exact: cases.length, wrong: [] };
    expect(scored.filter((one) => one.wrongWrite && !wrong.includes(one.id)).map(({ id }) => id)).toEqual([]);
    expect(scored.filter((one) => one.exact).length).toBeGreaterThanOrEqual(exact);
  });
});
