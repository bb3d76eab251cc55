import { expect, it } from 'vitest';
import { presentProgress } from '../../../src/platform/console/present-progress.ts';
import { at, campaignFile, returnId } from '../../service/office-room.ts';
import { situationAfter } from '../../support/situation.ts';

it('a unit with a later deadline of its own is not overdue before it', () => {
  const untilMs = at('2023-03-25 00:00');
  const due = { phrase: '3月24日前', dueAtMs: untilMs, lateAfterMs: untilMs };
  const stateAt = (time: string) => {
    const extended = { type: 'DeadlineExtended', returnId, unit: 'xuhui', due, by: 'organiser' } as const;
    const view = presentProgress(situationAfter([extended], at(time)), []);
    return new Map(view.returns[0]?.units.map(({ unit, state }) => [unit, state]));
  };
  expect(campaignFile.definition.returns[0]?.due.lateAfterMs).toBe(at('2023-03-23 00:00'));
  expect(stateAt('2023-03-24 10:00').get('徐汇区局')).toBe('unsigned');
  expect(stateAt('2023-03-24 10:00').get('长宁区局')).toBe('overdue');
  expect(stateAt('2023-03-25 00:00').get('徐汇区局')).toBe('overdue');
});
