/** 总结, 图片, 值班表: parts of a return handed in as a file, a picture, as text or by word. */
import type { Material } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { noUnit } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { dialogueOf, returnsOf } from './desk.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { refuseClosed } from './people.ts';
import { ask } from './report.ts';
import type { MaterialSaid, SubmissionOrder } from './shape.ts';
import { standing } from './standing.ts';
import type { HandIn, ReturnState } from './state.ts';

export function handIn(situation: Situation, speaker: Speaker, said: readonly MaterialSaid[]): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const returns = [...new Set(said.map(({ returnId }) => returnId))].flatMap(
    (id) => situation.state.submission.returns.get(id) ?? [],
  );
  const refusal = returns.map((returned) => whyNot(situation, speaker, said, returned)).find((why) => why !== null);
  if (refusal) return refusal;
  if (returns.length === 0) return refuse('nothing_to_report', say.nothingToReport);
  const source = sourceOf(speaker, situation.nowMs);
  return answer(
    returns.flatMap((returned) => takenLines(situation, unit, said, returned)),
    {
      events: said.map(
        ({ returnId, material, how, name }) =>
          ({ type: 'MaterialHandedIn', returnId, unit, material, how, name, source }) as const,
      ),
      closings: returns.map((returned) => standing(returned, { handed: true })),
    },
  );
}

/** One line for each material and way of handing it in, however many files. */
function takenLines(
  { directory }: Situation,
  unit: string,
  said: readonly MaterialSaid[],
  { definition }: ReturnState,
): string[] {
  const handed = new Map<string, { readonly material: Material; readonly how: HandIn; readonly names: string[] }>();
  for (const { returnId, material: id, how, name } of said) {
    const material = definition.materials.find((one) => one.id === id);
    if (returnId !== definition.id || !material) continue;
    const key = `${id} ${how}`;
    const before = handed.get(key);
    if (before) before.names.push(name);
    else handed.set(key, { material, how, names: [name] });
  }
  return [...handed.values()].map((one) => say.materialTaken(directory.short(unit), one));
}

function whyNot(
  situation: Situation,
  speaker: Speaker,
  said: readonly MaterialSaid[],
  returned: ReturnState,
): Outcome | null {
  const { unit } = speaker.person;
  if (unit === null || !returned.assigned.has(unit)) return refuse('nothing_to_report', say.nothingToReport);
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const other = inNameOf(situation, speaker, said, returned);
  return other ? refuse('not_your_unit', say.ownMaterialsOnly(situation.directory.short(unit), other.shortName)) : null;
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

/** A file whose kind nobody said is asked about: it may be the 总结, and it may be a leave note. */
export function askFiles(
  situation: Situation,
  speaker: Speaker,
  { how, names, options }: Extract<SubmissionOrder, { name: 'ask-files' }>,
): Outcome {
  const dialogue = dialogueOf(situation.state.submission, speaker.person, options[0]?.returnId ?? '');
  return ask(situation, speaker, dialogue, { kind: 'which-material', how, names, options });
}

/** Files that are no part of a return: a spreadsheet with the figures, a video, a draft. */
export function leaveAside(
  situation: Situation,
  speaker: Speaker,
  { names, why }: Extract<SubmissionOrder, { name: 'leave-aside' }>,
): Outcome {
  if (why !== 'unreadable') return answer(say.leftAside(names, why));
  const returns = returnsOf(situation.state.submission, speaker.person);
  if (returns.length === 0) return refuse('nothing_to_report', say.nothingToReport);
  return answer(
    say.fileLeftAside(
      names,
      returns.flatMap(({ definition }) => definition.materials),
    ),
  );
}
