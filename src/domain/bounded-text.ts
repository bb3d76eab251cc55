/** A text as patterns may meet it: no run in it is longer than anybody writes on purpose. */

const longestRun = 60;
/** Looking for a run again and again from inside it is what makes patterns slow: 绑定 and three thousand commas. */
const longRun = new RegExp(`([\\s\\p{P}\\p{S}]{${longestRun}})[\\s\\p{P}\\p{S}]+`, 'gu');

/** Runs of spaces, punctuation and signs cut to sixty; nothing else is changed. */
export function withBoundedRuns(text: string): string {
  return text.length <= longestRun ? text : text.replace(longRun, '$1');
}
