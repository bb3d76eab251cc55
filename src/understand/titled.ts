/** Which of a unit's tables the words name, by its title or a part of it. */
import { literal } from '../domain/literal.ts';
import type { Expected } from '../domain/submission/expecting.ts';

/** The table whose title stands in the words, which is no label of a row, if one does; else all of them. */
export function titled(
  text: string,
  returns: readonly Expected[],
): { readonly words: string; readonly candidates: readonly Expected[] } {
  const tables = returns.filter(({ context }) => context !== null);
  if (tables.length < 2) return { words: text, candidates: returns };
  const named = tables.filter(({ context }) => context && text.includes(context.form.title));
  const title = named[0]?.context?.form.title;
  if (named.length === 1 && title !== undefined)
    return { words: text.replace(new RegExp(`[《“]?${literal(title)}[》”]?[:：，,\\s]*`), ''), candidates: named };
  return calledInShort(text, tables) ?? { words: text, candidates: returns };
}

const shortTitle =
  /^\s*(?:把|在|请?改?)?[《“]?([\u4e00-\u9fff]{2,14}?)(?:统计|报)?表(?:里|中|上)?的?[》”]?(?:里|中|上)?的?[:：，,\s]*/;

/** 培训表第2项40, 《宣传培训统计表》第1项改成2: by a part of its title. */
function calledInShort(text: string, tables: readonly Expected[]) {
  const [said = '', stem] = shortTitle.exec(text) ?? [];
  if (stem === undefined) return null;
  const called = tables.filter(({ title, context }) =>
    [title, context?.form.title ?? ''].some((one) => one.includes(stem)),
  );
  return called.length === 1 ? { words: text.slice(said.length), candidates: called } : null;
}
