/** In which stance words are said, so that nothing is done that was not ordered. */
import { type Clause, clausesOf, overlaps, type Span } from './clause.ts';
import { isConditional, setsCondition } from './condition.ts';
import { isNegated } from './negation.ts';
import { isAskedOf, isQuestion, isTag } from './question.ts';
import { isDone, isFuture, isOfOtherYear, isScene, namesAct, setsLater } from './time.ts';
import {
  callsPeople,
  goesOnQuoting,
  isOfAnother,
  isOwn,
  isQuoted,
  isToOthers,
  isWished,
  namesSource,
  opensQuotation,
  quotesAnother,
} from './voice.ts';

/** How words are meant: what keeps an order from being carried out, or a report from being taken as one. */
export interface Stance {
  /** 提交？ 截止了吗 几点到岗 要不要催 催一下行不行 */
  readonly question: boolean;
  /** A question that asks for a deed: 能不能催一下徐汇, 帮我看下进度好吗 */
  readonly request: boolean;
  /** 不能到岗 别发 先不提交 没有报送 */
  readonly negated: boolean;
  /** Not yet done: 明天到岗 稍后提交 马上到 准备报送 */
  readonly future: boolean;
  /** A condition, or a reminder to people: 截止填报前记得核对 如果没报就催 等齐了再提交 */
  readonly conditional: boolean;
  /** Another's word, or another person: 王科说总结已报送 听说已经截止 甲同志替我到岗 */
  readonly reported: boolean;
  /** Another year than the campaign's: 去年的总结已报送OA */
  readonly otherYear: boolean;
  /** 收到请回复 请各单位提交 大家记得到岗 */
  readonly toOthers: boolean;
  /** A wish, an opinion, a guess: 想提交 要是能延期就好了 我觉得该催 应该到了 */
  readonly wished: boolean;
  /** Done already, so a report and no order: 方案已发布 徐汇催过了 */
  readonly done: boolean;
}

export interface StanceOptions {
  /** The campaign's year; without it only words like 去年 name another. */
  readonly year?: number;
  /** The words asked about, in UTF-16 units; without it, all of them. */
  readonly focus?: Span;
}

/**
 * How words are meant. Decided clause by clause: other clauses count only where grammar says so, as in 要是…，就…, 等…，再…, 王科说，… and …，行吗.
 * Without a focus, whatever one of the clauses says counts for all.
 */
export function stanceOf(words: string, { year, focus }: StanceOptions = {}): Stance {
  const clauses = clausesOf(words, focus);
  const asked = clauses.flatMap((clause, at) =>
    focus && !overlaps(clause, focus) ? [] : [{ clause, stance: clauseStance(clauses, at, { year, focus }) }],
  );
  const stance = asked.map((one) => one.stance).reduce(merge, nothing);
  // 刚才填错了，撤回上一条: what the last act is, is what is meant.
  const last = asked.findLast(({ clause }) => namesAct(clause))?.stance ?? stance;
  return { ...stance, done: last.done, reported: stance.reported || isQuoted(words, focus) };
}

const nothing: Stance = {
  question: false,
  request: false,
  negated: false,
  future: false,
  conditional: false,
  reported: false,
  otherYear: false,
  toOthers: false,
  wished: false,
  done: false,
};

function merge(one: Stance, other: Stance): Stance {
  return {
    question: one.question || other.question,
    request: one.request || other.request,
    negated: one.negated || other.negated,
    future: one.future || other.future,
    conditional: one.conditional || other.conditional,
    reported: one.reported || other.reported,
    otherYear: one.otherYear || other.otherYear,
    toOthers: one.toOthers || other.toOthers,
    wished: one.wished || other.wished,
    done: one.done || other.done,
  };
}

interface Asked {
  readonly year: number | undefined;
  readonly focus: Span | undefined;
}

function clauseStance(clauses: readonly Clause[], at: number, { year, focus }: Asked): Stance {
  const clause = clauses[at] as Clause;
  const before = clauses.slice(0, at).filter(({ sentence }) => sentence === clause.sentence);
  const next = clauses[at + 1];
  const scene = before.at(-1);
  const set = scene && isScene(scene) ? scene : null;
  const tagged = next !== undefined && next.sentence === clause.sentence && isTag(next);
  const question = tagged || isQuestion(clause);
  return {
    question,
    request: question && (tagged || isAskedOf(clause)),
    negated: isNegated(clause),
    future: isFuture(clause) || (set !== null && setsLater(set) && isFuture(set)),
    conditional: isConditional(clause) || before.some(setsCondition),
    reported: isReported(clause, before, next),
    otherYear: isOfOtherYear(clause, year) || (set !== null && isOfOtherYear(set, year)),
    toOthers: isToOthers(clause, focus) || (scene !== undefined && callsPeople(scene) && !isOwn(clause)),
    wished: isWished(clause),
    done: isDone(clause),
  };
}

function isReported(clause: Clause, before: readonly Clause[], next: Clause | undefined): boolean {
  if (quotesAnother(clause) || isOfAnother(clause)) return true;
  if (next?.sentence === clause.sentence && namesSource(next)) return true;
  const last = before.at(-1);
  if (goesOnQuoting(clause)) return true;
  if (last === undefined) return false;
  if (opensQuotation(last)) return true;
  return !isOwn(clause) && before.some(quotesAnother);
}

/**
 * Whether words said so may be carried out as an order: said plainly, now, by the speaker.
 * Ways of not meaning it have no end: before an act that cannot be undone, `unexplained` must be empty as well.
 */
export function isPlainOrder(stance: Stance): boolean {
  return isPlainReport(stance) && !stance.done;
}

/** Whether they may be taken as a report of something done (总结已报送OA, 到岗): plain, past or present, own. */
export function isPlainReport(stance: Stance): boolean {
  return !stance.question && isUnhindered(stance);
}

/** Whether words only speak of what they name, whatever it is: they ask about it, or it is another's, told to others, under a condition. */
export function isAside({ question, conditional, reported, otherYear, toOthers }: Stance): boolean {
  return question || conditional || reported || otherYear || toOthers;
}

/** A deed asked for in the form of a question: answered where it only reads, asked back where it acts. */
export function isPoliteRequest(stance: Stance): boolean {
  return stance.question && stance.request && isUnhindered(stance) && !stance.done;
}

function isUnhindered({ negated, future, conditional, reported, otherYear, toOthers, wished }: Stance): boolean {
  return !(negated || future || conditional || reported || otherYear || toOthers || wished);
}
