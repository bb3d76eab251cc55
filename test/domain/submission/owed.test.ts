import { describe, expect, it } from 'vitest';
import { owedText } from '../../../src/domain/replies/reminders.ts';
import { emptySubmission } from '../../../src/domain/submission/counting.ts';
import { owedBy, owesNothing } from '../../../src/domain/submission/owed.ts';
import { initialReturn } from '../../../src/domain/submission/returns.ts';
import type { Status, Submission } from '../../../src/domain/submission/state.ts';
import { campaignFile } from '../../service/office-room.ts';

const source = { person: 'p', cause: 'c', atMs: 0, words: '' };
const [definition] = campaignFile.definition.returns;
if (!definition) throw new Error('no return');
const onlyMaterials = { ...definition, form: null };

interface Given {
  readonly status?: Status;
  readonly materials?: readonly string[];
  readonly of?: typeof definition | typeof onlyMaterials;
}

function owed(rows: readonly number[], { status = { kind: 'draft' }, materials = [], of = definition }: Given = {}) {
  const returned = initialReturn(of as NonNullable<typeof definition>);
  const submission: Submission = {
    ...emptySubmission(),
    cells: new Map(rows.map((row) => [row, { value: 0, manner: 'stated', words: '', source }])),
    materials: new Map(materials.map((id) => [id, { how: 'file', name: '', count: 1, source }])),
    status,
  };
  returned.submissions.set('xuhui', submission);
  return owedBy(returned, 'xuhui');
}

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const submitted = { kind: 'submitted', atMs: 0, person: 'p' } as const;
const accepted = { kind: 'accepted', atMs: 1, by: 'o', submitted } as const;
const sentBack = (...rows: number[]) =>
  ({ kind: 'returned', atMs: 1, by: 'o', reason: '有误', before: submitted, rows }) as const;
const both = ['report', 'pictures'];

describe('what is owed', () => {
  it.each([
    [owed([]), '统计表、总结、图片', false],
    [owed([1, 2, 3, 5, 6, 8, 9]), '统计表第4、7项、总结、图片', false],
    [owed(all), '统计表待回“确认提交”、总结、图片', false],
    [owed(all, { status: submitted }), '总结、图片', false],
    [owed(all, { status: submitted, materials: ['report'] }), '图片', false],
    [owed([], { materials: both }), '统计表', false],
    [owed(all, { status: submitted, materials: both }), '', true],
    [owed(all, { status: accepted, materials: both }), '', true],
    [owed(all, { status: sentBack(), materials: both }), '统计表（已退回：有误）', false],
    [owed(all, { status: sentBack(3, 5), materials: both }), '统计表第3、5项（已退回：有误）', false],
    [owed([1, 2, 4, 5, 6, 7, 8, 9], { status: sentBack(3, 5) }), '统计表第3项（已退回：有误）、总结、图片', false],
    [owed([], { of: onlyMaterials }), '总结、图片', false],
    [owed([], { of: onlyMaterials, materials: ['report'] }), '图片', false],
    [owed([], { of: onlyMaterials, materials: both }), '', true],
    [owed([], { of: onlyMaterials, materials: both, status: sentBack() }), '总结、图片', false],
  ])('%#', (what, text, nothing) => {
    expect(owedText(what)).toBe(text);
    expect(owesNothing(what)).toBe(nothing);
  });
});
