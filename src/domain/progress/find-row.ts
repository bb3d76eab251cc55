/** Which row of a form a leader means by a few words ("公益广告"). */
import type { Form, FormRow } from '../form.ts';

/** By number (第2项), by label or alias, else by the only row that shares at least two characters in a row with the words. */
export function findRow(form: Form, words: string): FormRow | undefined {
  const text = words.replace(/[\s的]/g, '');
  const numbered = /^第?(\d+)[项行]?$/.exec(text);
  if (numbered) return form.rows.find((row) => row.no === Number(numbered[1]));
  const named = form.rows.filter((row) =>
    [row.label, ...row.aliases].some((name) => name.includes(text) || text.includes(name)),
  );
  if (named.length === 1) return named[0];
  const scored = (named.length > 0 ? named : form.rows).map((row) => ({ row, shared: longestShared(row.label, text) }));
  const best = Math.max(0, ...scored.map(({ shared }) => shared));
  const winners = scored.filter(({ shared }) => shared === best);
  return best >= 2 && winners.length === 1 ? winners[0]?.row : undefined;
}

/** Length of the longest run of characters that both texts contain. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < b.length; start++)
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) longest += 1;
  return longest;
}
