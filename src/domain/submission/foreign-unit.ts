/** A reporter writes for his own unit only: a figure said in another unit's name must not land in his own table. */
import type { Unit } from '../directory/model.ts';
import type { DirectoryView } from '../directory/view.ts';
import type { UnitId } from '../model.ts';

const header = /填报(?:单位|部门)\s*[:：\t|]?\s*([^\s:：|，,。]{2,30})/;
const lead = /^(?:我)?(?:代|替|帮|为|以)?(?:填|报)?\s*/;
const longestName = 30;

/** The other unit in whose name the words are said: at their beginning, or after 填报单位; null if none is. */
export function foreignUnit(words: string, own: UnitId, view: DirectoryView): Unit | null {
  const headed = header.exec(words)?.[1];
  const named = (headed && view.unitsNamed(headed)) || namedAtStart(words.trim().replace(lead, ''), view);
  return named.length > 0 && !named.some((unit) => unit.id === own) ? (named[0] ?? null) : null;
}

/** The longest name that the words begin with; one of two characters only where the words go on with something else. */
function namedAtStart(words: string, view: DirectoryView): readonly Unit[] {
  for (let length = Math.min(longestName, words.length); length >= 2; length--) {
    const found = view.unitsNamed(words.slice(0, length));
    if (found.length > 0 && (length > 2 || /^[\s:：，,、的]/.test(words.slice(length)))) return found;
  }
  return [];
}
