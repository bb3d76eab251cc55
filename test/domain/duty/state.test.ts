import { describe, expect, it } from 'vitest';
import { absentFrom, isShort, type Post } from '../../../src/domain/duty/post.ts';
import {
  type DutyEvent,
  type DutyState,
  dutyFolds,
  initialDuty,
  layOutShifts,
} from '../../../src/domain/duty/state.ts';
import type { Head } from '../../../src/domain/room.ts';
import { campaignFile } from '../../service/office-room.ts';

const source = { person: 'p', cause: 'c', atMs: 0, words: '到岗' };
const { duty } = campaignFile.definition;
const head = { atMs: 5, cause: 'c' };

interface Given {
  readonly people: readonly string[];
  readonly arrived: readonly string[];
  readonly takenOff?: readonly string[];
}

const post = ({ people, arrived, takenOff = [] }: Given): Post => ({
  unit: 'u',
  people,
  setInChat: false,
  takenOff: new Set(takenOff),
  arrived: new Map(arrived.map((person) => [person, source])),
  away: new Map(),
  standIns: new Map(),
});

function fold(state: DutyState, ...events: readonly DutyEvent[]): DutyState {
  for (const event of events)
    (dutyFolds[event.type] as (slice: DutyState, event: DutyEvent, head: Head) => void)(state, event, head);
  return state;
}

const laidOut = () => {
  const state = initialDuty();
  layOutShifts(state, duty, 0);
  return state;
};
const at = (state: DutyState, shift = 'gala', unit = 'xuhui') => state.shifts.get(shift)?.get(unit);
const gala = { shift: 'gala', unit: 'xuhui' } as const;
const assigned = (...people: string[]) => ({ type: 'ShiftAssigned', ...gala, people, by: 'o' }) as const;
const came = (person: string) => ({ type: 'CheckedIn', ...gala, person, source }) as const;

describe('a post', () => {
  it.each([
    [{ people: ['a', 'b'], arrived: [] }, ['a', 'b'], true],
    [{ people: ['a', 'b'], arrived: ['a'] }, ['b'], true],
    [{ people: ['a', 'b'], arrived: ['a', 'b'] }, [], false],
    [{ people: ['a'], arrived: ['x'] }, [], false], // someone stands in
    [{ people: ['a', 'b'], arrived: ['x'] }, [], false],
    [{ people: [], arrived: [] }, [], true], // nobody named, nobody there
    [{ people: [], arrived: ['x'] }, [], false],
    [{ people: ['a'], arrived: ['x'], takenOff: ['x'] }, ['a'], true], // taken off: holds it no more
    [{ people: ['a'], arrived: ['x', 'y'], takenOff: ['x'] }, [], false],
    [{ people: [], arrived: ['x'], takenOff: ['x'] }, [], true],
  ])('%j: absent %j, short %j', (given, absent, short) => {
    expect(absentFrom(post(given))).toEqual(absent);
    expect(isShort(post(given))).toBe(short);
  });
});

describe('who was taken off in chat', () => {
  it('does not hold the post, though they were there before', () => {
    const state = fold(laidOut(), assigned('xuhui-leader'), came('xuhui-leader'), assigned('xuhui-liaison'));
    const now = at(state);
    expect(now && absentFrom(now)).toEqual(['xuhui-liaison']);
    expect(now && isShort(now)).toBe(true);
  });

  it('holds it again once put back', () => {
    const state = fold(laidOut(), assigned('a'), came('a'), assigned('b'), assigned('a'));
    const now = at(state);
    expect(now && isShort(now)).toBe(false);
  });
});

describe('absence', () => {
  it('is noted as said, and over once the person is there', () => {
    const absent = { type: 'AbsenceReported', ...gala, person: 'xuhui-leader', reason: '请假', source } as const;
    const state = fold(laidOut(), absent);
    expect(at(state)?.away.get('xuhui-leader')).toEqual({ kind: 'absent', reason: '请假', source });
    expect(at(state)?.arrived.size).toBe(0);
    expect(at(fold(state, came('xuhui-leader')))?.away.size).toBe(0);
  });

  it('is something else than being on the way', () => {
    const state = fold(laidOut(), { type: 'OnTheWay', ...gala, person: 'xuhui-leader', source });
    expect(at(state)?.away.get('xuhui-leader')?.kind).toBe('on-the-way');
  });
});

it('counts the first arrival of a person', () => {
  const later = { ...source, atMs: 9 };
  const state = fold(laidOut(), came('a'), { ...came('a'), source: later });
  expect(at(state)?.arrived.get('a')).toEqual(source);
});

it('keeps a request to stand in until the other has answered', () => {
  const swap = { shifts: ['gala'], unit: 'xuhui', from: 'a', to: 'b', by: 'a' };
  const asked = fold(laidOut(), { type: 'SwapAsked', swap });
  expect(asked.swaps.get('b')).toEqual(swap);
  expect(fold(asked, { type: 'SwapSettled', to: 'b', accepted: false }).swaps.size).toBe(0);
});

it('knows nothing of a shift that the file does not have', () => {
  const state = fold(laidOut(), { type: 'CheckedIn', shift: 'gone', unit: 'xuhui', person: 'a', source });
  expect(state).toEqual(laidOut());
});

describe('a revised file', () => {
  it('keeps assignments and check-ins', () => {
    const state = fold(laidOut(), assigned('xuhui-liaison'), came('xuhui-liaison'), {
      type: 'ShiftCalled',
      shift: 'gala',
    });
    layOutShifts(state, duty, 0);
    expect(at(state)?.people).toEqual(['xuhui-liaison']);
    expect(at(state)?.arrived.size).toBe(1);
    expect(state.calledAtMs.get('gala')).toBe(5);
    expect(at(state, 'standby')?.people).toEqual(['xuhui-leader']);
  });

  it('changes the people of posts that nobody set in chat', () => {
    const state = fold(laidOut(), assigned('xuhui-liaison'));
    layOutShifts(state, duty && { ...duty, roster: [] }, 0);
    expect(at(state)?.people).toEqual(['xuhui-liaison']);
    expect(at(state, 'standby')?.people).toEqual([]);
  });

  it('drops the posts of units it has no more, unless somebody was there', () => {
    const state = fold(laidOut(), came('xuhui-leader'));
    layOutShifts(state, duty && { ...duty, audience: { ...duty.audience, units: ['huangpu'] } }, 0);
    expect([...(state.shifts.get('gala')?.keys() ?? [])]).toEqual(['huangpu', 'xuhui']);
    expect([...(state.shifts.get('standby')?.keys() ?? [])]).toEqual(['huangpu']);
  });

  it('does not rewrite a shift that is over', () => {
    const overMs = duty?.shifts.find(({ id }) => id === 'standby')?.endMs ?? 0;
    const others = duty && { ...duty, roster: [], audience: { ...duty.audience, units: ['huangpu'] } };
    const state = laidOut();
    layOutShifts(state, others, overMs);
    expect(state.shifts.get('standby')).toEqual(laidOut().shifts.get('standby'));
    expect([...(state.shifts.get('gala')?.values() ?? [])]).toMatchObject([{ unit: 'huangpu', people: [] }]);
    layOutShifts(state, others, overMs - 1);
    expect([...(state.shifts.get('standby')?.keys() ?? [])]).toEqual(['huangpu']);
  });

  it('may say who stands which shift', () => {
    const only = { printed: [], units: ['huangpu'], open: [] };
    const state = initialDuty();
    layOutShifts(
      state,
      duty && {
        ...duty,
        shifts: duty.shifts.map((shift) => (shift.id === 'gala' ? { ...shift, audience: only } : shift)),
      },
      0,
    );
    expect(state.shifts.get('gala')?.size).toBe(1);
    expect(state.shifts.get('standby')?.size).toBe(21);
  });
});
