/** Which order a message is, if it is one, by the frames that the rooms declare. The reader itself knows no order. */
import type { Frame, OrderKind } from '../../domain/room.ts';
import { isPlainOrder, isPlainReport, stanceOf } from '../stance/stance.ts';
import { plainWords } from './plain-words.ts';

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
}

export interface Lexicon<O> {
  read(text: string, year?: number): Said<O> | null;
}

interface Found<O> {
  readonly order: O;
  readonly kind: OrderKind;
  /** The words at the end that are only passed on. */
  readonly passedOn: string;
}

/** Long messages are replies or reports, never orders; an answer to a question may be longer. */
const longestOrder = 200;

export function createLexicon<O>(orderables: Iterable<Orderable<O>>): Lexicon<O> {
  const all = [...orderables].flatMap(({ frames, kind }) => frames.map((frame) => ({ frame, kind })));
  // Loose frames last: 公益广告汇总 is a row's total only if no room knows it as something else.
  const ordered = [...all.filter(({ frame }) => !frame.loose), ...all.filter(({ frame }) => frame.loose)];

  function find(words: string): Found<O> | null {
    if (words === '' || words.length > longestOrder) return null;
    for (const { frame, kind } of ordered) {
      const match = frame.says.exec(words);
      const order = match && frame.make(slotsOf(match));
      if (order) return { order, kind, passedOn: match.groups?.[frame.passesOn ?? ''] ?? '' };
    }
    return null;
  }

  return {
    read(text, year) {
      for (const words of plainWords(text)) {
        const found = find(words);
        if (found) return { order: found.order, confirmed: false, vetoed: isVetoed(text, found, year) };
      }
      const bare = withoutConfirmation(text);
      const found = bare === null ? null : find(bare);
      return found && { order: found.order, confirmed: true, vetoed: isVetoed(text, found, year) };
    },
  };
}

function slotsOf(match: RegExpExecArray): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, words]) => [name, (words ?? '').trim()]));
}

function isVetoed(text: string, { kind, passedOn }: Found<unknown>, year: number | undefined): boolean {
  if (kind === 'ask') return false;
  const stance = stanceOf(apart(text, passedOn), {
    ...(year === undefined ? {} : { year }),
    ...(passedOn === '' ? {} : { focus: { start: 0, end: text.lastIndexOf(passedOn) } }),
  });
  return kind === 'act' ? !isPlainOrder(stance) : !isPlainReport(stance);
}

/** What is passed on is a clause of its own, whatever stands before it: a space or a colon parts none. */
function apart(text: string, passedOn: string): string {
  const at = passedOn === '' ? text.length : text.lastIndexOf(passedOn);
  return at === text.length ? text : `${text.slice(0, at)}，${text.slice(at)}`;
}

/** `确认发布方案`, `发布方案，确认`: the order that is confirmed in the same breath; null if it is not. */
function withoutConfirmation(text: string): string | null {
  const [words = ''] = plainWords(text);
  const bare = /^(?:我)?确认[,，\s]*(\S.+)$|^(\S.+?)[,，\s]+(?:我)?确认(?:办理|无误)?$/.exec(words);
  return bare?.[1] ?? bare?.[2] ?? null;
}
