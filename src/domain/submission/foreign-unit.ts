/** A reporter writes for his own unit only: a figure said in another unit's name must not land in his own table. */
import type { ReturnDefinition } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import type { DirectoryView } from '../directory/view.ts';
import type { UnitId } from '../model.ts';

const header = /填报(?:单位|部门)\s*[:：\t|]?\s*([^\s:：|，,。]{2,30})/;
const lead = /^[@＠]?\s*(?:我)?(?:代|替|帮|为|以)?(?:填|报)?\s*/;
const longestName = 30;

/** What a return's rows and materials are called. */
export function labelsOf({ form, materials }: ReturnDefinition): string[] {
  return [
    ...form.rows.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...materials.flatMap(({ title, aliases }) => [title, ...aliases]),
  ];
}

/** The other unit in whose name the words are said: at their beginning, or after 填报单位; null if none is. */
export function foreignUnit(
  words: string,
  own: UnitId,
  view: DirectoryView,
  labels: readonly string[] = [],
): Unit | null {
  const headed = header.exec(words)?.[1];
  const named = (headed && view.unitsNamed(headed)) || namedAtStart(words.trim().replace(lead, ''), view, labels);
  return named.length > 0 && !named.some((unit) => unit.id === own) ? (named[0] ?? null) : null;
}

/** The longest name that the words begin with; one of two characters only where no longer word can begin with it. */
function namedAtStart(words: string, view: DirectoryView, labels: readonly string[]): readonly Unit[] {
  for (let length = Math.min(longestName, words.length); length >= 2; length--) {
    const found = view.unitsNamed(words.slice(0, length));
    if (found.length > 0 && (length > 2 || endsName(words.slice(length), labels))) return found;
  }
  return [];
}

/** 徐汇，公益广告3条; 徐汇公益广告3条; 徐汇第2项3条; but not 静安寺广场咨询2次. */
function endsName(rest: string, labels: readonly string[]): boolean {
  const piece = rest.slice(0, 2);
  return (
    /^(?:[\s:：，,、的]|第?\d)/.test(rest) || (piece.length === 2 && labels.some((label) => label.includes(piece)))
  );
}
