/** Where a conversation stands after a message: what is asked, what is expected, what was not understood. */
import type { Form } from '../form.ts';
import type { RowNo } from '../model.ts';
import type { Doubt, Reading } from '../reading.ts';
import { allZero } from '../replies/doubts.ts';
import { type Desk, nextMissing, ownFigures, peerFigures } from './desk.ts';
import type { Dialogue } from './state.ts';

export function dialogueAfter(desk: Desk, reading: Reading, filled: ReadonlySet<RowNo>): Dialogue | null {
  const { dialogue, form } = desk;
  const settled = new Set(reading.values.map((value) => value.row));
  const answered = reading.values.some((value) => value.manner === 'chosen')
    ? dialogue.questions.slice(1)
    : dialogue.questions;
  const fresh = new Set(reading.doubts.flatMap((doubt) => doubt.rows));
  const asked = reading.doubts.map((doubt) => answerable(doubt, desk));
  const questions = [...asked, ...openQuestions(answered, new Set([...settled, ...fresh]))];
  const failures = reading.values.length > 0 || reading.remarks.length > 0 ? 0 : dialogue.failures + 1;
  const expecting = expectingAfter(dialogue, form, filled, questions[0], reading.refusals[0]?.row);
  const filling = dialogue.filling && filled.size < form.rows.length;
  if (!filling && questions.length === 0 && failures === 0) return null;
  const moved = { returnId: dialogue.returnId, filling, expecting, questions, failures };
  return failures === 0 ? moved : { ...moved, lastWords: wordsToPassOn(desk) };
}

const passedOnAtMost = 200;

/** What was not understood, for a person who will. */
export function wordsToPassOn({ speaker }: Desk): string {
  return speaker.words.trim().slice(0, passedOnAtMost);
}

/** Questions still open once these rows are settled; one that names no row is overtaken by any figure. */
export function openQuestions(questions: readonly Doubt[], settled: ReadonlySet<RowNo>): Doubt[] {
  return questions.filter(({ kind, rows }) =>
    kind === 'overwrite' || rows.length === 0 ? settled.size === 0 : !rows.some((row) => settled.has(row)),
  );
}

/** "全部改为0吗？" can be answered by 是; "比平常大很多" says what is usual. */
function answerable(doubt: Doubt, { form, returned, submission }: Desk): Doubt {
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
  dialogue: Dialogue,
  form: Form,
  filled: ReadonlySet<RowNo>,
  question: Doubt | undefined,
  refused: RowNo | undefined,
): RowNo | null {
  const doubted = question?.kind === 'overwrite' ? [] : (question?.rows ?? []);
  if (doubted.length === 1) return doubted[0] ?? null;
  if (refused !== undefined && !filled.has(refused)) return refused;
  if (!dialogue.filling) return null;
  const current = dialogue.expecting;
  return current !== null && !filled.has(current) ? current : nextMissing(form, filled, current);
}

export function withoutQuestions(dialogue: Dialogue): Dialogue {
  return { ...dialogue, questions: [], expecting: dialogue.filling ? dialogue.expecting : null, failures: 0 };
}

export function sameDialogue(a: Dialogue | null, b: Dialogue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
