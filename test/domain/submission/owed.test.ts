import { expect, it } from 'vitest';
import { owedText } from '../../../src/domain/replies/reminders.ts';
import { emptySubmission, initialReturn } from '../../../src/domain/submission/evolve.ts';
import { owedBy, owesNothing } from '../../../src/domain/submission/owed.ts';
import type { Submission } from '../../../src/domain/submission/state.ts';
import { campaignFile } from '../../service/office-room.ts';

const source = { person: 'p', cause: 'c', atMs: 0, words: '' };

function owed(rows: readonly number[], more: { confirmed?: boolean; materials?: readonly string[] } = {}) {
  const [definition] = campaignFile.definition.returns;
  if (!definition) throw new Error('no return');
  const returned = initialReturn(definition);
  const submission: Submission = {
    ...emptySubmission(),
    cells: new Map(rows.map((row) => [row, { value: 0, manner: 'stated', words: '', source }])),
    materials: new Map((more.materials ?? []).map((id) => [id, { how: 'file', name: '', count: 1, source }])),
    confirmed: more.confirmed ? { atMs: 0, person: 'p' } : null,
  };
  returned.submissions.set('xuhui', submission);
  return owedBy(returned, 'xuhui');
}

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];

it.each([
  [owed([]), '统计表、总结、图片', false],
  [owed([1, 2, 3, 5, 6, 8, 9]), '统计表第4、7项、总结、图片', false],
  [owed(all), '统计表待回“确认提交”、总结、图片', false],
  [owed(all, { confirmed: true }), '总结、图片', false],
  [owed(all, { confirmed: true, materials: ['report'] }), '图片', false],
  [owed([], { materials: ['report', 'pictures'] }), '统计表', false],
  [owed(all, { confirmed: true, materials: ['report', 'pictures'] }), '', true],
])('says exactly what is owed: %#', (what, text, nothing) => {
  expect(owedText(what)).toBe(text);
  expect(owesNothing(what)).toBe(nothing);
});
