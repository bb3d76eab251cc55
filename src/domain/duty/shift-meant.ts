/** Which shifts words speak of: 今晚, 白天班, 晚会那班, 两班都. */
import { readNamedDay } from '../calendar/named-day.ts';
import { type Day, dayOf, HOUR_MS, minutesOf, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { PersonId, UnitId } from '../model.ts';
import type { Situation } from '../situation.ts';

export function shiftsOf({ state }: Situation): readonly ShiftDefinition[] {
  return [...(state.definition.duty?.shifts ?? [])].sort((a, b) => a.startMs - b.startMs);
}

export function nextShift(shifts: readonly ShiftDefinition[], nowMs: number): ShiftDefinition | null {
  return shifts.find((shift) => shift.startMs > nowMs) ?? null;
}

/** People come early. */
export const checkInAheadMs = HOUR_MS;

/** Those that may be checked in to. */
export function openShifts(situation: Situation): readonly ShiftDefinition[] {
  const { nowMs } = situation;
  return shiftsOf(situation).filter(({ startMs, endMs }) => nowMs >= startMs - checkInAheadMs && nowMs < endMs);
}

/** Shifts to come, and the one that runs, that the unit stands. */
export function shiftsAhead(situation: Situation, unit: UnitId): readonly ShiftDefinition[] {
  const { state, nowMs } = situation;
  return shiftsOf(situation).filter((shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.has(unit));
}

/** Those of them that the person stands. */
export function ownShifts(situation: Situation, id: PersonId, unit: UnitId): readonly ShiftDefinition[] {
  const { shifts } = situation.state.duty;
  return shiftsAhead(situation, unit).filter((shift) => shifts.get(shift.id)?.get(unit)?.people.includes(id));
}

export interface ShiftWords {
  readonly words: string;
  /** Those of them that may be a shift's name: 晚会, 晚会那班. */
  readonly shift?: string | undefined;
}

/** Those named, or of the day and part of day that is said; null where the words name neither, or no one shift more than another. */
export function shiftsSpokenOf(
  shifts: readonly ShiftDefinition[],
  { words, shift = '' }: ShiftWords,
  nowMs: number,
): readonly ShiftDefinition[] | null {
  return shiftsCalled(shifts, shift) ?? shiftsAt(shifts, words, nowMs);
}

/** By day and part of day. */
export function shiftsAt(
  shifts: readonly ShiftDefinition[],
  words: string,
  nowMs: number,
): readonly ShiftDefinition[] | null {
  const day = dayNamed(words, nowMs);
  const part = partNamed(words);
  if (day === null && part === null) return null;
  return shifts.filter((one) => (day === null || isOn(one, day, nowMs)) && (part === null || part === partOf(one)));
}

/** 那班 names one, be it of the list or not. */
const pointed = /[那这]一?班的?$/;
const aroundName = /^(?:[今明后][天日晚]|我|的|下|这|那)+|的$/g;

/** By words of the title. */
export function shiftsCalled(shifts: readonly ShiftDefinition[], words: string): readonly ShiftDefinition[] | null {
  const name = hanzi(words.replace(pointed, '').replace(aroundName, ''));
  const exact = shifts.filter(({ title }) => hanzi(title) === name);
  const found = exact.length > 0 || name.length < 2 ? exact : shifts.filter(({ title }) => hanzi(title).includes(name));
  if (found.length > 0 && (found.length < shifts.length || shifts.length === 1)) return found;
  return pointed.test(words) && found.length === 0 && partNamed(words) === null ? [] : null;
}

/** “3·15”晚会 is called 315晚会 as well. */
function hanzi(words: string): string {
  return words.replace(/[^\u4e00-\u9fff]/g, '');
}

export function isOn({ startMs }: ShiftDefinition, day: Day, nowMs: number): boolean {
  return dayOf(startMs) === day || (startMs <= nowMs && day === dayOf(nowMs));
}

type Part = 'evening' | 'daytime';

export function partOf({ startMs }: ShiftDefinition): Part {
  return minutesOf(timeOf(startMs)) >= eveningFromMinutes ? 'evening' : 'daytime';
}

const eveningFromMinutes = 17 * 60;

function partNamed(words: string): Part | null {
  if (/[晚夜]/.test(words)) return 'evening';
  return /上午|下午|白天|日间|[白早日]班/.test(words) ? 'daytime' : null;
}

export function dayNamed(words: string, nowMs: number): Day | null {
  const today = dayOf(nowMs);
  if (/今[天晚日]/.test(words)) return today;
  const said = [...words].map((_, at) => readNamedDay(words.slice(at), today)).find((named) => named !== null);
  return said?.day ?? null;
}
