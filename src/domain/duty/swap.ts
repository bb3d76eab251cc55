/** 换班: one person stands in for another, once that person agrees. */
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { Person } from '../directory/model.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import { peopleIn, shiftsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { shiftList } from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import * as say from '../replies/swap.ts';
import type { OpenQuestion } from '../room.ts';
import type { Situation, Speaker } from '../situation.ts';
import { assign } from './assign.ts';
import { absentFrom } from './post.ts';
import { ownShifts, shiftsAt } from './shift-meant.ts';
import type { DutyOrder, Swap } from './state.ts';

/** `换班 甲 乙` between two of one's own unit; `乙替我` for oneself. The other is asked first. */
export function askSwap(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { directory } = situation;
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const { found, rest } = peopleIn(directory, words, unit);
  const [first, second] = found;
  if (first && second?.id === id) return answer(say.swapByOther(first.name, second.name));
  const others = found.filter((person) => person.id !== id);
  const [from, to] = others.length > 1 ? [others[0], others[1]] : [speaker.person, others[0]];
  if (!from || !to) return refuse('swap_unclear', say.swapHow);
  const shifts = shiftsStoodBy(situation, from, rest);
  if (shifts.length === 0) return answer(say.nothingToSwap(from.name));
  if (situation.state.broadcast.publishedAtMs === null) return answer(say.swapBeforePlan(to.name));
  if (situation.reach(to.id) === 'nowhere') return answer(say.swapUnheard(to.name));
  const swap: Swap = { shifts: shifts.map((shift) => shift.id), unit, from: from.id, to: to.id, by: id };
  const text = say.swapAsked(speaker.person.name, from.id === id ? null : from.name, shiftList(shifts));
  return answer(say.swapPutTo(to.name), { events: [{ type: 'SwapAsked', swap }], sends: [tell(to.id, text)] });
}

/** 冯启明, to 请问谁来替: a colleague's bare name from one who said not to come. */
export function standInNamed(situation: Situation, { person: { id, unit } }: Speaker, words: string): DutyOrder | null {
  if (unit === null) return null;
  const { found, rest } = peopleIn(situation.directory, words, unit);
  const named =
    found.length === 1 && found[0]?.id !== id && /^(?:由|让|换|找|请)?(?:同志)?(?:来|替|吧)?[。.!！]*$/.test(rest);
  const open = named && ownShifts(situation, id, unit).some((shift) => isAway(situation, shift, unit, id));
  return open ? { name: 'swap-duty', words } : null;
}

/** Shifts that the person still has to stand; the words may name one. */
function shiftsStoodBy(situation: Situation, { id, unit }: Person, words: string) {
  const shifts = situation.state.definition.duty?.shifts ?? [];
  const mine = shifts.filter((shift) => whyFixed(situation, shift, unit ?? '', id) === null);
  const named = words.split(/[\s，,、；;：:]+/).flatMap((token) => shiftsIn(mine, token));
  const said = named.length > 0 ? named : (shiftsAt(mine, words, situation.nowMs) ?? []);
  if (said.length > 0) return [...new Set(said)];
  // 请问谁来替 is asked of what one cannot come to.
  const open = mine.filter((shift) => isAway(situation, shift, unit ?? '', id));
  return open.length > 0 ? open : mine;
}

function isAway({ state }: Situation, { id: shift }: ShiftDefinition, unit: UnitId, person: PersonId): boolean {
  return state.duty.shifts.get(shift)?.get(unit)?.away.get(person)?.kind === 'absent';
}

export function settleSwap(situation: Situation, speaker: Speaker, accept: boolean): Outcome {
  const { state, directory } = situation;
  const { id, name } = speaker.person;
  const swap = state.duty.swaps.get(id);
  if (!swap) return answer(say.noSwapWaits);
  const settled = { type: 'SwapSettled', to: id, accepted: accept } as const;
  if (!accept) {
    const sends = toldOf(situation, swap, say.swapDeclinedNotice(name));
    return answer(say.swapDeclined(sends.length > 0), { events: [settled], sends });
  }
  const unit = directory.unit(swap.unit);
  const asked = (state.definition.duty?.shifts ?? []).filter((shift) => swap.shifts.includes(shift.id));
  if (!unit || asked.length === 0) return answer(say.noSwapWaits, { events: [settled] });
  const shifts = asked.filter((shift) => whyFixed(situation, shift, swap.unit, swap.from) === null);
  const fixed = asked.flatMap((shift) => {
    const why = whyFixed(situation, shift, swap.unit, swap.from);
    return why === null ? [] : [say.shiftFixed(shift, why)];
  });
  const late = fixed.length === 0 ? [] : [say.swapTooLate(fixed)];
  const told = late.flatMap((line) => toldOf(situation, swap, say.swapTooLateNotice(name, line)));
  if (shifts.length === 0) return answer(late, { events: [settled], sends: told });
  const outcome = assign(
    situation,
    { by: swap.by, speaker: id },
    { unit, people: standing(situation, swap, shifts), shifts },
  );
  if (outcome.kind === 'refused') return outcome;
  const { said, events, sends } = outcome;
  return answer([...said, ...late], { events: [settled, ...events], sends: [...sends, ...told] });
}

/** Why a shift is not handed from one person to another any more; null where it still can be. */
function whyFixed({ state, nowMs }: Situation, shift: ShiftDefinition, unit: UnitId, from: PersonId): say.Fixed | null {
  if (nowMs >= shift.endMs) return 'over';
  const post = state.duty.shifts.get(shift.id)?.get(unit);
  if (!post?.people.includes(from)) return 'reassigned';
  return absentFrom(post).includes(from) ? null : 'held';
}

/** Those on the roster, the one replaced by the other. */
function standing(
  { state, directory }: Situation,
  { unit, from, to }: Swap,
  [first]: readonly ShiftDefinition[],
): Person[] {
  const before = state.duty.shifts.get(first?.id ?? '')?.get(unit)?.people ?? [];
  const after = [...new Set(before.map((person) => (person === from ? to : person)))];
  return after.flatMap((person) => directory.person(person) ?? []);
}

function toldOf({ reach }: Situation, { by, from }: Swap, text: string): Send[] {
  return [...new Set([by, from])].filter((person) => reach(person) !== 'nowhere').map((person) => tell(person, text));
}

const consents =
  /^(?:(?:好的?|行|可以|同意|没问题|ok|嗯+|是的?)[，,。、\s]*)?(?:我(?:来|去|替|顶|可以|能来|能去|有空|有时间|愿意|同意|没意见|没问题)(?:替?[你他她]|替?班|值班|顶班)?|(?:换|替|换班|替班|调班|换吧))(?:吧|的|了|好了|就行)?$/i;
const declines =
  /没空|没时间|没得空|有事|走不开|抽不开|排不开|来不了|去不了|到不了|换不了|替不了|顶不了|值不了|不方便|出差|在外地|请假|休假|有冲突|不想|不愿|不肯|不换|不替|换不成|另(?:请|找)|找别人|恐怕不行|可能不行|^(?:我)?(?:不行|不能|不可以|不同意)/;

/** 行，我来; 不行，我没空. Figures are a report, whatever stands beside them. */
function answerTo(words: string): DutyOrder | null {
  const said = words.trim().replace(/[。.!！~～\s]+$/, '');
  if (said.length > 24 || /[\d?？吗]|[没不]有?(?:事|问题)/.test(said)) return null;
  if (consents.test(said)) return { name: 'settle-swap', accept: true };
  return declines.test(said) ? { name: 'settle-swap', accept: false } : null;
}

/** The other's word that is waited for. */
export function swapExpected({ state, directory }: Situation, { id }: Person): OpenQuestion | null {
  const swap = state.duty.swaps.get(id);
  if (!swap) return null;
  const shifts = (state.definition.duty?.shifts ?? []).filter((shift) => swap.shifts.includes(shift.id));
  return {
    text: say.swapAsked(directory.name(swap.by), null, shiftList(shifts)),
    yes: { name: 'settle-swap', accept: true },
    no: { name: 'settle-swap', accept: false },
    hears: answerTo,
  };
}
