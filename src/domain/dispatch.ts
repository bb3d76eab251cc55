/**
 * One message, one decision: its parts are obeyed one after another, each on the situation as the parts before leave it, and one
 * answer is given at the end. Rights are checked here and nowhere else.
 */

import { may } from './access.ts';
import { likeOrder, plainlySaid } from './advice.ts';
import { afterwards } from './afterwards.ts';
import type { CampaignEvent, RoomOrder } from './campaign/slices.ts';
import { isPassedOver, obeyCore, stillProposed, waiting } from './core-orders.ts';
import { leaveQuestion } from './inquiry/decide.ts';
import type { Send } from './ledger.ts';
import { alsoSaying, answer, type Closing, type Outcome, refuse } from './outcome.ts';
import { inParts } from './parts.ts';
import { overtakenBy, passOver, settled, shownOrObeyed } from './proposal.ts';
import { saysSomething } from './reading.ts';
import * as roles from './replies/roles.ts';
import { nothingToReport } from './replies/submission.ts';
import type { Head, OrderSpec } from './room.ts';
import { asidesFor, courseOf, guessed, reactionsTo, specOf } from './rooms.ts';
import type { Situation, Speaker } from './situation.ts';
import { organiserNames } from './submission/people.ts';
import type { CoreOrder, Part, Utterance } from './utterance.ts';

const coreNames = new Set<string>(['help', 'greeting', 'quotation', 'yes', 'no'] satisfies CoreOrder['name'][]);

export function isCore(order: Part['order']): order is CoreOrder {
  return coreNames.has(order.name);
}

interface Told {
  readonly at: Situation;
  readonly events: readonly CampaignEvent[];
  readonly said: readonly string[];
  readonly sends: readonly Send[];
  readonly closings: ReadonlyMap<string, Closing>;
  /** Why a part was refused; acts that follow are not carried out then. */
  readonly refused: string | null;
  readonly decided: boolean;
}

export function decide(situation: Situation, speaker: Speaker, utterance: Utterance): Outcome {
  const parts = utterance.parts.every(isUnread) ? guessedParts(situation, speaker, utterance.parts) : utterance.parts;
  const head = { cause: speaker.cause, atMs: situation.nowMs };
  let told: Told = {
    at: situation,
    events: [],
    said: [],
    sends: [],
    closings: new Map(),
    refused: null,
    decided: false,
  };
  if (parts.length === 0) return besides(situation, speaker, parts, notUnderstood(situation, speaker));
  const meant = parts.map((part) => (isNodToShown(situation, speaker, part) ? { order: yes } : part));
  const overtaken = overtakes(situation, speaker, meant);
  if (overtaken) told = { ...told, at: afterwards(situation, [overtaken], head), events: [overtaken] };
  for (const part of meant) told = take(told, speaker, part, head);
  const outcome = overtaken
    ? tellingOf(situation, speaker, meant, conclude(situation, speaker, told))
    : conclude(situation, speaker, told);
  return meant.some(answersWaiting) ? outcome : besides(situation, speaker, meant, outcome);
}

const yes = { name: 'yes' } as const;

/** 好的，发布方案 to just that, shown before: it is a yes. */
function isNodToShown({ state }: Situation, { person }: Speaker, { affirmed, order }: Part): boolean {
  const shown = state.proposed.get(person.id)?.order;
  return affirmed === true && shown !== undefined && JSON.stringify(shown) === JSON.stringify(order);
}

function answersWaiting({ order }: Part): boolean {
  return order.name === 'yes' || order.name === 'no';
}

/** Something was said besides what waits for a yes and waits on: of an order the answer says so; a 好 to other business is no yes. */
function besides(before: Situation, speaker: Speaker, parts: readonly Part[], outcome: Outcome): Outcome {
  const { person, cause } = speaker;
  if (outcome.kind === 'refused') return outcome;
  const text = waiting(before, person);
  if (text === null) return outcome;
  const after = afterwards(before, outcome.events, { cause, atMs: before.nowMs });
  if (waiting(after, person) !== text) return outcome;
  const reminder = stillProposed(after, person);
  // Put once more in the answer, it is the newest thing said again.
  if (outcome.said.some((line) => line.includes(text)))
    return isPassedOver(after, person)
      ? { ...outcome, events: [...outcome.events, { type: 'QuestionPutAgain', person: person.id }] }
      : outcome;
  // After 没看懂 it is the reminder that a 好 answers.
  const remindsOnly = reminder !== '' && parts.every(({ order }) => !isCore(order) && isTalk(order));
  const passed = remindsOnly || isPassedOver(before, person);
  return {
    ...outcome,
    said: [...outcome.said, ...(reminder === '' ? [] : [reminder])],
    events: [...outcome.events, ...(passed ? [] : [passOver(person.id, text)])],
  };
}

/** What only the situation tells where nothing else was understood: a unit's bare name, 来了 of one who is awaited. */
function guessedParts(situation: Situation, speaker: Speaker, read: readonly Part[]): readonly Part[] {
  const order = guessed(situation, speaker, speaker.words.trim());
  return order ? [{ order }] : read;
}

/** Words of which the reader of tables made nothing. */
function isUnread({ order }: Part): boolean {
  return (
    order.name === 'report' && isTalk(order) && order.readings.every(({ reading }) => reading.talk?.kind === 'other')
  );
}

/** Whoever goes on to something else has not said yes to what was shown: a later 是 answers a later question. */
function overtakes({ state }: Situation, { person }: Speaker, parts: readonly Part[]): CampaignEvent | null {
  if (!state.proposed.has(person.id)) return null;
  return goesOn(parts) ? settled(person.id) : null;
}

/** What was shown and is not done for this: the answer says so. */
function tellingOf(
  { state, nowMs }: Situation,
  { person }: Speaker,
  parts: readonly Part[],
  outcome: Outcome,
): Outcome {
  const said = overtakenBy(state.proposed.get(person.id), parts.length === 1 ? parts[0]?.order : parts, nowMs);
  return alsoSaying(outcome, said);
}

export function goesOn(parts: readonly Part[]): boolean {
  return parts.some(({ order }) => !isCore(order) && !isTalk(order) && specOf(order).kind !== 'ask');
}

/** Thanks, a question, words that were not understood. */
function isTalk(order: RoomOrder): boolean {
  return order.name === 'report' && order.readings.every(({ reading }) => !saysSomething(reading));
}

function take(told: Told, speaker: Speaker, part: Part, head: Head): Told {
  if (told.refused !== null && !isCore(part.order) && specOf(part.order).kind === 'act') return told;
  const outcome = oneToConfirm(told, part, obey(told.at, speaker, part));
  // Two parts that are refused for one reason are told so once.
  const known = outcome.kind === 'refused' ? told.said : [];
  const said = [...told.said, ...outcome.said.filter((line) => !known.includes(line))];
  if (outcome.kind === 'refused') return { ...told, said, refused: told.refused ?? outcome.code };
  const closings = new Map(told.closings);
  for (const closing of outcome.closings) {
    // The last of those that end alike speaks, in its place.
    closings.delete(closing.key);
    closings.set(closing.key, closing);
  }
  return {
    at: afterwards(told.at, outcome.events, head),
    events: [...told.events, ...outcome.events],
    said,
    sends: [...told.sends, ...outcome.sends],
    closings,
    refused: told.refused,
    decided: true,
  };
}

/** Of two orders in one message that wait for a yes the first does: a yes to both would hit one unseen. */
function oneToConfirm({ events }: Told, { words }: Part, outcome: Outcome): Outcome {
  const proposes = (all: readonly CampaignEvent[]) => all.some(({ type }) => type === 'OrderProposed');
  return outcome.kind === 'decided' && words !== undefined && proposes(events) && proposes(outcome.events)
    ? answer(roles.oneToConfirm(words))
    : outcome;
}

function conclude(before: Situation, speaker: Speaker, told: Told): Outcome {
  const { at, events, said, sends, closings, refused, decided } = told;
  const text = said.filter((line) => line !== '');
  // What a step, or the end of another, has said already is not said once more.
  for (const one of closings.values())
    for (const line of one.tell(before, at, speaker))
      if (line !== '' && !text.includes(line) && !said.some((step) => step.includes(line))) text.push(line);
  if (!decided) return refuse(refused ?? 'refused', text.join('\n'));
  const all = [...sends, ...reactionsTo(before, at, events)];
  const inside = all.length > 0 && isSilent(before) && isSilent(at);
  const asides = asidesFor(at, speaker);
  return answer([...text, ...asides.flatMap((aside) => aside.said)], {
    events: [...events, ...asides.flatMap((aside) => aside.events)],
    sends: inParts(at, setOffBy(speaker, inside ? insideOnly(at, speaker, all) : all)),
  });
}

/** One reporter's doings do not crowd out the others' messages. */
function setOffBy({ person }: Speaker, sends: readonly Send[]): readonly Send[] {
  return may(person, 'organiser') ? sends : sends.map((send) => ({ by: person.id, ...send }));
}

/** Silence is broken by what begins it and by what ends it: both are told. */
function isSilent(situation: Situation): boolean {
  return courseOf(situation).hold?.silent ?? false;
}

/** Words among the organisers and to whoever speaks. */
function insideOnly({ directory }: Situation, { person }: Speaker, sends: readonly Send[]): readonly Send[] {
  const inside = new Set([person.id, ...directory.organisers().map(({ id }) => id)]);
  return sends.filter(({ to }) => to.kind === 'person' && inside.has(to.person));
}

function obey(at: Situation, speaker: Speaker, part: Part): Outcome {
  if (isCore(part.order))
    return obeyCore(at, speaker, part.order, (order) => obey(at, speaker, { order, confirmed: true }));
  const { order } = part;
  const spec = specOf(order);
  const { person } = speaker;
  if (!may(person, spec.right)) {
    if (person.unit === null && person.roles.length === 0) return refuse('no_unit', roles.noUnit);
    return refuse('not_allowed', roles.notAllowed(spec.right, organiserNames(at, person)));
  }
  if (part.takenBack) return answer(roles.proposalLetGo);
  if (part.vetoed) return answer(roles.notAnOrder(plainlySaid(at, speaker, spec)));
  const outcome = shownOrObeyed(spec, at, speaker, { ...part, order });
  const refusal = takes(spec, outcome) ? courseOf(at).hold?.refusal : null;
  return refusal ? refuse('held', refusal(person)) : outcome;
}

/** Whether an order does something that a campaign which takes nothing more refuses. What a leader was told is only noted. */
function takes({ kind, right, lifts }: OrderSpec<RoomOrder>, outcome: Outcome): boolean {
  if (lifts) return false;
  if (kind !== 'ask') return true;
  return right !== 'reader' && outcome.kind === 'decided' && outcome.events.length + outcome.sends.length > 0;
}

function notUnderstood(at: Situation, speaker: Speaker): Outcome {
  const { person, words } = speaker;
  if (person.unit === null) return refuse('no_unit', roles.noUnit);
  // Figures from someone who has no table to fill: said plainly, not taken for gibberish.
  if (/\d\.*\s*[\u4e00-\u9fff]/.test(words)) {
    const like = may(person, 'organiser') ? likeOrder(at, speaker) : null;
    if (like !== null) return answer(roles.notUnderstoodBut(like));
    if (may(person, 'reader')) return answer(roles.notUnderstoodFigures, { events: leftBy(speaker) });
    const reporter = may(person, 'reporter');
    return refuse(reporter ? 'nothing_to_report' : 'not_allowed', nothingToReport);
  }
  return answer(roles.notUnderstood, { events: leftBy(speaker) });
}

/** Kept for the organisers, who are asked by everyone but themselves. */
function leftBy(speaker: Speaker): readonly CampaignEvent[] {
  return may(speaker.person, 'organiser') ? [] : [leaveQuestion(speaker)];
}
