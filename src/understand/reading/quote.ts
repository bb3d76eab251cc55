import { blank, normaliseText, type Plain } from './plain.ts';

/** The message without what was quoted, and the quoted words if they were the bot's. */
export interface Unquoted {
  readonly plain: Plain;
  readonly quoted: string | null;
}

const RULE = /(?:^|\n)\s*(?:[-—_=]\s?){5,}\s*(?=\n|$)/g;
/** What stands behind a quotation: the end of its line, or the rule under it. */
const AFTER_QUOTE = /^\s*(?:\n|$|[-—_=]{3,}|(?:- ){3,})/;
/** “抖音是多少条？” with a rule under it. */
const RULED = /^\s*"([^"]*)"\s*\n\s*(?:[-—_=]\s?){5,}/;
/** `「王丽：`: whose words are quoted. */
const QUOTED_SPEAKER = /^「[^\n「」:]{1,30}:/;
const LINE_QUOTE = /^>[^\n]*(?:\n|$)/gm;
const ASKING = /请|几|多少|数量|填报|回复/;

/** Quoted messages hold no values; the bot's own prompt names the row. */
export function unquote(plain: Plain, botNames: readonly string[]): Unquoted {
  let { plain: current, quoted } = withoutRuled(plain, botNames);
  const begin = current.text.length - current.text.trimStart().length;
  const end = current.text[begin] === '「' ? quoteEnd(current.text, begin) : null;
  if (end !== null) {
    const inner = current.text.slice(begin + 1, end).replace(/」$/, '');
    current = blank(current, begin, end);
    if (isPrompt(inner, botNames)) quoted = inner;
  }
  if (current.text.includes('>')) {
    for (const line of current.text.matchAll(LINE_QUOTE)) {
      current = blank(current, line.index, line.index + line[0].replace(/\n$/, '').length);
      if (isPrompt(line[0].slice(1), botNames)) quoted ??= line[0].slice(1);
    }
  }
  if (!/[-—_=] ?[-—_=] ?[-—_=]/.test(current.text)) return { plain: current, quoted };
  for (const rule of current.text.matchAll(RULE)) current = blank(current, rule.index, rule.index + rule[0].length);
  return { plain: current, quoted };
}

function withoutRuled(plain: Plain, botNames: readonly string[]): Unquoted {
  const [whole, inner = ''] = RULED.exec(plain.text) ?? [];
  if (whole === undefined) return { plain, quoted: null };
  return { plain: blank(plain, 0, whole.length), quoted: isPrompt(inner, botNames) ? inner : null };
}

/**
 * Where the quotation ends that a text begins with: at the bracket that closes it, quotations inside it counted. One whose end
 * was cut off reaches to the last rule, or to the end where somebody's words are quoted; null where it is none.
 */
function quoteEnd(text: string, begin: number): number | null {
  let depth = 0;
  for (let at = begin; at < text.length; at += 1) {
    if (text[at] === '「') depth += 1;
    else if (text[at] === '」') depth -= 1;
    if (depth === 0) return AFTER_QUOTE.test(text.slice(at + 1, at + 80)) ? at + 1 : null;
  }
  const rule = [...text.matchAll(RULE)].at(-1);
  if (rule) return rule.index;
  return QUOTED_SPEAKER.test(text.slice(begin)) ? text.length : null;
}

/** The quoted text that the platform hands over apart, where it is the bot's own prompt. */
export function promptIn(quoted: string, botNames: readonly string[]): string | null {
  return isPrompt(quoted, botNames) ? normaliseText(quoted) : null;
}

function isPrompt(text: string, botNames: readonly string[]): boolean {
  return botNames.some((name) => text.trimStart().startsWith(name)) || ASKING.test(text);
}

const QUOTED_CELLS = /^"[^"\n]{0,40}"(?:,"[^"\n]{0,40}")+$/gm;

/** "公益广告","3": the cells of a pasted CSV file, with tabs for the marks between them. */
export function unquoteCells(plain: Plain): Plain {
  if (!plain.text.startsWith('"')) return plain;
  const text = plain.text.replace(QUOTED_CELLS, (line) => line.replaceAll('","', ' \t ').replaceAll('"', ' '));
  return text === plain.text ? plain : { ...plain, text };
}

const NAMED_LIKE_BOT = /@[\u4e00-\u9fffa-z0-9]{0,10}?(?:机器人|小助手|助手|督办|bot)/g;
const MENTION = /@[^\s@,。:;、!?]{1,30}/g;

/** @督办助手 and other mentions, also glued to the text that follows. */
export function unmention(plain: Plain, botNames: readonly string[]): Plain {
  if (!plain.text.includes('@')) return plain;
  let current = plain;
  for (const name of [...botNames].sort((left, right) => right.length - left.length)) {
    for (let at = current.text.indexOf(`@${name}`); at >= 0; at = current.text.indexOf(`@${name}`)) {
      current = blank(current, at, at + name.length + 1);
    }
  }
  for (const match of current.text.matchAll(NAMED_LIKE_BOT))
    current = blank(current, match.index, match.index + match[0].length);
  for (const match of current.text.matchAll(MENTION)) {
    const end = match.index + match[0].length;
    const glued = end >= current.text.length && /\d|[没无]/.test(match[0]);
    current = blank(current, match.index, glued ? match.index + 1 : end);
  }
  return current;
}
