/** "谁改过 黄浦区局第2项": every figure back to the message it came from, and what counted when. */
import { may } from '../access.ts';
import type { FormRow } from '../form.ts';
import { rowIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/progress.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { Submission } from '../submission/state.ts';

export function tellHistory({ state, directory }: Situation, speaker: Speaker, words: string): Outcome {
  const { found, rest } = unitsIn(directory, words);
  const asked = found[0]?.id ?? speaker.person.unit;
  const hits = [...state.submission.returns.values()].flatMap((returned) => {
    const row = returned.definition.form ? rowIn(returned.definition.form, rest) : undefined;
    return row ? [{ returned, row }] : [];
  });
  const [hit] = hits;
  if (!asked || !hit) return answer(say.historyHow);
  if (!may(speaker.person, 'reader', { unit: asked })) return refuse('not_your_unit', say.historyOwnOnly);
  const submission = hit.returned.submissions.get(asked) ?? hit.returned.setAside.get(asked);
  const short = directory.short(asked);
  const changes = (submission?.trail ?? []).filter((change) => change.row === hit.row.no);
  if (!submission || changes.length === 0) return answer(say.noHistory(short, hit.row));
  const lines = changes.map(({ source, value, words: said }) =>
    say.historyLine(hit.row, source.atMs, directory.name(source.person), value, said),
  );
  return answer(say.historyText(short, hit.row, [...lines, ...counted(submission, hit.row)]));
}

/** What stood in the totals, and until when. */
function counted({ versions }: Submission, row: FormRow): string[] {
  return versions.flatMap(({ submitted, untilMs, figures }) => {
    const value = figures.get(row.no);
    return value === undefined ? [] : [say.countedLine(row, submitted.atMs, untilMs, value)];
  });
}
