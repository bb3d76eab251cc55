/** People on duty say that they will come, that they may not, or that they are on the way. */
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { PersonId, UnitId } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as coming from '../replies/coming.ts';
import * as say from '../replies/duty.ts';
import { notAnOrder, noUnit } from '../replies/roles.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { gapNews } from './away.ts';
import { checkIn, isOneself } from './check-in.ts';
import {
  checkInAheadMs,
  nextShift,
  openShifts,
  ownShifts,
  shiftsAhead,
  shiftsOf,
  shiftsSpokenOf,
} from './shift-meant.ts';
import type { DutyOrder } from './state.ts';
import { tellOwnArrival } from './status.ts';

type WillCome = Extract<DutyOrder, { name: 'will-come' }>;

/** A promise is no arrival; it takes back an absence, and those who heard of that hear of it. */
export function willCome(situation: Situation, speaker: Speaker, order: WillCome): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (/[?？]\s*$/.test(speaker.words)) return tellOwnArrival(situation, speaker);
  // 请准时到岗 is said to others.
  if (/^\s*请/.test(speaker.words)) return answer(notAnOrder('到岗'));
  const { who = '' } = order;
  if (!isOneself(situation, speaker, who)) return refuse('not_oneself', say.checkInYourself(who));
  const ahead = shiftsAhead(situation, unit);
  const spoken = shiftsSpokenOf(ahead, order, situation.nowMs);
  const open = openShifts(situation);
  if (order.shift !== undefined && (spoken === null || spoken.some((shift) => open.includes(shift))))
    return checkIn(situation, speaker, { name: 'check-in', who: order.shift, shift: order.shift });
  const own = ownShifts(situation, id, unit);
  const meant = (own.length > 0 ? own : ahead).filter((shift) => spoken?.includes(shift) ?? true);
  const postAt = ({ id: shift }: ShiftDefinition) => situation.state.duty.shifts.get(shift)?.get(unit);
  const first = meant.find((shift) => !postAt(shift)?.arrived.has(id));
  if (meant.length > 0 && !first) return tellOwnArrival(situation, speaker);
  if (!first) return answer(coming.noDutyAhead(spoken !== null, own[0] ?? ahead[0] ?? null));
  const away = (shift: ShiftDefinition) => postAt(shift)?.away.get(id)?.kind === 'absent';
  // 9点准时到岗 is a word about one shift, 不请假了 about all that was said.
  const promised =
    meant.some(away) && !/[\d一二两三四五六七八九十][点:：]/.test(order.words) ? meant.filter(away) : [first];
  const events = promised.map(
    (shift): CampaignEvent => ({ type: 'ComingPromised', ...at(situation, speaker, shift, unit) }),
  );
  if (!promised.some(away)) return answer(coming.willComeTaken(first), { events });
  const gap = { unit, person: id, shifts: promised };
  const text = coming.comesAfterAll(situation.directory.short(unit), speaker.person.name, promised);
  const news = gapNews(situation, gap, text);
  return answer(coming.comesAfterAllTaken(promised, news), { events, sends: news.sends });
}

/** 可能到不了: nothing is recorded, and those who would have to see to it know. */
export function mayNotCome(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { unit, id, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const own = ownShifts(situation, id, unit);
  const shifts = (shiftsSpokenOf(own, { words }, situation.nowMs) ?? own).slice(0, 1);
  if (shifts.length === 0) return answer(coming.noShiftOfYours('any', own[0] ?? null));
  const text = coming.doubtNotice(situation.directory.short(unit), name, shifts, words);
  const news = gapNews(situation, { unit, person: id, shifts }, text);
  return answer(coming.doubtPassedOn(shifts, news), { sends: news.sends });
}

/** On the way is whoever says it; 柏局在路上 is one of the roster whom a colleague names. */
export function onTheWay(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const { nowMs } = situation;
  const [shift] = shiftsAhead(situation, unit);
  // Days before a shift nobody is on the way to it.
  if (!shift || nowMs < shift.startMs - checkInAheadMs)
    return answer(say.noShiftNow(nextShift(shiftsOf(situation), nowMs)));
  const colleague = calledIn(situation, shift, unit, words).find((person) => person !== id) ?? null;
  const person = colleague ?? id;
  const event: CampaignEvent = { type: 'OnTheWay', ...at(situation, speaker, shift, unit), person };
  const name = colleague === null ? '' : situation.directory.name(colleague);
  return answer(coming.onTheWayTaken(shift, name), { events: [event] });
}

const title = '(?:局|处|科|总|队|所|主任|书记|同志|老师)';

/** Those of the roster whom the words name, or call by surname and title. */
function calledIn({ state, directory }: Situation, shift: ShiftDefinition, unit: UnitId, words: string): PersonId[] {
  const people = state.duty.shifts.get(shift.id)?.get(unit)?.people ?? [];
  return people.filter((person) => {
    const name = directory.name(person);
    return words.includes(name) || new RegExp(`(?:^|[^\\u4e00-\\u9fff]|我们)${name.slice(0, 1)}${title}`).test(words);
  });
}

function at(situation: Situation, speaker: Speaker, shift: ShiftDefinition, unit: UnitId) {
  return { shift: shift.id, unit, person: speaker.person.id, source: sourceOf(speaker, situation.nowMs) } as const;
}
