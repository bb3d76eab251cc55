/** Leaders' questions, answered from memory. */
import { answer, type Outcome } from '../decision.ts';
import { dutyText } from '../duty/decide.ts';
import type { FormRow } from '../form.ts';
import { owedLines } from '../reminders/messages.ts';
import * as say from '../replies/progress.ts';
import { figure, unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { findRow } from './find-row.ts';
import { rowTotal, summarise } from './summary.ts';

/** In a summary a few names are enough; "未报单位" gives them all. */
const namesInSummary = 12;
const mostShown = 5;

export function tellProgress(situation: Situation): Outcome {
  const { state, nowMs, directory } = situation;
  const { receipts, silent, publishedAtMs } = state.broadcast;
  const lines = [say.progressHead(state.definition.shortTitle, nowMs)];
  const silentNames = unitList(directory, silent, silent.size, namesInSummary);
  lines.push(
    publishedAtMs === null
      ? say.notPublishedLine
      : say.receiptsLine(receipts.size, receipts.size + silent.size, silentNames),
  );
  for (const returned of state.returns.values()) lines.push(...returnText(situation, returned));
  const duty = dutyText(situation);
  if (duty) lines.push(`值班：${duty}`);
  return answer(lines.join('\n'));
}

function returnText({ state, nowMs, directory }: Situation, returned: ReturnState): string[] {
  const { form, title } = returned.definition;
  const owing = unitList(directory, returned.owing, returned.owing.size, namesInSummary);
  const lines = say.returnLines(
    state.returns.size > 1 ? title : null,
    returned.due,
    summarise(returned, nowMs),
    returned.closedAtMs !== null,
    owing,
  );
  const confirmed = confirmedUnits(returned);
  lines.push(
    confirmed === 0
      ? say.noneConfirmed
      : say.totalsLine(
          confirmed,
          form.rows.map((row) => ({ row, total: rowTotal(returned, row.no) })),
        ),
  );
  return lines;
}

/** A confirmed table has every row, so any row's tally counts them. */
function confirmedUnits({ tallies }: ReturnState): number {
  return Math.max(0, ...[...tallies.values()].map((tally) => tally.units));
}

export function tellNotReported(situation: Situation): Outcome {
  const owing = [...situation.state.returns.values()].filter((returned) => returned.owing.size > 0);
  if (owing.length === 0) return answer(say.allReported);
  return answer(
    owing
      .map((returned) => say.notReported(returned.owing.size, owedLines(situation, returned, [...returned.owing])))
      .join('\n'),
  );
}

export function tellRowTotal(situation: Situation, words: string): Outcome {
  const returns = [...situation.state.returns.values()];
  const found = returns.flatMap((returned) => {
    const row = findRow(returned.definition.form, words);
    return row ? [rowText(situation, returned, row)] : [];
  });
  if (found.length > 0) return answer(found.join('\n'));
  return answer(
    say.rowUnknown(
      words,
      returns.flatMap(({ definition }) => definition.form.rows.map((row) => row.label)),
    ),
  );
}

function rowText({ directory }: Situation, returned: ReturnState, row: FormRow): string {
  const tally = returned.tallies.get(row.no);
  const values = [...returned.submissions].flatMap(([unit, submission]) => {
    const value = submission.confirmed ? submission.cells.get(row.no)?.value : undefined;
    return value ? [{ unit, value }] : [];
  });
  const most = values.sort((a, b) => b.value - a.value).slice(0, mostShown);
  const names = most.map(({ unit, value }) => `${directory.short(unit)}${figure(row, value)}`).join('、');
  return say.rowTotalText(
    row,
    rowTotal(returned, row.no),
    tally?.units ?? 0,
    tally?.zeros ?? 0,
    returned.assigned.size,
    names,
  );
}

export function tellFindings({ state }: Situation): Outcome {
  return answer(say.findingsText(state.definition.findings));
}
