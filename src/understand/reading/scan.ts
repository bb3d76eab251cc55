import { isHan } from '../../domain/as-seen.ts';
import { decoyEnd, opensDecoy } from './decoy.ts';
import { itemNumber } from './enumerators.ts';
import { negate } from './exact.ts';
import type { LabelIndex } from './label-index.ts';
import { pieceAt, soundAt } from './label-scan.ts';
import { wordAt } from './lexicon.ts';
import { numberToken, shareToken } from './number-token.ts';
import { type Numeral, scanNumeral } from './numeral.ts';
import { beginsNumeral, isAsciiDigit } from './numeral-chars.ts';
import { itemReferenceAt } from './references.ts';
import type { FragmentToken, Token } from './tokens.ts';
import { longestMatch, type TrieHit } from './trie.ts';
import type { WordKind } from './vocabulary.ts';
import { withoutSplitWords } from './whole-words.ts';

const COLON_LIST = /(?:^|[\s,;、])1[:-]\d[^\n]{0,40}[\s,;、]2[:-]\d/;
const NOT_ONE =
  /一(?:人次|场次|家次|户次|台次|[个条次场篇件份期户项起本张部家人台辆处座吨只面套名位所幅块公斤])(?:(?:都|也|还)(?:没有|木有|没|未|无)|没有?)(?:开展|召开|组织|举办|发生|搞|做|办|发|播|有)?/y;
const PUT_OFF =
  /(?:进行|能|来得及|有|完全|最终)?(?:统计|汇总|核实|确认|核对|核算|整理|收集|收齐|上报|报送|确定|数完|数好|算完|算好|出来|拿到|报(?![道刊纸社])|填|定(?!点)|弄完|[写印播发办做搞查数开弄]?[完好齐])/y;

/** Normalised text as tokens. Every position is consumed once; unknown characters are gathered into runs. */
export function scan(text: string, index: LabelIndex): Token[] {
  const tokens: Token[] = [];
  // a number alone is a figure, whatever it looks like
  const clockTimes = /^\s*\d{2,6}\s*$/.test(text) ? null : !COLON_LIST.test(text);
  let unknownFrom = -1;
  const flush = (end: number) => {
    if (unknownFrom >= 0) tokens.push(unknownRun(text, index, unknownFrom, end));
    unknownFrom = -1;
  };
  for (let at = 0; at < text.length; ) {
    const found = tokensAt(text, at, index, clockTimes);
    const last = found?.[found.length - 1];
    if (found === null || last === undefined) {
      if (unknownFrom < 0) unknownFrom = at;
      at += 1;
      continue;
    }
    flush(at);
    tokens.push(...found);
    at = last.end;
  }
  flush(text.length);
  return [...withoutSplitWords(withoutTitles(dashesAsMarks(tokens), text), text)];
}

/** What stands at one position while it is decided which reading of it is the longest. */
interface Spot {
  readonly text: string;
  readonly at: number;
  readonly index: LabelIndex;
  readonly negative: boolean;
  readonly piece: FragmentToken | null;
  readonly word: TrieHit<WordKind> | null;
  readonly numeral: Numeral | null;
}

function tokensAt(text: string, at: number, index: LabelIndex, clockTimes: boolean | null): Token[] | null {
  const item = itemNumber(text.charCodeAt(at));
  if (item !== null) return [{ type: 'item', start: at, end: at + 1, number: item, certain: true }];
  const rows = index.lastSeq === 0 || index.lastSeq === index.rows.length ? index.rows.length : 0;
  return (
    itemReferenceAt(text, at, rows, index.countsItems) ??
    noneAt(text, at) ??
    figureOrWordAt(text, at, index, clockTimes)
  );
}

/** 一篇都没有, 一件没有. */
function noneAt(text: string, at: number): Token[] | null {
  NOT_ONE.lastIndex = at;
  if (text[at] !== '一' || !NOT_ONE.test(text)) return null;
  return [{ type: 'word', start: at, end: NOT_ONE.lastIndex, kind: 'none', text: '一个都没有' }];
}

function figureOrWordAt(text: string, at: number, index: LabelIndex, clockTimes: boolean | null): Token[] | null {
  const share = shareToken(text, at, index);
  if (share !== null) return [share];
  const negative = isSign(text, at);
  const numberStart = negative ? at + 1 : at;
  const beginsNumber = beginsNumeral(text.charCodeAt(numberStart));
  const piece = pieceAt(index, text, at);
  if (clockTimes !== null && ((beginsNumber && !negative) || opensDecoy(text[at] ?? ''))) {
    const end = decoyEnd(text, at, beginsNumber && isDecoyStart(text, at), clockTimes);
    if (end > at && end > (piece?.end ?? 0)) return [{ type: 'decoy', start: at, end }];
  }
  if (text[at] === '¥') return [{ type: 'word', start: at, end: at + 1, kind: 'filler', text: '¥' }];
  const numeral = beginsNumber ? scanNumeral(text, numberStart) : null;
  const token = longestAt({ text, at, index, negative, piece, numeral, word: wordAt(text, at) });
  return token === null ? null : [token];
}

/** Group heading, label, office word, numeral, sound: the longest wins, in this order. */
function longestAt(spot: Spot): Token | null {
  const { text, at, index, piece, word, numeral } = spot;
  const group = groupAt(spot);
  if (group !== null) return group;
  const numeralEnd = numeral?.end ?? 0;
  if (piece !== null && piece.end > numeralEnd && piece.end >= (word?.end ?? 0))
    return heardBeyond(spot, piece) ?? piece;
  if (word !== null && word.end > numeralEnd) return soundBeyond(spot, word.end + 1) ?? wordToken(spot, word);
  if (numeral !== null) return numberToken(text, at, numeral, spot.negative, index);
  const char = text[at] ?? '';
  if (isHan(char.charCodeAt(0))) return soundBeyond(spot, at);
  return /[a-z]/.test(char) ? null : { type: 'break', start: at, end: at + 1, char };
}

function groupAt({ text, at, index, piece, word }: Spot): Token | null {
  const group = longestMatch(index.groups, text, at);
  if (group === null || group.end <= (word?.end ?? 0) || group.end < (piece?.end ?? 0)) return null;
  if (group.end === piece?.end && piece.exactly.length > 0) return null;
  return { type: 'group', start: at, end: group.end, rows: group.value };
}

/** 巡查提防: the label in full, by its sound, beats the part of it that is spelt right. */
function heardBeyond({ text, at, index }: Spot, piece: FragmentToken): FragmentToken | null {
  const next = text.charCodeAt(piece.end);
  if (piece.exactly.length > 0 || !isHan(next) || pieceAt(index, text, piece.end) !== null) return null;
  const heard = soundAt(index, text, at);
  return heard !== null && heard.exactly.length > 0 && heard.end > piece.end ? heard : null;
}

function soundBeyond({ text, at, index }: Spot, end: number): Token | null {
  const heard = soundAt(index, text, at);
  return heard !== null && heard.end > end ? heard : null;
}

function wordToken({ text, at, index }: Spot, word: TrieHit<WordKind>): Token {
  const putOff = word.value === 'none' && (isPutOff(text, word.end, index) || text[at - 1] === '还');
  const kind = putOff ? 'later' : word.value;
  return { type: 'word', start: at, end: word.end, kind, text: text.slice(at, word.end) };
}

function isDecoyStart(text: string, at: number): boolean {
  return at === 0 || !isAsciiDigit(text.charCodeAt(at - 1));
}

/** 负5 and -5 at the beginning of a figure; the dash of 公益广告-3 is settled later. */
function isSign(text: string, at: number): boolean {
  if (text[at] === '负') return true;
  if (text[at] !== '-') return false;
  // 案件--4件
  return text[at - 1] !== '-' && !isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(text.charCodeAt(at + 1));
}

function unknownRun(text: string, index: LabelIndex, start: number, end: number): Token {
  const run = text.slice(start, end);
  const short = run.length === 2 ? index.abbreviations.get(run) : undefined;
  if (short === undefined) return { type: 'unknown', start, end };
  return { type: 'fragment', start, end, rows: short.rows, exactly: [], weight: short.weight, guessed: true };
}

/** 公益广告-3条 抖音-12条: where several labels carry a dash it is no sign. */
function dashesAsMarks(tokens: Token[]): Token[] {
  const dashed = tokens.filter(
    (token, at) => token.type === 'number' && token.negative && tokens[at - 1]?.type === 'fragment',
  );
  if (dashed.length < 2) return tokens;
  return tokens.map((token) => {
    if (token.type !== 'number' || !dashed.includes(token)) return token;
    return { ...token, negative: false, value: negate(token.value), start: token.start + 1 };
  });
}

const title = /《[^》\n]{1,40}》/g;

/** 《致消费者的一封信》: a title holds no figures. */
function withoutTitles(tokens: Token[], text: string): Token[] {
  if (!text.includes('《')) return tokens;
  const titles = [...text.matchAll(title)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  return tokens.map((token) => {
    const within = titles.some(({ start, end }) => start <= token.start && token.end <= end);
    return token.type === 'number' && within ? { type: 'unknown', start: token.start, end: token.end } : token;
  });
}

/** 暂未统计, 没有核实: none is said of the counting, not of what is counted. */
function isPutOff(text: string, at: number, index: LabelIndex): boolean {
  PUT_OFF.lastIndex = at;
  return PUT_OFF.test(text) && pieceAt(index, text, at) === null;
}
