/** "谁改过 黄浦区局第2项": every figure back to the message it came from. */
import { mayDo } from '../access.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import type { UnitId } from '../model.ts';
import * as say from '../replies/progress.ts';
import type { Situation, Speaker } from '../situation.ts';
import { findRow } from './find-row.ts';

export function tellHistory({ state, directory }: Situation, speaker: Speaker, words: string): Outcome {
  const { unit, rest } = splitUnit(words, directory.unitsNamed);
  const asked = unit ?? speaker.person.unit;
  const returned = [...state.returns.values()].find(({ definition }) => findRow(definition.form, rest));
  const row = returned && findRow(returned.definition.form, rest);
  if (!asked || !returned || !row) return answer(say.historyHow);
  if (asked !== speaker.person.unit && !mayDo(speaker.person, 'reader'))
    return refuse('not_your_unit', say.historyOwnOnly);
  const changes = (returned.submissions.get(asked)?.trail ?? []).filter((change) => change.row === row.no);
  const short = directory.short(asked);
  if (changes.length === 0) return answer(say.noHistory(short, row));
  const lines = changes.map(({ source, value, words: said }) =>
    say.historyLine(row, source.atMs, directory.person(source.person)?.name ?? source.person, value, said),
  );
  return answer(say.historyText(short, row, lines));
}

/** The unit named at the beginning of the words, and what follows. */
function splitUnit(
  words: string,
  unitsNamed: (text: string) => readonly { id: UnitId }[],
): { unit: UnitId | null; rest: string } {
  const text = words.trim();
  for (let end = text.length; end > 1; end--) {
    const found = unitsNamed(text.slice(0, end));
    if (found[0]) return { unit: found[0].id, rest: text.slice(end).trim() };
  }
  return { unit: null, rest: text };
}
