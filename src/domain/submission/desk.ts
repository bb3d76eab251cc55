/** What lies on the desk when one person speaks for one unit about one return. */

import type { CampaignState } from '../campaign/state.ts';
import type { Person } from '../directory/model.ts';
import type { DirectoryView } from '../directory/view.ts';
import type { Form } from '../form.ts';
import { fromMicro } from '../form.ts';
import type { RowNo, UnitId } from '../model.ts';
import { type Doubt, type ReadingContext, rowsInDoubt } from '../reading.ts';
import { example, offerOrganiser } from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { emptySubmission } from './evolve.ts';
import type { Dialogue, ReturnState, Submission } from './state.ts';

export interface Desk {
  readonly situation: Situation;
  readonly speaker: Speaker;
  readonly unit: UnitId;
  readonly returned: ReturnState;
  readonly form: Form;
  readonly submission: Submission;
  readonly dialogue: Dialogue;
}

/** The return a person's words belong to: the one being talked about, else the first that the unit still owes. */
function returnFor(state: CampaignState, person: Person): ReturnState | null {
  const { unit } = person;
  if (unit === null) return null;
  const talkedAbout = state.returns.get(state.dialogues.get(person.id)?.returnId ?? '');
  if (talkedAbout?.assigned.has(unit)) return talkedAbout;
  const mine = [...state.returns.values()].filter((returned) => returned.assigned.has(unit));
  return mine.find((returned) => returned.owing.has(unit)) ?? mine[0] ?? null;
}

export function layDesk(situation: Situation, speaker: Speaker): Desk | null {
  const returned = returnFor(situation.state, speaker.person);
  const { unit, id } = speaker.person;
  if (!returned || unit === null) return null;
  const dialogue = situation.state.dialogues.get(id) ?? {
    returnId: returned.definition.id,
    filling: false,
    expecting: null,
    questions: [],
    failures: 0,
  };
  return {
    situation,
    speaker,
    unit,
    returned,
    form: returned.definition.form,
    submission: returned.submissions.get(unit) ?? emptySubmission(),
    dialogue,
  };
}

/** What a careful secretary has in mind when this person writes; null where there is nothing to fill. */
export function readingContext(
  state: CampaignState,
  person: Person,
  directory: DirectoryView,
  botName: string,
): { readonly returnId: string; readonly context: ReadingContext } | null {
  const returned = returnFor(state, person);
  if (!returned || person.unit === null) return null;
  const submission = returned.submissions.get(person.unit);
  const dialogue = state.dialogues.get(person.id);
  const others = [...state.returns.values()].filter(
    (other) => other !== returned && other.owing.has(person.unit ?? ''),
  );
  return {
    returnId: returned.definition.id,
    context: {
      form: returned.definition.form,
      expecting: dialogue?.expecting ?? null,
      draft: Object.fromEntries([...(submission?.cells ?? [])].map(([row, cell]) => [row, cell.value])),
      last: submission ? lastRows(submission, person) : [],
      otherForms: dialogue?.filling ? [] : others.map((other) => other.definition.form),
      usual: usualFigures(returned, submission),
      question: dialogue?.questions[0] ?? null,
      doubted: rowsInDoubt(questionsTo(person.unit, returned, state, directory)),
      justSaid: null,
      botNames: [botName],
    },
  };
}

/** What stands open about this return, whoever of the unit was asked. */
function questionsTo(
  unit: UnitId,
  { definition }: ReturnState,
  state: CampaignState,
  directory: DirectoryView,
): Doubt[] {
  return [...state.dialogues].flatMap(([id, { returnId, questions }]) =>
    returnId === definition.id && directory.person(id)?.unit === unit ? questions : [],
  );
}

/** Rows that the person's last figures went to; else those of the unit's last ones. */
function lastRows({ steps }: Submission, person: Person): RowNo[] {
  const figures = steps.filter((step) => step.cells.length > 0);
  const last = figures.findLast((step) => step.person === person.id) ?? figures.at(-1);
  return last?.cells.map(([row]) => row) ?? [];
}

/** Fewer peers than this say nothing about what is usual. */
const peersNeeded = 3;

/** A smaller figure of one's own says nothing about the next one. */
const ownAtLeast = 5;

/** What the unit itself has recorded so far. */
export function ownFigures(submission: Submission | undefined): Record<RowNo, number> {
  const recorded = [...(submission?.cells ?? [])].map(([row, { value }]) => [row, value] as const);
  return Object.fromEntries(recorded.filter(([, value]) => value >= ownAtLeast));
}

/** The unit's own figure; where it has none the peers'. */
function usualFigures(returned: ReturnState, submission: Submission | undefined): Record<RowNo, number> {
  return { ...peerFigures(returned), ...ownFigures(submission) };
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
