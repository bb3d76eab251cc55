/** The returns in 汇总进度: how many are in, who is missing, what it adds up to. */
import { rowTotal, submittedUnits, summarise } from '../progress/summary.ts';
import * as say from '../replies/progress.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from './state.ts';

/** In a summary a few names are enough; 未报单位 gives them all. */
const namesInSummary = 12;

export function progressLines(situation: Situation): string[] {
  return [...situation.state.submission.returns.values()].flatMap((returned) => returnText(situation, returned));
}

function returnText({ state, nowMs, directory }: Situation, returned: ReturnState): string[] {
  const { form, title } = returned.definition;
  const sooner = [...returned.extensions.values()].filter((own) => own.lateAfterMs < returned.due.lateAfterMs).length;
  const lines = say.returnLines({
    title: state.submission.returns.size > 1 ? title : null,
    due: returned.due,
    summary: summarise(returned, nowMs),
    closed: returned.closedAtMs !== null,
    owing: unitList(directory, returned.owing, returned.owing.size, namesInSummary),
    extended: returned.extensions.size - sooner,
    sooner,
  });
  if (form === null) return lines;
  const submitted = submittedUnits(returned);
  const totals = form.rows.map((row) => ({ row, total: rowTotal(returned, row) }));
  return [...lines, submitted === 0 ? say.noneConfirmed : say.totalsLine(submitted, totals)];
}
