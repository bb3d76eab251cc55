/** A message as clauses: what belongs together in grammar, and what only stands beside it. */

/** Offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Clause extends Span {
  readonly words: string;
  /** The words up to what is to be told to others: 提醒徐汇不要迟报 forbids the bot nothing. */
  readonly head: string;
  /** The mark that ends it, empty at the end of the message. */
  readonly mark: string;
  /** Clauses of one sentence share its number. */
  readonly sentence: number;
}

const fullWidth = /[\uff01-\uff5e\u3000]/g;
// A comma or a stop within a number ends nothing.
const breaks = /(?<!\d)[,.]|[,.](?!\d)|[，。;!?…\n\r]/g;
const endsSentence = /[^,，]/;

export function clausesOf(text: string): readonly Clause[] {
  const words = text.replace(fullWidth, narrow).toLowerCase();
  const even = words.length === text.length ? words : text;
  const clauses: Clause[] = [];
  let [start, sentence] = [0, 0];
  for (const { index, 0: mark } of even.matchAll(breaks)) {
    if (index > start || mark === '?') clauses.push(clause(even, { start, end: index }, mark, sentence));
    if (endsSentence.test(mark)) sentence += 1;
    start = index + 1;
  }
  if (start < even.length) clauses.push(clause(even, { start, end: even.length }, '', sentence));
  return clauses;
}

function narrow(char: string): string {
  return char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

function clause(text: string, { start, end }: Span, mark: string, sentence: number): Clause {
  const words = bare(text.slice(start, end));
  const told = tells.exec(words);
  return { start, end, words, head: told ? words.slice(0, told.index + told[0].length) : words, mark, sentence };
}

// 通知 is as often a paper as an act: 通知明天发, 通知上写.
const tells =
  /提醒(?![:了过])(?:一?[下遍次声])?|通知(?!$|[:上里中书的说已还没未不别明后今下发要先再什谁哪])|告诉(?!我)|告知|(?<!相互|互相)转告|[跟和向给对](?!我)[^说讲]{1,8}[说讲](?=一?[声下]|一?句)/;

/** Where telling others begins in a clause, or -1. */
export function tellsAt({ words }: Clause): number {
  return words.search(tells);
}

const ornament =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u200b|\ufeff|[~～`]|\[[\u4e00-\u9fff]{1,4}\]/gu;

/** Pictures and flourishes give way to spaces, so that offsets stay and particles end their clause. */
function bare(words: string): string {
  return words.replace(ornament, (picture) => ' '.repeat(picture.length)).trimEnd();
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The word in which a character stands: 别 of 特别 is no 别. */
export function wordAt(words: string, at: number): { readonly word: string; readonly start: number } {
  const found = segmenter.segment(words).containing(at);
  return found ? { word: found.segment, start: found.index } : { word: '', start: at };
}
