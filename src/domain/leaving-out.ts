/** 除黄浦外, 黄浦除外, 不含黄浦: how words leave somebody out of what they name. What it is that is left out others find. */

const name = '[^，,。；;：:（）()\\n]';
const but = '[，,、（(\\s]*(?:但是?|不过|其中)?(?:把|将)?';
/** 解除, 移除 leave nobody out. */
const except = '(?<![解删移剔去扣清免拆消废])(?:排)?除';
const wordings = [
  `${except}(?:了|去|开)?(?<outside>${name}{1,60}?)(?:之外|以外|外)(?!来|地|部|卖|墙|国|语|籍|企|资)的?`,
  `${except}(?:了|去|开)?(?<beside>${name}{1,60}?)(?=都|其[他它余]|剩下|另外)`,
  `${except}(?:了|去|开)(?<alone>${name}{1,60}?)(?=[，,）)]|$)`,
  `(?<behind>${name}{1,60}?)(?:除外|排除在外|不算在内|不在内|不在此列)`,
  '不(?:包括|包含|含)(?<without>[^，,。；;：:（）()\\n]{1,60}?)(?=的|[，,）)]|$)',
];
const wording = `${but}(?:${wordings.join('|')})[）)]?[，,\\s]*`;
const all = new RegExp(wording, 'g');
const first = new RegExp(`^${wording}`);
/** Most words leave nobody out. */
const hint = /除|不[含包]|不算在内|不在/;

export interface LeftOut {
  /** The words without it. */
  readonly words: string;
  /** Whom it names, each in its own words. */
  readonly names: readonly string[];
}

/** Null where nothing is left out. */
export function leftOutOf(words: string): LeftOut | null {
  if (!hint.test(words)) return null;
  const names: string[] = [];
  const rest = words.replace(all, (_match, ...groups: unknown[]) => {
    names.push(nameIn(groups.at(-1) as Record<string, string | undefined>));
    return ' ';
  });
  return names.length === 0 ? null : { words: rest.trim(), names };
}

/** Who is left out at the beginning of the words, and how much of them says so; null where they begin otherwise. */
export function leftOutAt(words: string): { readonly name: string; readonly length: number } | null {
  const match = hint.test(words) ? first.exec(words) : null;
  return match && { name: nameIn(match.groups ?? {}), length: match[0].length };
}

function nameIn(groups: Readonly<Record<string, string | undefined>>): string {
  return Object.values(groups).find((one) => one !== undefined) ?? '';
}

/** What may stand before or behind the names in an order, for its frame: `除黄浦外，`, `（黄浦除外）`. */
export const leavingOutBefore = `(?:除[^，,。；;：:\\d\\n]{1,60}?外[，,]\\s*)`;
export const leavingOutBehind = `(?:[，,（\\(\\s]+(?:但是?|不过)?(?:除[^，,。；;：:\\d\\n]{1,60}|[^，,。；;：:\\d\\n]{1,60}除外|不(?:包括|包含|含)[^，,。；;：:\\d\\n]{1,60})[）)]?)`;
