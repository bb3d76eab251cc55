/** Which table an order means, where a unit has several returns, some of materials only. */
import { describe, expect, it } from 'vitest';
import type { ReturnDefinition } from '../../../src/domain/campaign/definition.ts';
import type { CampaignEvent } from '../../../src/domain/campaign/slices.ts';
import { answer } from '../../../src/domain/outcome.ts';
import type { Speaker } from '../../../src/domain/situation.ts';
import { atTable, isReady, oneReturn } from '../../../src/domain/submission/which.ts';
import { campaignFile } from '../../service/office-room.ts';
import { situationAfter } from '../../support/situation.ts';

const { definition } = campaignFile;
const [summary] = definition.returns;
if (!summary?.form) throw new Error('no return with a table');
const { form } = summary;
const law: ReturnDefinition = { ...summary, id: 'law', title: '执法情况', form: { ...form, title: '执法情况统计表' } };
const roster: ReturnDefinition = { ...summary, id: 'roster', title: '值班安排表', form: null };
const source = { person: 'xuhui-liaison', cause: 'c', atMs: 0, words: '' };

const filled = (returnId: string): CampaignEvent => ({
  type: 'CellsReported',
  returnId,
  unit: 'xuhui',
  source,
  cells: form.rows.map(({ no }) => ({ row: no, value: 1, manner: 'stated', words: '' })),
});

interface Given {
  readonly returns: readonly ReturnDefinition[];
  readonly events?: readonly CampaignEvent[];
  readonly person?: string;
}

function speakerOf(person: string) {
  const situation = situationAfter([], 0);
  return {
    person: situation.directory.person(person) as Speaker['person'],
    chat: { kind: 'single' },
    cause: 'c',
    words: '',
  } as const satisfies Speaker;
}

/** The return that the order is obeyed at, or why it is at none. */
function tableFor(words: string, { returns, events = [], person = 'xuhui-liaison' }: Given): string {
  const situation = situationAfter(events, 0, { definition: { ...definition, returns } });
  const outcome = atTable(
    situation,
    speakerOf(person),
    { name: 'confirm', words },
    ({ returned }) => answer(returned.definition.id),
    isReady,
  );
  return outcome.kind === 'refused' ? `${outcome.code}: ${outcome.said.join('')}` : outcome.said.join('');
}

const all = [summary, law, roster];

describe('an order at a table', () => {
  it('is obeyed at the one that is named', () => {
    expect(tableFor('执法情况统计表', { returns: all })).toBe('law');
    expect(tableFor('《活动总结和统计表》', { returns: all })).toBe('summary');
  });

  it('without a name at the one it fits', () => {
    expect(tableFor('', { returns: all })).toBe('summary');
    expect(tableFor('', { returns: all, events: [filled('law')] })).toBe('law');
    expect(tableFor('统计表', { returns: all, events: [filled('law')] })).toBe('law');
  });

  it('is obeyed at none where the name is no table’s', () => {
    const asked =
      '共有2项报送，请说明是哪一项：\n1. 活动总结和统计表\n2. 执法情况\n请回序号或名称；都不是请回“都不是”。';
    expect(tableFor('抽检合格率表', { returns: all })).toBe(asked);
    expect(tableFor('抽检合格率表', { returns: all, events: [filled('law')] })).toBe(asked);
  });

  it('is not obeyed at another table than the return named, which has none', () => {
    const only = 'only_materials: 这项报送只要材料，交齐就算报完，不用确认提交。';
    expect(tableFor('值班安排表', { returns: all, events: [filled('law')] })).toBe(only);
    expect(tableFor('', { returns: [roster] })).toBe(only);
  });

  it('is refused to one who has no return', () => {
    expect(tableFor('', { returns: [] })).toMatch(/^nothing_to_report: /);
    expect(tableFor('', { returns: all, person: 'newcomer' })).toMatch(/^nothing_to_report: 还不知道您是哪个单位的/);
  });
});

describe('an organiser’s order about a return', () => {
  const returnFor = (words: string, returns: readonly ReturnDefinition[]) => {
    const situation = situationAfter([], 0, { definition: { ...definition, returns } });
    const outcome = oneReturn(
      situation,
      speakerOf('organiser'),
      { name: 'close-return', words },
      ({ definition: { id } }) => answer(id),
    );
    return outcome.kind === 'refused' ? outcome.code : outcome.said.join('');
  };

  it('needs no name where there is one', () => expect(returnFor('', [law])).toBe('law'));

  it('needs one where there are several', () => {
    expect(returnFor('', all)).toContain('请说明是哪一项');
    expect(returnFor('执法情况', all)).toBe('law');
    expect(returnFor('值班安排', all)).toBe('roster');
  });
});
