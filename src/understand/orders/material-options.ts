/** What of a unit's returns can be handed in beside its tables, and what of it words name. */
import type { Material } from '../../domain/campaign/definition.ts';
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import { materialNames } from '../../domain/naming.ts';
import type { Expected } from '../../domain/submission/expecting.ts';
import type { MaterialRef } from '../../domain/submission/state.ts';

export type AskFiles = Extract<RoomOrder, { name: 'ask-files' }>;

/** A clause with the marks that end it. */
export const clause = /[^，,。；;\n！!]+[，,。；;\n！!]*/g;

export interface Option extends MaterialRef {
  readonly definition: Material;
  readonly owed: boolean;
  readonly title: string;
}

export function optionsOf(
  returns: readonly Expected[],
  wanted: (material: Material) => boolean = () => true,
): Option[] {
  const options: Option[] = [];
  for (const { returnId, title, materials, owed } of returns)
    for (const definition of materials)
      if (wanted(definition)) {
        const { id: material } = definition;
        options.push({ returnId, material, definition, title, owed: owed.some(({ id }) => id === material) });
      }
  return options;
}

export function ref({ returnId, material }: MaterialRef): MaterialRef {
  return { returnId, material };
}

/** Materials that the words name, those of one title together: which return's is meant is said, owed, or asked. */
export function namedIn(words: string, options: readonly Option[]): (readonly Option[])[] {
  const named = options.filter(({ definition }) => isNamed(definition, words));
  return [...grouped(named).values()].map((group) => narrowed(words, group));
}

export function isNamed(definition: Material, words: string): boolean {
  return materialNames(definition).some((name) => words.includes(name));
}

export function namesMaterial(returns: readonly Expected[], words: string): boolean {
  return returns.some(({ materials }) => materials.some((material) => isNamed(material, words)));
}

export function grouped(options: readonly Option[]): Map<string, Option[]> {
  const byTitle = new Map<string, Option[]>();
  for (const option of options)
    byTitle.set(option.definition.title, [...(byTitle.get(option.definition.title) ?? []), option]);
  return byTitle;
}

function narrowed(words: string, group: readonly Option[]): readonly Option[] {
  const said = group.filter(({ title }) => words.includes(title));
  if (said.length > 0) return said;
  const owed = group.filter(({ owed: still }) => still);
  return owed.length > 0 ? owed : group;
}
