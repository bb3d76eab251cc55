/** What was read from a message becomes cells, remarks and questions. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { type FormRow, rowOf } from '../form.ts';
import { leaveQuestion } from '../inquiry/decide.ts';
import type { RowNo } from '../model.ts';
import { answer, type Closing, type Outcome } from '../outcome.ts';
import type { Reading, ReadValue } from '../reading.ts';
import * as say from '../replies/submission.ts';
import { sourceOf } from '../situation.ts';
import { colleaguesAnswered } from './colleagues.ts';
import { fillsSeveral, helpAfterFailures, type TableDesk } from './desk.ts';
import { dialogueAfter, sameDialogue, walkElsewhere } from './dialogue.ts';
import { standing } from './standing.ts';
import { counts, type Dialogue, type Submission } from './state.ts';

export function recordValues(desk: TableDesk, reading: Reading): Outcome {
  const { submission, returned, form } = desk;
  const changed = reading.values.filter((value) => submission.cells.get(value.row)?.value !== value.value);
  const reopens = counts(submission) && changed.length > 0;
  const filled = new Set([...submission.cells.keys(), ...reading.values.map((value) => value.row)]);
  const dialogue = dialogueAfter(desk, reading, filled);
  const complete = filled.size === form.rows.length && dialogue.questions.length === 0;
  // In full where it first becomes complete, by many or single figures; or where much of it changed.
  const completes = submission.cells.size < form.rows.length;
  const full = (completes || changed.length > 3) && complete && !desk.submits;
  const said = [...understood(desk, reading, changed, full), ...(reopens && !desk.submits ? [say.reopenedHint] : [])];
  return answer(named(desk, said), {
    events: [
      ...written(desk, reading, changed, reopens),
      ...moved(desk, dialogue),
      // What was not understood goes along to whoever is called for it.
      ...(dialogue.failures > 0 ? [leaveQuestion(desk.speaker)] : []),
      ...colleaguesAnswered(desk, new Set(reading.values.map((value) => value.row))),
    ],
    closings: [standing(returned, { table: full, help: helpAfterFailures(dialogue, form) }), ...walkedOn(desk)],
  });
}

/** Whoever is led through another table is asked for its row again. */
function walkedOn(desk: TableDesk): Closing[] {
  const walked = walkElsewhere(desk);
  const other = walked && desk.situation.state.submission.returns.get(walked.returnId);
  return other ? [standing(other)] : [];
}

function written(desk: TableDesk, reading: Reading, changed: readonly ReadValue[], reopens: boolean): CampaignEvent[] {
  const { returned, unit, speaker, situation } = desk;
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  return [
    ...(reopens ? [{ type: 'SubmissionReopened', ...about } as const] : []),
    ...(changed.length > 0 ? [{ type: 'CellsReported', ...about, cells: changed.map(cellOf) } as const] : []),
    ...reading.remarks.flatMap(({ row, text }) =>
      row === null ? [] : [{ type: 'RemarkMade', ...about, row, text } as const],
    ),
  ];
}

/** The conversation as it goes on; forgotten where there is nothing to remember. */
export function moved(
  { situation, speaker }: Pick<TableDesk, 'situation' | 'speaker'>,
  dialogue: Dialogue,
): CampaignEvent[] {
  const { dialogues, returns } = situation.state.submission;
  const busy =
    dialogue.filling || dialogue.questions.length > 0 || dialogue.failures > 0 || dialogue.added !== undefined;
  const kept = busy || returns.size > 1 ? dialogue : null;
  if (sameDialogue(kept, dialogues.get(speaker.person.id) ?? null)) return [];
  return [{ type: 'DialogueMoved', person: speaker.person.id, dialogue: kept }];
}

function cellOf({ row, value, manner, evidence, convertedFrom }: ReadValue) {
  return { row, value, manner, words: evidence.text, ...(convertedFrom === undefined ? {} : { convertedFrom }) };
}

/** Where a unit fills several tables, an answer says which it wrote into. */
function named(desk: TableDesk, said: readonly string[]): readonly string[] {
  const [first, ...rest] = said;
  return first !== undefined && fillsSeveral(desk) ? [`《${desk.form.title}》${first}`, ...rest] : said;
}

/** What was recorded, refused or noted. */
function understood(
  desk: TableDesk,
  reading: Reading,
  changed: readonly ReadValue[],
  // Many figures at once and the table in full below them: nobody reads the list twice.
  tableFollows: boolean,
): string[] {
  const { form, submission } = desk;
  const everyRow = reading.values.length === form.rows.length && reading.values.every(({ value }) => value === 0);
  const isRest = ({ manner }: ReadValue) => manner === 'rest' || (manner === 'chosen' && everyRow);
  const rest = changed.filter(isRest).flatMap((value) => rowOf(form, value.row) ?? []);
  // The whole table once more with one figure changed: that one is the news.
  const news = changed.length > 0 ? changed : reading.values;
  const said = news.filter((value) => !isRest(value) && !(tableFollows && saysNoMore(value, submission)));
  const lines = said.flatMap((value) => lineFor(desk, value));
  return [
    ...(lines.length > 0 ? [changed.length > 0 ? say.recorded(lines) : say.sameAsRecorded(lines)] : []),
    ...(rest.length > 0 ? [say.zeroed(rest)] : []),
    ...leftOut(desk, reading),
    ...uncounted(desk, reading),
    ...(reading.aside ?? []).map(say.setAside),
    ...(reading.values.length > 0 && changed.length === 0 && lines.length === 0 ? [say.nothingNew] : []),
    ...remarkLines(desk, reading),
    ...(reading.unread ? [say.unread(reading.unread)] : []),
  ];
}

function lineFor({ form, submission, dialogue }: TableDesk, value: ReadValue): string[] {
  const row = rowOf(form, value.row);
  return row ? [say.recordedLine(row, value, submission.cells.get(value.row), showsWords(row, value, dialogue))] : [];
}

/** Rows that a zero for the rest does not touch, because something about them is open. */
function leftOut({ form }: TableDesk, { leftOut: rows }: Reading): string[] {
  const held = rows.flatMap((no: RowNo) => rowOf(form, no) ?? []);
  return held.length > 0 ? [say.notZeroed(held)] : [];
}

/** Rows that wait for their figures, where that is not said of them already. */
function uncounted({ form }: TableDesk, { uncounted: rows = [], leftOut: named }: Reading): string[] {
  return rows
    .filter((no) => !named.includes(no))
    .flatMap((no) => rowOf(form, no) ?? [])
    .map(say.uncounted);
}

function remarkLines({ form }: TableDesk, { remarks }: Reading): string[] {
  return remarks.map(({ row: no, text }) => {
    const row = no === null ? undefined : rowOf(form, no);
    return row ? say.remarked(row, text) : say.remarkUnplaced(text);
  });
}

/** Plainly said, for the first time, in the row's own measure: the table shows it as well as a line of its own. */
function saysNoMore({ row, value, convertedFrom }: ReadValue, submission: Submission): boolean {
  return convertedFrom === undefined && (submission.cells.get(row)?.value ?? value) === value;
}

/** The words are shown where they do not name the row plainly, so that a misreading meets the eye. */
function showsWords(row: FormRow, value: ReadValue, dialogue: Dialogue): boolean {
  const words = value.evidence.text.trim();
  // 不是20是13 leaves the bare figure: it stands in the line already.
  if (words === String(value.value)) return false;
  return (
    dialogue.expecting !== value.row && words.length <= 24 && !words.includes(row.label) && value.manner !== 'chosen'
  );
}
