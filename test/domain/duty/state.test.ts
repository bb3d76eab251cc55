import { expect, it } from 'vitest';
import {
  absentFrom,
  evolveDuty,
  initialDuty,
  isShort,
  layOutShifts,
  type Post,
} from '../../../src/domain/duty/state.ts';
import { campaignFile } from '../../service/office-room.ts';

const source = { person: 'p', cause: 'c', atMs: 0, words: '到岗' };
const post = (people: string[], arrived: string[]): Post => ({
  unit: 'u',
  people,
  setInChat: false,
  arrived: new Map(arrived.map((person) => [person, source])),
});

it.each([
  [['a', 'b'], [], ['a', 'b'], true],
  [['a', 'b'], ['a'], ['b'], true],
  [['a', 'b'], ['a', 'b'], [], false],
  [['a'], ['x'], [], false], // someone stands in
  [['a', 'b'], ['x'], [], false],
  [[], [], [], true], // nobody named, nobody there
  [[], ['x'], [], false],
])('of %j with %j there: absent %j, short %j', (people, arrived, absent, short) => {
  expect(absentFrom(post(people, arrived))).toEqual(absent);
  expect(isShort(post(people, arrived))).toBe(short);
});

it('keeps assignments and check-ins when a revised file lays the shifts out again', () => {
  const state = initialDuty();
  const { duty } = campaignFile.definition;
  const entry = { stream: 's', seq: 1, atMs: 5, cause: 'c', events: [], replies: [], sends: [], hash: '' };
  layOutShifts(state, duty);
  evolveDuty(state, { type: 'ShiftAssigned', shift: 'gala', unit: 'xuhui', people: ['xuhui-liaison'], by: 'o' }, entry);
  evolveDuty(state, { type: 'CheckedIn', shift: 'gala', unit: 'xuhui', person: 'xuhui-liaison', source }, entry);
  evolveDuty(state, { type: 'ShiftCalled', shift: 'gala' }, entry);
  layOutShifts(state, duty);
  const held = state.shifts.get('gala')?.get('xuhui');
  expect(held?.people).toEqual(['xuhui-liaison']);
  expect(held?.arrived.size).toBe(1);
  expect(state.calledAtMs.get('gala')).toBe(5);
  expect(state.shifts.get('standby')?.get('xuhui')?.people).toEqual(['xuhui-leader']);
});
