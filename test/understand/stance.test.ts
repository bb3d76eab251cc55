import { describe, expect, test } from 'vitest';
import {
  isPlainOrder,
  isPlainReport,
  isPoliteRequest,
  type Stance,
  stanceOf,
} from '../../src/understand/stance/stance.ts';
import * as groups from './stance-cases.ts';

type Case = (typeof groups.plainOrders)[number];

/** The words without their brackets, and where the bracketed ones stand. */
function asked(said: string): { readonly words: string; readonly focus?: { start: number; end: number } } {
  // [抱拳] is a picture of WeCom's, not a focus.
  const match = /\[(?!(?:抱拳|捂脸)\])([^\]]+)\]/.exec(said);
  if (match?.[1] === undefined) return { words: said };
  const words = said.replace(match[0], match[1]);
  return { words, focus: { start: match.index, end: match.index + match[1].length } };
}

function read(said: string): Stance {
  const { words, focus } = asked(said);
  return stanceOf(words, focus ? { year: 2023, focus } : { year: 2023 });
}

function verdictOf(stance: Stance): string {
  if (isPlainOrder(stance)) return 'plain';
  if (isPlainReport(stance)) return 'done';
  return isPoliteRequest(stance) ? 'request' : 'none';
}

function rightFlags({ verdict, flags }: Case, stance: Stance): readonly string[] {
  const standing = Object.entries(stance).flatMap(([name, stands]) => (stands ? [name] : []));
  // Words that are nothing may be so for more than one reason.
  return verdict === 'none' ? standing.filter((name) => (flags as readonly string[]).includes(name)) : standing;
}

describe.each(Object.entries(groups))('%s', (_, cases) => {
  test.each(cases.map((one) => [one.said, one] as const))('%s', (said, one) => {
    const stance = read(said);
    const expected = one.verdict === 'done' ? ['done'] : [...one.flags];
    expect({ verdict: verdictOf(stance), flags: [...rightFlags(one, stance)].sort() }).toEqual({
      verdict: one.verdict,
      flags: expected.sort(),
    });
  });
});
