/** A reading beside what is recorded already: what says it once more is nothing new, and asks nothing. */
import type { RowNo } from '../model.ts';
import type { Doubt, Reading } from '../reading.ts';
import type { TableDesk } from './desk.ts';
import { doubtedRows, rowsHeld } from './questions.ts';
import { lastStepOf } from './steps.ts';

export function asRecorded(desk: TableDesk, reading: Reading): Reading {
  return repeatsLast(desk, overZeros(desk, withoutTwins(reading)));
}

/** A choice between one thing and the same is none. */
function withoutTwins(reading: Reading): Reading {
  return { ...reading, doubts: reading.doubts.map(ofDifferent) };
}

function ofDifferent(doubt: Doubt): Doubt {
  const known = new Set<string>();
  const choices = doubt.choices.filter((choice) => {
    const key = JSON.stringify(choice);
    const fresh = !known.has(key);
    known.add(key);
    return fresh;
  });
  return choices.length === doubt.choices.length ? doubt : { ...doubt, choices };
}

/** 我们全是0 over nothing but zeros takes no figure away: what is missing is zero too. */
function overZeros({ submission, form, situation, unit, returned }: TableDesk, reading: Reading): Reading {
  const [doubt, ...others] = reading.doubts;
  const zeros = [...submission.cells.values()].every(({ value }) => value === 0);
  if (doubt?.kind !== 'overwrite' || others.length > 0 || !zeros) return reading;
  const { evidence } = doubt;
  const leftOut = doubtedRows(
    situation.state.submission,
    situation.directory.membersEverOf(unit),
    returned.definition.id,
  );
  const values = form.rows
    .filter(({ no }) => !leftOut.includes(no))
    .map(({ no }) => ({ row: no, value: 0, manner: 'rest' as const, evidence }));
  return { ...reading, intent: 'fill', doubts: [], values, leftOut };
}

const figureAlone = /^(?:就?是|对|应该是|共)?[\d.]+[^\d，,。]{0,2}[。.!！]?$/;

/** 是350, said of the figure corrected right before, answers no older question about another row. */
function repeatsLast(desk: TableDesk, reading: Reading): Reading {
  const { dialogue, speaker } = desk;
  const [question] = dialogue.questions;
  const [value, ...others] = reading.values;
  if (!question || !value || others.length > 0 || !figureAlone.test(speaker.words.trim())) return reading;
  const held = rowsHeld(question, desk.returned.definition.id);
  const row = held.includes(value.row) ? rowSaidLast(desk, value.value) : null;
  return row === null || row === value.row ? reading : { ...reading, values: [{ ...value, row, manner: 'stated' }] };
}

/** The row that the speaker gave this figure with the last message, after what is asked was asked. */
function rowSaidLast({ submission, dialogue, speaker }: TableDesk, figure: number): RowNo | null {
  const step = lastStepOf(submission, speaker.person.id);
  if (!step || dialogue.askedAfter === undefined || step.no <= dialogue.askedAfter) return null;
  const [cell] = [...step.cells].filter(([row]) => submission.cells.get(row)?.value === figure);
  return step.cause === dialogue.askedBy || !cell ? null : cell[0];
}
