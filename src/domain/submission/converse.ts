/** Leading through the table: start, back, skip, pause, and how far one is. */
import { type FormRow, rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { owedText } from '../replies/reminders.ts';
import { noUnit } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { type Desk, hasTable, layDesk, nextMissing, returnsOf, type TableDesk } from './desk.ts';
import { dueFor } from './due.ts';
import { whyEnded } from './ended.ts';
import { owedBy, owesNothing } from './owed.ts';
import { refuseClosed } from './people.ts';
import { awaitedRows } from './questions.ts';
import { moved } from './record.ts';
import { openQuestionText, standing } from './standing.ts';
import { type Dialogue, submittedBy } from './state.ts';

export function startFilling(desk: TableDesk): Outcome {
  const { form, submission, returned, dialogue, situation, speaker } = desk;
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const next = nextMissing(form, new Set(submission.cells.keys()), null);
  if (next === null) return tableInFull(desk);
  const row = rowOf(form, next) as FormRow;
  const started: Dialogue = { ...dialogue, filling: true, expecting: next, failures: 0 };
  return answer([say.fillingStarted(form.title, form, submission.cells.size), say.askRow(row, undefined)], {
    events: moved(desk, started),
  });
}

function tableInFull({ returned, submission, situation }: TableDesk): Outcome {
  const before = submittedBy(submission);
  const said = before ? [say.confirmedBefore(before.atMs, situation.directory.name(before.person))] : [];
  return answer(said, { closings: [standing(returned, { table: true })] });
}

export function previousRow(desk: TableDesk): Outcome {
  const { dialogue, form } = desk;
  if (!dialogue.filling || dialogue.expecting === null) return answer(say.notFilling);
  const index = form.rows.findIndex((row) => row.no === dialogue.expecting);
  const previous = form.rows[index - 1];
  return previous ? expect(desk, previous.no) : expect(desk, form.rows[0]?.no ?? null, say.firstRow);
}

export function skipRow(desk: TableDesk): Outcome {
  const { dialogue, form, submission } = desk;
  if (!dialogue.filling || dialogue.expecting === null) return answer(say.notFilling);
  const passed = new Set([...submission.cells.keys(), dialogue.expecting]);
  return expect(desk, nextMissing(form, passed, dialogue.expecting) ?? dialogue.expecting);
}

function expect(desk: TableDesk, no: RowNo | null, before = ''): Outcome {
  const row = no === null ? undefined : rowOf(desk.form, no);
  if (!row) return answer(say.notFilling);
  const { dialogue, submission } = desk;
  return answer(before + say.askRow(row, submission.cells.get(row.no)), {
    events: moved(desk, { ...dialogue, expecting: row.no, failures: 0 }),
  });
}

export function pauseFilling(desk: TableDesk): Outcome {
  const { dialogue, form, submission } = desk;
  if (!dialogue.filling) return answer(say.notFilling);
  return answer(say.paused(submission.cells.size, form.rows.length), {
    events: moved(desk, { ...dialogue, filling: false, expecting: null }),
  });
}

/** Every return of the unit, and what the bot waits for. */
export function tellOwnProgress(situation: Situation, speaker: Speaker): Outcome {
  const desks = returnsOf(situation.state.submission, speaker.person)
    .sort((a, b) => a.due.dueAtMs - b.due.dueAtMs)
    .map((returned) => layDesk(situation, speaker, returned));
  if (desks.length === 0) return speaker.person.unit === null ? refuse('no_unit', noUnit) : answer(say.nothingOwed);
  const question = openQuestionText(situation, speaker);
  return answer([...desks.map((desk) => progressOf(desk, desks.length === 1)), ...(question ? [question] : [])]);
}

function progressOf(desk: Desk, only: boolean): string {
  const { situation, returned, submission, unit } = desk;
  const owed = owedBy(returned, unit);
  const own = say.ownProgress({
    unit: situation.directory.short(unit),
    title: only ? null : (returned.definition.form?.title ?? returned.definition.title),
    owed: owesNothing(owed) ? null : owedText(owed),
    due: dueFor(returned, unit),
    ended: whyEnded(situation, returned, desk.speaker.person),
    submitted: submittedBy(submission) !== null,
  });
  const head = [own, ...situation.house.standing(situation, unit, returned.definition.id)].join('\n');
  if (!hasTable(desk) || submission.cells.size === 0 || !only) return head;
  const awaited = awaitedRows(desk);
  const ready = owed.table.kind === 'unconfirmed' && awaited.length === 0 ? [say.confirmHint] : [];
  return [head, say.tableText(desk.form, submission), ...awaited.map(say.uncounted), ...ready].join('\n');
}

/** The table as it stands, on request. */
export function showTable({ form, submission }: TableDesk): Outcome {
  return answer([`《${form.title}》`, say.tableText(form, submission)]);
}
