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
const breaks = /(?<!\d)[,.，．]|[,.，．](?!\d)|[。；;！!？?…\n\r]/g;
const endsSentence = /[^,，]/;

/** Longer ones are no speech, and some patterns look at every pair of characters. */
const longestClause = 120;

/** The clauses of a message, or only those of the sentences that the focus touches. */
export function clausesOf(text: string, focus?: Span): readonly Clause[] {
  const parts = partsOf(text);
  const touched = focus && parts.filter((part) => overlaps(part, focus)).map(({ sentence }) => sentence);
  return parts.filter(({ sentence }) => touched?.includes(sentence) ?? true).map((part) => clause(text, part));
}

/** Where the clauses of a message stand, for whoever asks nothing else of them. */
export function stretchesOf(text: string): readonly Span[] {
  return partsOf(text).map((part) => ({ start: startOf(text, part), end: part.end }));
}

export function overlaps(one: Span, other: Span): boolean {
  return one.end > other.start && one.start < other.end;
}

type Part = Pick<Clause, 'start' | 'end' | 'mark' | 'sentence'>;

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let [start, sentence] = [0, 0];
  const close = (end: number, mark: string): void => {
    for (; end - start > longestClause; start += longestClause)
      parts.push({ start, end: start + longestClause, mark: '', sentence });
    if (end > start || isAsking(mark)) parts.push({ start, end, mark, sentence });
  };
  for (const { index, 0: mark } of text.matchAll(breaks)) {
    close(index, mark);
    if (endsSentence.test(mark)) sentence += 1;
    start = index + 1;
  }
  close(text.length, '');
  return parts;
}

function isAsking(mark: string): boolean {
  return mark === '?' || mark === '？';
}

/** Narrow signs and small letters, each in its place. */
function even(text: string): string {
  const narrowed = text.replace(fullWidth, narrow);
  const small = narrowed.toLowerCase();
  // A letter whose small form is longer would move all offsets.
  return small.length === text.length ? small : narrowed;
}

function narrow(char: string): string {
  return char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

const opening = /^\s*(?:@\S*助手\s*)?/;

function startOf(text: string, { start, end }: Span): number {
  return start + (opening.exec(text.slice(start, end))?.[0].length ?? 0);
}

function clause(text: string, part: Part): Clause {
  const start = startOf(text, part);
  const words = bare(even(text.slice(start, part.end)));
  const told = tells.exec(words);
  return {
    ...part,
    start,
    words,
    mark: even(part.mark),
    head: told ? words.slice(0, told.index + told[0].length) : words,
  };
}

// 通知 is as often a paper as an act: 通知明天发, 通知上写.
const tells =
  /提醒(?![:了过])(?:一?[下遍次声])?|(?<![收看接]到)通知(?!$|[:请上里中书的说已还没未不别明后今下发要先再什谁哪])|告诉(?!我)|告知|(?<!相互|互相)转告|[跟和向给对](?!我)[^说讲]{1,8}[说讲](?=一?[声下]|一?句)/;

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

/** Its dictionary takes longer to open than a message to read: opened by the first message that needs it. */
let segmenter: Intl.Segmenter | undefined;

/** The word in which a character stands: 别 of 特别 is no 别. */
export function wordAt(words: string, at: number): { readonly word: string; readonly start: number } {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const found = segmenter.segment(words).containing(at);
  return found ? { word: found.segment, start: found.index } : { word: '', start: at };
}
