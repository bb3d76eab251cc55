/** Where a conversation stands after a message: what is asked, what is expected, what was not understood. */
import type { RowNo } from '../model.ts';
import type { Doubt, Reading } from '../reading.ts';
import { allZero } from '../replies/doubts.ts';
import type { Situation, Speaker } from '../situation.ts';
import { nextMissing, ownFigures, peerFigures, type TableDesk } from './desk.ts';
import { asQuestion, rowsHeld, stillOpen } from './questions.ts';
import type { Dialogue, Question } from './state.ts';
import { newestStepOf } from './steps.ts';

export function dialogueAfter(desk: TableDesk, reading: Reading, filled: ReadonlySet<RowNo>): Dialogue {
  const { dialogue, form, returned } = desk;
  const { id } = returned.definition;
  const settled = new Set(reading.values.map((value) => value.row));
  const answered = reading.values.some((value) => value.manner === 'chosen')
    ? dialogue.questions.slice(1)
    : dialogue.questions;
  const asked: Question[] = [
    ...reading.doubts.map((doubt) => asQuestion(id, answerable(doubt, desk))),
    ...reading.refusals.map((refusal): Question => ({ kind: 'refused', returnId: id, refusal })),
  ];
  const uncounted = (reading.uncounted ?? []).map((row): Question => ({ kind: 'uncounted', returnId: id, row }));
  const fresh = [...asked, ...uncounted].flatMap((question) => rowsHeld(question, id));
  const stated = reading.values.filter(({ manner }) => manner !== 'rest');
  const questions = [...asked, ...stillOpen(answered, id, new Set([...settled, ...fresh]), stated), ...uncounted];
  const understood = reading.values.length + reading.remarks.length + reading.leftOut.length + uncounted.length > 0;
  const failures = understood ? 0 : dialogue.failures + 1;
  const walked = walkElsewhere(desk);
  if (walked) return { ...walked, questions, failures, ...addedBy(desk, reading) };
  return {
    returnId: id,
    filling: dialogue.filling && filled.size < form.rows.length,
    expecting: expectingAfter(desk, filled, questions[0]),
    questions,
    failures,
    ...addedBy(desk, reading),
    ...askedBy(desk, asked.length + uncounted.length > 0),
  };
}

/** The rows of another return, which somebody is being led through: a figure of this one in between does not end it. */
export function walkElsewhere({ situation, speaker, returned }: Pick<TableDesk, 'situation' | 'speaker' | 'returned'>) {
  const known = situation.state.submission.dialogues.get(speaker.person.id);
  return known?.filling && known.returnId !== returned.definition.id ? known : null;
}

/** Remembers words that added to a figure, for as long as the same words again may be the same message. */
function addedBy({ speaker, situation }: TableDesk, reading: Reading): Pick<Dialogue, 'added'> {
  const adds = reading.values.some(({ manner }) => manner === 'adjusted');
  return adds ? { added: { words: speaker.words.trim(), atMs: situation.nowMs } } : {};
}

function askedBy({ speaker, dialogue, situation }: TableDesk, asks: boolean): Pick<Dialogue, 'askedBy' | 'askedAfter'> {
  if (asks) return askedNow(situation, speaker);
  const { askedBy: cause, askedAfter: after } = dialogue;
  return { ...(cause !== undefined && { askedBy: cause }), ...(after !== undefined && { askedAfter: after }) };
}

/** What 撤回 tells by whether the question or a figure came last. */
export function askedNow({ state }: Situation, { cause, person }: Speaker): Pick<Dialogue, 'askedBy' | 'askedAfter'> {
  return { askedBy: cause, askedAfter: newestStepOf(state.submission.returns.values(), person.unit ?? '')?.no ?? 0 };
}

/** "全部改为0吗？" can be answered by 是; "比平常大很多" says what is usual. */
function answerable(doubt: Doubt, { form, returned, submission }: TableDesk): Doubt {
  if (doubt.kind === 'unusual') {
    const row = doubt.rows[0] ?? 0;
    const own = ownFigures(submission)[row];
    const peers = peerFigures(returned)[row];
    if (own !== undefined) return { ...doubt, figures: { ...doubt.figures, recorded: own } };
    return peers === undefined ? doubt : { ...doubt, figures: { usual: peers, ...doubt.figures } };
  }
  if (doubt.kind !== 'overwrite' || doubt.choices.length > 0) return doubt;
  return { ...doubt, choices: [{ label: allZero, values: form.rows.map(({ no }) => ({ row: no, value: 0 })) }] };
}

function expectingAfter(
  { dialogue, form, returned }: TableDesk,
  filled: ReadonlySet<RowNo>,
  question: Question | undefined,
): RowNo | null {
  // Who is led through the rows goes on with the next; the one that is being counted comes last.
  const waits = question && !(dialogue.filling && question.kind === 'uncounted');
  const held = waits && 'returnId' in question ? rowsHeld(question, returned.definition.id) : [];
  if (held.length === 1) return held[0] ?? null;
  if (!dialogue.filling) return null;
  const current = dialogue.expecting;
  return current !== null && !filled.has(current) ? current : nextMissing(form, filled, current);
}

export function without({ questions }: Dialogue, closed: Question): Question[] {
  return questions.filter((question) => question !== closed);
}

/** The dialogue once a question was let go or overtaken. */
export function withQuestions(dialogue: Dialogue, questions: readonly Question[]): Dialogue {
  return { ...dialogue, questions, expecting: dialogue.filling ? dialogue.expecting : null, failures: 0 };
}

export function sameDialogue(a: Dialogue | null, b: Dialogue | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
