import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { review } from '../../../src/domain/review/room.ts';

const src = new URL('../../../src/', import.meta.url).pathname;

/** The room's own folder and its sentences. */
const own = /^domain\/(?:review\/|replies\/review\.ts$)/;

/** What only the room may say: its name, its orders, events and purposes, and the making of events that it alone brings about. */
const words = [
  String.raw`\breview(?:s|ed|ing)?\b`,
  ...[...Object.keys(review.orders), ...Object.keys(review.events), ...Object.keys(review.renew)].map(
    (name) => String.raw`\b${name}\b`,
  ),
  // That the submission has and folds them is its own affair.
  "(?<!readonly )type: '(?:SubmissionReturned|SubmissionAccepted)'",
];
const knowing = new RegExp(words.join('|'), 'i');

function linesKnowing(): Record<string, number> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|js)$/.test(file));
  const known = files
    .filter((file) => !own.test(file))
    .map(
      (file) =>
        [
          file,
          readFileSync(src + file, 'utf8')
            .split('\n')
            .filter((line) => knowing.test(line)).length,
        ] as const,
    );
  return Object.fromEntries(known.filter(([, lines]) => lines > 0));
}

it('costs its folder, its sentences and three lines: no other file knows of it', () => {
  expect(linesKnowing()).toEqual({ 'domain/campaign/slices.ts': 1, 'domain/rooms.ts': 2 });
});

it('would be noticed elsewhere', () => {
  expect(knowing.test("if (order.name === 'return-submission')")).toBe(true);
  expect(knowing.test("return { type: 'SubmissionAccepted', unit }")).toBe(true);
  expect(knowing.test('situation.state.review.asked')).toBe(true);
  expect(knowing.test('function previewPublish(): string')).toBe(false);
});
