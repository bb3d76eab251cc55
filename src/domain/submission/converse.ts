/** Leading through the table: start, back, skip, pause, and how far one is. */
import { answer, type Outcome, refuse } from '../decision.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import * as say from '../replies/submission.ts';
import { type Desk, nextMissing } from './desk.ts';
import { owedBy, owesNothing } from './owed.ts';
import { organiserNames } from './people.ts';
import type { Dialogue } from './state.ts';

export function startFilling(desk: Desk): Outcome {
  const { form, submission, returned, dialogue, unit, situation, speaker } = desk;
  if (returned.closedAtMs !== null) return refuse('return_closed', say.returnClosed(organiserNames(situation)));
  const next = nextMissing(form, new Set(submission.cells.keys()), null);
  if (next === null) return answer(tableInFull(desk));
  const row = rowOf(form, next) as FormRow;
  const moved: Dialogue = { ...dialogue, filling: true, expecting: next, questions: [], failures: 0 };
  const text = `${say.fillingStarted(form.title, form, submission.cells.size)}\n${say.askRow(row, undefined)}`;
  return answer(text, [{ type: 'DialogueMoved', person: speaker.person.id, dialogue: moved }]);

  function tableInFull({ submission: full }: Desk): string {
    const { materials } = owedBy(returned, unit);
    if (full.confirmed === null)
      return [say.tableReady(form, full), say.materialsMissing(materials)].filter((line) => line !== '').join('\n');
    const who = situation.directory.person(full.confirmed.person)?.name ?? '';
    return [say.confirmedBefore(full.confirmed.atMs, who), say.materialsMissing(materials)]
      .filter((line) => line !== '')
      .join('\n');
  }
}

export function previousRow(desk: Desk): Outcome {
  const { dialogue, form } = desk;
  if (!dialogue.filling || dialogue.expecting === null) return answer(say.notFilling);
  const index = form.rows.findIndex((row) => row.no === dialogue.expecting);
  const previous = form.rows[index - 1];
  return previous ? expect(desk, previous.no) : expect(desk, form.rows[0]?.no ?? null, say.firstRow);
}

export function skipRow(desk: Desk): Outcome {
  const { dialogue, form, submission } = desk;
  if (!dialogue.filling || dialogue.expecting === null) return answer(say.notFilling);
  return expect(
    desk,
    nextMissing(form, new Set([...submission.cells.keys(), dialogue.expecting]), dialogue.expecting) ??
      dialogue.expecting,
  );
}

function expect({ dialogue, form, submission, speaker }: Desk, no: RowNo | null, before = ''): Outcome {
  const row = no === null ? undefined : rowOf(form, no);
  if (!row) return answer(say.notFilling);
  const moved: Dialogue = { ...dialogue, expecting: row.no, questions: [], failures: 0 };
  return answer(before + say.askRow(row, submission.cells.get(row.no)), [
    { type: 'DialogueMoved', person: speaker.person.id, dialogue: moved },
  ]);
}

export function pauseFilling({ dialogue, form, submission, speaker }: Desk): Outcome {
  if (!dialogue.filling) return answer(say.notFilling);
  return answer(say.paused(submission.cells.size, form.rows.length), [
    { type: 'DialogueMoved', person: speaker.person.id, dialogue: null },
  ]);
}

export function tellOwnProgress({ situation, returned, submission, unit, form }: Desk): Outcome {
  const materials = say.materialStates(returned.definition.materials, submission);
  const short = situation.directory.short(unit);
  const complete = owesNothing(owedBy(returned, unit));
  const progress = say.ownProgress(short, form.title, returned.due, form, submission, materials, complete);
  const readyToConfirm =
    submission.confirmed === null && nextMissing(form, new Set(submission.cells.keys()), null) === null;
  return answer(readyToConfirm ? `${progress}\n${say.confirmHint}` : progress);
}
