/** 总结 and 图片: parts of a return handed in as a file, a picture, or by word. */
import { answer, type Outcome, refuse } from '../decision.ts';
import type { Unit } from '../directory/model.ts';
import { owedText } from '../replies/reminders.ts';
import * as say from '../replies/submission.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import type { MaterialSaid } from '../utterance.ts';
import type { Desk } from './desk.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { owedBy, owesNothing } from './owed.ts';
import { organiserNames } from './people.ts';
import type { ReturnState } from './state.ts';

export function handIn(situation: Situation, speaker: Speaker, said: readonly MaterialSaid[]): Outcome {
  const { state, directory, nowMs } = situation;
  const { unit } = speaker.person;
  const returned = state.returns.get(said[0]?.returnId ?? '');
  if (!returned || unit === null || !returned.assigned.has(unit))
    return refuse('nothing_to_report', say.nothingToReport);
  if (returned.closedAtMs !== null) return refuse('return_closed', say.returnClosed(organiserNames(situation)));
  const other = inNameOf(situation, speaker, said, returned);
  if (other) return refuse('not_your_unit', say.ownMaterialsOnly(directory.short(unit), other.shortName));
  const source = sourceOf(speaker, nowMs);
  const events = said.map(
    ({ material, how, name }) =>
      ({ type: 'MaterialHandedIn', returnId: returned.definition.id, unit, material, how, name, source }) as const,
  );
  const handed = new Set(said.map(({ material }) => material));
  const owed = owedBy(returned, unit);
  const left = { ...owed, materials: owed.materials.filter((material) => !handed.has(material.id)) };
  const rest = owesNothing(left) ? '已全部报齐，谢谢。' : `还差：${owedText(left)}。`;
  const lines = said.flatMap((item, index) => {
    const material = returned.definition.materials.find(({ id }) => id === item.material);
    return material
      ? [say.materialTaken(directory.short(unit), material, item, index === said.length - 1 ? rest : '')]
      : [];
  });
  return answer(lines.join('\n'), events);
}

/** The other unit whose name the words or a file's name begin with; a superior's name may head anybody's paper. */
function inNameOf(
  { directory }: Situation,
  { words, person }: Speaker,
  said: readonly MaterialSaid[],
  { definition }: ReturnState,
): Unit | null {
  const own = person.unit ?? '';
  const superior = directory.unit(own)?.parent;
  const labels = labelsOf(definition);
  const named = [words, ...said.map(({ name }) => name)].map((text) => foreignUnit(text, own, directory, labels));
  return named.find((unit) => unit !== null && unit.id !== superior) ?? null;
}

/** Files that are no part of the return: a spreadsheet with the figures, a picture where none is asked for. */
export function leaveAside(names: readonly string[]): (desk: Desk) => Outcome {
  return ({ returned }) => answer(say.fileLeftAside(names, returned.definition.materials));
}
