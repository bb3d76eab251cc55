/** Which order a message is, if it is one, by the frames that the rooms declare. The reader itself knows no order. */
import type { Frame, OrderKind, Slots } from '../../domain/room.ts';
import { type Afterthought, afterthoughtIn, endsTakenBack } from '../stance/afterthought.ts';
import type { Span } from '../stance/clause.ts';
import { isAside, isPlainOrder, isPlainReport, type Stance, stanceOf } from '../stance/stance.ts';
import { keywordsOf } from './keywords.ts';
import { plainWords } from './plain-words.ts';
import { createScreen } from './screen.ts';

/** Something that can be ordered: how it is said, and how far it binds. */
export interface Orderable<O> {
  readonly frames: readonly Frame<O>[];
  readonly kind: OrderKind;
}

export interface Said<O> {
  readonly order: O;
  /** Said with the confirmation in it. */
  readonly confirmed: boolean;
  /** Sounds like the order and is none. */
  readonly vetoed: boolean;
  /** Given and taken back in one breath: 退回静安区局，算了先不退. */
  readonly takenBack: boolean;
  /** What is passed on may end in words for the bot: 这样写行不行. */
  readonly unsure: boolean;
  /** To be carried out, with nothing of another's words in it: another order may follow. */
  readonly acts: boolean;
  /** Its end is another's words, however long. */
  readonly passesOn: boolean;
}

export interface Lexicon<O> {
  read(text: string, year?: number): Said<O> | null;
  /** The order that one stretch of a longer message gives, which binds only if all of the message lets it. */
  readBeside(text: string, stretch: Span, year?: number): O | null;
}

interface Found<O> {
  readonly order: O;
  readonly of: Orderable<O>;
  readonly denies: boolean;
  readonly forAnother: boolean;
  readonly verbatim: boolean;
  /** The words at the end that are only passed on. */
  readonly passedOn: string;
}

/** Long messages are replies or reports, never orders; an answer to a question may be longer, a message to be passed on is. */
const longestOrder = 200;

export function createLexicon<O>(orderables: Iterable<Orderable<O>>): Lexicon<O> {
  const all = [...orderables].flatMap((of) => of.frames.map((frame) => ({ frame, of, words: keywordsOf(frame.says) })));
  // Loose frames last: 公益广告汇总 is a row's total only if no room knows it as something else.
  const ordered = [...all.filter(({ frame }) => !frame.loose), ...all.filter(({ frame }) => frame.loose)];

  const short = createScreen(ordered);
  const long = createScreen(ordered.filter(({ frame }) => frame.verbatim));
  const beside = createScreen(ordered.filter(({ frame }) => frame.beside));

  function find(words: string, text: string): Found<O> | null {
    if (words === '') return null;
    // The length comes first: no pattern looks at what is too long for it.
    return firstFound(words.length > longestOrder ? long : short, words, text);
  }

  function firstFound(mayFit: typeof short, words: string, text: string): Found<O> | null {
    for (const { frame, of } of mayFit(words)) {
      const found = fits(frame, words, text);
      if (found) return { of, ...found };
    }
    return null;
  }

  function findWhole(all: readonly string[], text: string): Found<O> | null {
    for (const words of all) {
      const found = find(words, text);
      if (found) return found;
    }
    return null;
  }

  return {
    read(text, year) {
      const plain = plainWords(text);
      const whole = findWhole(plain, text);
      const bare = withoutConfirmation(plain[0] ?? '');
      const confirmed = bare === null ? null : find(bare, text);
      // 确认绑定1 is an order of its own; a frame that takes 确认截止改到… whole has the confirmation in its slots.
      const isConfirmed = confirmed !== null && (whole === null || (whole.of === confirmed.of && !whole.verbatim));
      const found = isConfirmed ? confirmed : whole;
      if (!found) return null;
      const passesOn = found.passedOn !== '';
      const acts = found.of.kind === 'act' && !passesOn;
      const after = afterthoughtOf(found, text);
      const doubted = after !== null && (after === 'taken-back' || !found.verbatim);
      const vetoed = doubted || isVetoed(text, found, year);
      const takenBack = vetoed && after === 'taken-back';
      return {
        order: found.order,
        confirmed: isConfirmed,
        vetoed,
        takenBack,
        unsure: after === 'unsure',
        acts,
        passesOn,
      };
    },
    readBeside(text, { start, end }, year) {
      const [words = ''] = plainWords(text.slice(start, end));
      const found = words === '' ? null : firstFound(beside, words, text);
      if (!found) return null;
      const stance = stanceOf(text, { focus: { start, end }, ...(year === undefined ? {} : { year }) });
      const binds = found.of.kind === 'ask' ? !isAside(stance) : isPlainReport(allowed(stance, found));
      return binds ? found.order : null;
    },
  };
}

function fits<O>(frame: Frame<O>, words: string, text: string): Omit<Found<O>, 'of'> | null {
  const { verbatim = false, denies = false, forAnother = false, passesOn = '' } = frame;
  const match = frame.says.exec(words);
  if (!match) return null;
  const order = frame.make(verbatim ? asTyped(frame, match, words, text) : slotsOf(match));
  return order && { order, denies, forAnother, verbatim, passedOn: match.groups?.[passesOn] ?? '' };
}

function slotsOf(match: RegExpExecArray): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, words]) => [name, (words ?? '').trim()]));
}

/** What is passed on with all that was taken off its end as courtesy or punctuation. */
function asTyped({ passesOn = '' }: Frame<unknown>, match: RegExpExecArray, words: string, text: string): Slots {
  const { length } = match.groups?.[passesOn] ?? '';
  return { ...slotsOf(match), [passesOn]: text.slice(text.indexOf(words) + words.length - length).trim() };
}

function isVetoed(
  text: string,
  { of: { kind }, denies, forAnother, passedOn }: Pick<Found<unknown>, 'of' | 'denies' | 'forAnother' | 'passedOn'>,
  year: number | undefined,
): boolean {
  if (kind === 'ask') return false;
  const said = stanceOf(weighed(text, passedOn), {
    ...(year === undefined ? {} : { year }),
    ...(passedOn === '' ? {} : { focus: { start: 0, end: text.lastIndexOf(passedOn) } }),
  });
  const stance = allowed(said, { denies, forAnother });
  return kind === 'act' ? !isPlainOrder(stance) : !isPlainReport(stance);
}

function afterthoughtOf({ of: { kind }, passedOn, verbatim }: Found<unknown>, text: string): Afterthought | null {
  if (passedOn !== '') return afterthoughtIn(passedOn, !verbatim);
  return kind === 'act' && endsTakenBack(text) ? 'taken-back' : null;
}

function allowed(said: Stance, { denies, forAnother }: Pick<Found<unknown>, 'denies' | 'forAnother'>): Stance {
  return { ...said, negated: said.negated && !denies, reported: said.reported && !forAnother };
}

/** What is passed on is a clause of its own, though a space parts none: 送回甲局 可以吗 asks. After a colon nothing of it counts. */
function weighed(text: string, passedOn: string): string {
  const at = passedOn === '' ? text.length : text.lastIndexOf(passedOn);
  if (at === text.length || /[：:]\s*$/.test(text.slice(0, at))) return text.slice(0, at);
  return `${text.slice(0, at)}，${text.slice(at)}`;
}

/** `确认发布方案`, `发布方案，确认`: the order that is confirmed in the same breath; null if it is not. */
function withoutConfirmation(words: string): string | null {
  const bare = /^(?:我)?确认[,，\s]*(\S.+)$|^(\S.+?)[,，\s]+(?:我)?确认(?:办理|无误)?$/s.exec(words);
  return bare?.[1] ?? bare?.[2] ?? null;
}
