/** 总结, 图片, 值班表: parts of a return handed in as a file, a picture, as text or by word. */
import type { Material } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as papers from '../replies/materials.ts';
import { noUnit } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { dialogueOf, returnsOf } from './desk.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { refuseClosed } from './people.ts';
import { ask } from './report.ts';
import type { MaterialSaid, SubmissionOrder } from './shape.ts';
import { standing } from './standing.ts';
import type { HandIn, MaterialRef, ReturnState } from './state.ts';
import { askWhichReturn } from './which.ts';

export function handIn(situation: Situation, speaker: Speaker, said: readonly MaterialSaid[]): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const returns = returnsMeant(situation, said);
  const names = said.map(({ name }) => name);
  const refusal = returns.map((returned) => whyNot(situation, speaker, names, returned)).find((why) => why !== null);
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

function returnsMeant({ state }: Situation, meant: readonly MaterialRef[]): ReturnState[] {
  const ids = new Set(meant.map(({ returnId }) => returnId));
  return [...ids].flatMap((id) => state.submission.returns.get(id) ?? []);
}

/** What was reported by mistake is owed again; the table stays as it is. */
export function takeBackMaterials(
  situation: Situation,
  speaker: Speaker,
  order: Extract<SubmissionOrder, { name: 'take-back-materials' }>,
): Outcome {
  const { materials: meant } = order;
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const returns = returnsMeant(situation, meant);
  const refusal = returns.map((returned) => whyNot(situation, speaker, [], returned)).find((why) => why !== null);
  if (refusal) return refusal;
  const isIn = (returned: ReturnState, material: string) =>
    returned.submissions.get(unit)?.materials.has(material) ?? false;
  const titled = returns.flatMap((returned) =>
    returned.definition.materials
      .filter(({ id }) =>
        meant.some(({ returnId, material }) => returnId === returned.definition.id && material === id),
      )
      .map(({ id, title }) => ({ returned, id, title })),
  );
  const handed = titled.filter(({ returned, id }) => isIn(returned, id));
  if (handed.length === 0) return answer(papers.materialsNotIn(titled.map(({ title }) => title)));
  // Two returns want one of that name.
  if (new Set(handed.map(({ title }) => title)).size < handed.length)
    return askWhichReturn(situation, speaker, order, returns);
  const source = sourceOf(speaker, situation.nowMs);
  return answer(
    papers.materialsTakenBack(
      situation.directory.short(unit),
      handed.map(({ title }) => title),
    ),
    {
      events: handed.map(
        ({ returned, id }) =>
          ({ type: 'MaterialTakenBack', returnId: returned.definition.id, unit, material: id, source }) as const,
      ),
      closings: returns.map((returned) => standing(returned, { handed: true })),
    },
  );
}

/** What is said to come later is waited for. */
export function awaitMaterials(
  situation: Situation,
  speaker: Speaker,
  { materials: meant }: Extract<SubmissionOrder, { name: 'await-materials' }>,
): Outcome {
  const returns = returnsMeant(situation, meant);
  const refusal = returns.map((returned) => whyNot(situation, speaker, [], returned)).find((why) => why !== null);
  return refusal ?? answer(papers.materialsAwaited([...new Set(returns.flatMap((one) => titlesOf(one, meant)))]));
}

function titlesOf({ definition }: ReturnState, meant: readonly MaterialRef[]): string[] {
  return definition.materials
    .filter(({ id }) => meant.some(({ returnId, material }) => returnId === definition.id && material === id))
    .map(({ title }) => title);
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
  return [...handed.values()].map((one) => papers.materialTaken(directory.short(unit), one));
}

function whyNot(
  situation: Situation,
  speaker: Speaker,
  names: readonly string[],
  returned: ReturnState,
): Outcome | null {
  const { unit } = speaker.person;
  if (unit === null || !returned.assigned.has(unit)) return refuse('nothing_to_report', say.nothingToReport);
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const other = inNameOf(situation, speaker, names, returned);
  return other
    ? refuse('not_your_unit', papers.ownMaterialsOnly(situation.directory.short(unit), other.shortName))
    : null;
}

/** The other unit whose name the words or a file's name begin with; a superior's name may head anybody's paper. */
function inNameOf(
  { directory }: Situation,
  { words, person }: Speaker,
  names: readonly string[],
  { definition }: ReturnState,
): Unit | null {
  const own = person.unit ?? '';
  const superior = directory.unit(own)?.parent;
  const labels = labelsOf(definition);
  const named = [words, ...names].map((text) => foreignUnit(text, own, directory, labels));
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
  if (why !== 'unreadable') return answer(papers.leftAside(names, why));
  const returns = returnsOf(situation.state.submission, speaker.person);
  if (returns.length === 0) return refuse('nothing_to_report', say.nothingToReport);
  return answer(
    papers.fileLeftAside(
      names,
      returns.flatMap(({ definition }) => definition.materials),
    ),
  );
}
