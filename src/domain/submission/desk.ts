/** What lies on the desk when one person speaks for one unit about one return. */

import type { Person } from '../directory/model.ts';
import type { Form } from '../form.ts';
import { fromMicro } from '../form.ts';
import type { RowNo, UnitId } from '../model.ts';
import { example, offerOrganiser } from '../replies/guidance.ts';
import type { Situation, Speaker } from '../situation.ts';
import { emptySubmission } from './counting.ts';
import type { Dialogue, ReturnState, Submission, SubmissionState } from './state.ts';

export interface Desk {
  readonly situation: Situation;
  readonly speaker: Speaker;
  readonly unit: UnitId;
  readonly returned: ReturnState;
  readonly submission: Submission;
  readonly dialogue: Dialogue;
  readonly form: Form | null;
  /** Whether the message goes on to submit the table, so that what it changes is said and the table not shown. */
  readonly submits: boolean;
}

/** A desk with a table on it. */
export interface TableDesk extends Desk {
  readonly form: Form;
}

export function hasTable(desk: Desk): desk is TableDesk {
  return desk.form !== null;
}

/** Whether the unit fills several tables, so that it has to be said which is spoken of. */
export function fillsSeveral({ situation, unit }: Pick<Desk, 'situation' | 'unit'>): boolean {
  const all = [...situation.state.submission.returns.values()];
  return all.filter(({ definition, assigned }) => definition.form !== null && assigned.has(unit)).length > 1;
}

/** The unit's returns, what is talked about first, then what is owed. */
export function returnsOf({ returns, dialogues }: SubmissionState, person: Person): ReturnState[] {
  const { unit } = person;
  if (unit === null) return [];
  const talkedAbout = dialogues.get(person.id)?.returnId;
  const mine = [...returns.values()].filter((returned) => returned.assigned.has(unit));
  const rank = (returned: ReturnState) =>
    returned.definition.id === talkedAbout ? 0 : returned.owing.has(unit) && returned.closedAtMs === null ? 1 : 2;
  return mine.sort((a, b) => rank(a) - rank(b));
}

export function layDesk(situation: Situation, speaker: Speaker, returned: ReturnState, submits = false): Desk {
  const { form, id } = returned.definition;
  const unit = speaker.person.unit ?? '';
  return {
    situation,
    speaker,
    unit,
    returned,
    submission: returned.submissions.get(unit) ?? emptySubmission(),
    dialogue: dialogueOf(situation.state.submission, speaker.person, id),
    form,
    submits,
  };
}

/** Where the conversation about a return stands: another one's rows are not asked for meanwhile, and an order left open is let go. */
export function dialogueOf({ dialogues }: SubmissionState, person: Person, returnId: string): Dialogue {
  const known = dialogues.get(person.id);
  const questions = (known?.questions ?? []).filter(({ kind }) => kind !== 'which-return');
  if (known?.returnId === returnId) return questions.length < known.questions.length ? { ...known, questions } : known;
  return { returnId, filling: false, expecting: null, questions, failures: 0 };
}

/** Fewer peers than this say nothing about what is usual. */
const peersNeeded = 3;

/** A smaller figure of one's own says nothing about the next one. */
const ownAtLeast = 5;

/** What the unit itself has recorded so far. */
export function ownFigures(submission: Submission | undefined): Record<RowNo, number> {
  return withOwn({}, submission);
}

/** The unit's own figure; where it has none the peers'. */
export function usualFigures(returned: ReturnState, submission: Submission | undefined): Record<RowNo, number> {
  return withOwn(peerFigures(returned), submission);
}

function withOwn(usual: Record<RowNo, number>, submission: Submission | undefined): Record<RowNo, number> {
  for (const [row, { value }] of submission?.cells ?? []) if (value >= ownAtLeast) usual[row] = value;
  return usual;
}

/** Mean of what other units confirmed, zeros aside. */
export function peerFigures({ tallies }: ReturnState): Record<RowNo, number> {
  const usual: Record<RowNo, number> = {};
  for (const [row, { sumMicro, units, zeros }] of tallies) {
    const peers = units - zeros;
    if (peers >= peersNeeded) usual[row] = fromMicro(sumMicro) / peers;
  }
  return usual;
}

/** The first missing row after the given one, going round; null if none is missing. */
export function nextMissing(form: Form, filled: ReadonlySet<RowNo>, after: RowNo | null): RowNo | null {
  const missing = form.rows.map((row) => row.no).filter((no) => !filled.has(no));
  return missing.find((no) => no > (after ?? 0)) ?? missing[0] ?? null;
}

/** After two answers that were not understood an example, after three a person. */
export function helpAfterFailures(dialogue: Dialogue | null, form: Form): string[] {
  const failures = dialogue?.failures ?? 0;
  if (failures >= 3) return [offerOrganiser];
  return failures === 2 ? [example(form)] : [];
}
