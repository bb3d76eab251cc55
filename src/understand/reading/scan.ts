import { opensDecoy, decoyEnd } from './decoy.ts';
import { itemNumber } from './enumerators.ts';
import { negate } from './exact.ts';
import type { LabelIndex } from './label-index.ts';
import { pieceAt, soundAt } from './label-scan.ts';
import { wordAt } from './lexicon.ts';
import { type Measure, measureAt, parseMeasure } from './measure.ts';
import { type Numeral, scanNumeral } from './numeral.ts';
import { beginsNumeral, isAsciiDigit } from './numeral-chars.ts';
import { itemReferenceAt } from './references.ts';
import { isHan } from './script.ts';
import type { NumberToken, Token } from './tokens.ts';
import { longestMatch } from './trie.ts';

const RANGE = /\s*(?:-|~|—{1,2}|至|到|或|、或)\s*/y;
const COLON_LIST = /(?:^|[\s,;、])1[:-]\d[^\n]{0,40}[\s,;、]2[:-]\d/;
/** 一篇都没有. */
const NOT_ONE =
  /一(?:人次|场次|[个条次场篇件份期户项起本张部家人])(?:都|也|还)(?:没有|木有|没|未|无)(?:开展|召开|组织|举办|发生|搞|做|办|发|播|有)?/y;
const PUT_OFF =
  /(?:进行|能|来得及|有|完全|最终)?(?:统计|汇总|核实|确认|核对|核算|整理|收集|收齐|上报|报送|确定|数完|数好|算完|算好|出来|拿到|报(?![道刊纸社])|填|定(?!点)|弄完)/y;
const LOOSE_TAIL = /[多余+]|来(?=[^\d\s])/y;

/** Normalised text as tokens. Every position is consumed once; unknown characters are gathered into runs. */
export function scan(text: string, index: LabelIndex): Token[] {
  const tokens: Token[] = [];
  const clockTimes = !COLON_LIST.test(text);
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
  return dashesAsMarks(tokens);
}

function tokensAt(text: string, at: number, index: LabelIndex, clockTimes: boolean): Token[] | null {
  const code = text.charCodeAt(at);
  const item = itemNumber(code);
  if (item !== null) return [{ type: 'item', start: at, end: at + 1, number: item, certain: true }];
  const references = itemReferenceAt(text, at);
  if (references !== null) return references;
  NOT_ONE.lastIndex = at;
  if (NOT_ONE.test(text))
    return [{ type: 'word', start: at, end: NOT_ONE.lastIndex, kind: 'none', text: '一个都没有' }];
  const negative = isSign(text, at);
  const numberStart = negative ? at + 1 : at;
  const beginsNumber = beginsNumeral(text.charCodeAt(numberStart));
  const piece = pieceAt(index, text, at);
  if ((beginsNumber && !negative) || opensDecoy(text[at] ?? '')) {
    const end = /^\d{2,6}$/.test(text.trim())
      ? -1
      : decoyEnd(text, at, beginsNumber && isDecoyStart(text, at), clockTimes);
    if (end > at && end > (piece?.end ?? 0)) return [{ type: 'decoy', start: at, end }];
  }
  const numeral = beginsNumber ? scanNumeral(text, numberStart) : null;
  const word = wordAt(text, at);
  const group = longestMatch(index.groups, text, at);
  if (
    group !== null &&
    (group.end > (piece?.end ?? 0) || (group.end === piece?.end && piece.exactly.length === 0)) &&
    group.end > (word?.end ?? 0)
  ) {
    return [{ type: 'group', start: at, end: group.end, rows: group.value }];
  }
  const longest = Math.max(word?.end ?? 0, numeral?.end ?? 0);
  if (piece !== null && piece.end >= longest && piece.end > (numeral?.end ?? 0)) return [piece];
  if (word !== null && word.end > (numeral?.end ?? 0)) {
    const heard = soundAt(index, text, at);
    if (heard !== null && heard.end > word.end + 1) return [heard];
    const kind = word.value === 'none' && isPutOff(text, word.end, index) ? 'later' : word.value;
    return [{ type: 'word', start: at, end: word.end, kind, text: text.slice(at, word.end) }];
  }
  if (numeral !== null) return [numberToken(text, at, numeral, negative, index)];
  const heard = isHan(code) ? soundAt(index, text, at) : null;
  if (heard !== null) return [heard];
  return isHan(code) || isLetterLike(text[at] ?? '')
    ? null
    : [{ type: 'break', start: at, end: at + 1, char: text[at] ?? '' }];
}

function isLetterLike(char: string): boolean {
  return /[a-z]/.test(char);
}

function isDecoyStart(text: string, at: number): boolean {
  return at === 0 || !isAsciiDigit(text.charCodeAt(at - 1));
}

/** 负5 and -5 at the beginning of a figure; the dash of 公益广告-3 is settled later. */
function isSign(text: string, at: number): boolean {
  if (text[at] === '负') return true;
  if (text[at] !== '-') return false;
  return !isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(text.charCodeAt(at + 1));
}

function numberToken(text: string, start: number, numeral: Numeral, negative: boolean, index: LabelIndex): NumberToken {
  LOOSE_TAIL.lastIndex = numeral.end;
  const looseTail = LOOSE_TAIL.test(text) && !/^多[了报算填写打加]/.test(text.slice(numeral.end, numeral.end + 2));
  const measureFrom = looseTail ? numeral.end + 1 : numeral.end;
  const measured = measureAfter(text, measureFrom, index);
  let end = measured?.end ?? measureFrom;
  // a hotline's number alone may be a figure or a joke: ask
  let loose = numeral.loose || looseTail || /^(?:12315|12345|12358)$/.test(text.trim());
  RANGE.lastIndex = end;
  if (RANGE.test(text)) {
    const upper = scanNumeral(text, RANGE.lastIndex);
    const dashed = upper !== null && /[-~—至到或]/.test(text.slice(end, RANGE.lastIndex));
    if (upper !== null && dashed) {
      loose = true;
      end = measureAfter(text, upper.end, index)?.end ?? upper.end;
    }
  }
  const percent =
    /^(?:%|‰|成(?![功果立]))/.test(text.slice(numeral.end, numeral.end + 2)) || text[numeral.end] === '倍';
  return {
    type: 'number',
    start,
    end: percent ? Math.max(end, numeral.end + 1) : end,
    value: negative ? negate(numeral.value) : numeral.value,
    measure: measured?.value ?? (text[start - 1] === '¥' ? parseMeasure('元') : null),
    loose,
    negative,
    carriesWan: numeral.carriesWan,
    plain: numeral.plain && !numeral.hasPoint && !negative,
    hasPoint: numeral.hasPoint,
    numeralEnd: numeral.end,
    percent,
  };
}

/** The measure after a numeral, also behind one space; a label that begins there is a label, as in 12案件. */
function measureAfter(text: string, numeralEnd: number, index: LabelIndex): { value: Measure; end: number } | null {
  const at = text[numeralEnd] === ' ' ? numeralEnd + 1 : numeralEnd;
  const hit = measureAt(index.measures, text, at);
  if (hit === null) return null;
  const piece = pieceAt(index, text, at);
  if (piece !== null && piece.end > hit.end) return null;
  if (/[a-z0-9]/.test(text[hit.end - 1] ?? '') && /[a-z0-9]/.test(text[hit.end] ?? '')) return null;
  return { value: hit.value, end: skipAlternative(text, hit.end, index) };
}

/** 册（份） and 场/次: a second measure that belongs to the first. */
function skipAlternative(text: string, end: number, index: LabelIndex): number {
  const opener = text[end];
  if (opener !== '(' && opener !== '/') return end;
  const inner = measureAt(index.measures, text, end + 1);
  if (inner === null) return end;
  if (opener === '/') return inner.end;
  return text[inner.end] === ')' ? inner.end + 1 : end;
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

/** 暂未统计, 没有核实: none is said of the counting, not of what is counted. */
function isPutOff(text: string, at: number, index: LabelIndex): boolean {
  PUT_OFF.lastIndex = at;
  return PUT_OFF.test(text) && pieceAt(index, text, at) === null;
}
