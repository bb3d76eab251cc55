import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  isPlainOrder,
  isPlainReport,
  isPoliteRequest,
  type Stance,
  stanceOf,
} from '../../src/understand/stance/stance.ts';

/**
 * Verdict, flag that must stand, what is said; brackets hold the words asked about. The verdicts:
 * - `plain`: an order or a report, whichever the words name; no flag may stand
 * - `done`: a report, and for that very reason no order
 * - `request`: asked for politely, in the form of a question
 * - `none`: nothing is done
 */
const everyCase = readFileSync(new URL('./fixtures/stance.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [verdict = '', flag = '', said = ''] = line.split('\t');
    return { verdict, flag, said };
  });

/** The words without their brackets, and where the bracketed ones stand. */
function asked(said: string): { readonly words: string; readonly focus?: { start: number; end: number } } {
  // [抱拳] is a picture of WeCom's, not a focus.
  const match = /\[(?!(?:抱拳|捂脸|强)\])([^\]]+)\]/.exec(said);
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

function flagsOf(stance: Stance): readonly string[] {
  return Object.entries(stance).flatMap(([name, stands]) => (stands ? [name] : []));
}

const allFlags: Readonly<Record<string, readonly string[]>> = {
  plain: [],
  done: ['done'],
  request: ['question', 'request'],
};

test.each(everyCase.map((one) => [one.verdict, one.flag, one.said]))('%s %s: %s', (verdict, flag, said) => {
  const stance = read(said);
  expect(verdictOf(stance)).toBe(verdict);
  // Words that are nothing may be so for more than one reason; the others have no flag but their own.
  if (verdict !== 'none') expect(flagsOf(stance)).toEqual(allFlags[verdict]);
  else if (flag !== '') expect(flagsOf(stance)).toContain(flag);
});

test('the table is large, and half of it traps', () => {
  const traps = everyCase.filter(({ verdict }) => verdict === 'none' || verdict === 'request');
  expect(everyCase.length).toBeGreaterThan(700);
  expect(traps.length / everyCase.length).toBeGreaterThan(0.5);
});

test.each([
  ['narrow punctuation', (said: string) => said.replace(/，/g, ',').replace(/？/g, '?')],
  ['wide punctuation', (said: string) => said.replace(/,/g, '，').replace(/\?/g, '？')],
  ['a blank behind each comma', (said: string) => said.replace(/，(?!\[)/g, '， ')],
  ['a blank at the end', (said: string) => `${said} `],
  ['a picture at the end', (said: string) => (/[？?]$/.test(said) ? said : `${said}🙏`)],
])('%s changes nothing', (_, change) => {
  for (const { said } of everyCase) expect([said, read(change(said))]).toEqual([said, read(said)]);
});

test('another sentence changes nothing about the words asked about', () => {
  for (const { said } of everyCase) {
    const { words, focus = { start: 0, end: words.length } } = asked(said);
    const alone = stanceOf(words, { year: 2023, focus });
    // A sentence must have ended before another begins.
    const ended = /[？?]$/.test(words) ? words : `${words}。`;
    expect([said, stanceOf(`${ended}去年的别发，行吗？`, { year: 2023, focus })]).toEqual([said, alone]);
    const shifted = { start: focus.start + 9, end: focus.end + 9 };
    expect([said, stanceOf(`如果没报就别发了。${words}`, { year: 2023, focus: shifted })]).toEqual([said, alone]);
  }
});

test('a message without marks is read to its end, however long', () => {
  expect(stanceOf(`${'再核对一下名单'.repeat(3000)}先不提交`).negated).toBe(true);
});

test('calling the bot changes nothing', () => {
  for (const { said } of everyCase) expect([said, read(`@督办助手 ${said}`)]).toEqual([said, read(said)]);
});

test('without a year only words tell another one', () => {
  expect(stanceOf('2021年总结已报送').otherYear).toBe(false);
  expect(stanceOf('去年的总结已报送').otherYear).toBe(true);
  expect(stanceOf('2021年总结已报送', { year: 2021 }).otherYear).toBe(false);
});

test('a question asks the clause that it ends, not the one before', () => {
  const words = '催一下徐汇，黄浦交了吗？';
  expect(isPlainOrder(stanceOf(words, { focus: { start: 0, end: 5 } }))).toBe(true);
  expect(stanceOf(words).question).toBe(true);
});
