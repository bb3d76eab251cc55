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

interface Match<O> {
  readonly order: O;
  readonly of: Orderable<O>;
}

/** Long messages are replies or reports, never orders; an answer to a question may be longer. */
const longestOrder = 200;

export function createLexicon<O>(orderables: Iterable<Orderable<O>>): Lexicon<O> {
  const all = [...orderables].flatMap((of) => of.frames.map((frame) => ({ frame, of })));
  // Loose frames last: 公益广告汇总 is a row's total only if no room knows it as something else.
  const ordered = [...all.filter(({ frame }) => !frame.loose), ...all.filter(({ frame }) => frame.loose)];

  // Most messages are no order: one pattern for all turns them away at once.
  const any = new RegExp(ordered.map(({ frame: { says } }) => unnamed(says)).join('|') || '(?!)', 'i');

  function find(words: string): Match<O> | null {
    if (words === '' || words.length > longestOrder || !any.test(words)) return null;
    for (const { frame, of } of ordered) {
      const match = frame.says.exec(words);
      const order = match && frame.make(slotsOf(match));
      if (order) return { order, of };
    }
    return null;
  }

  function findWhole(text: string): Match<O> | null {
    for (const words of plainWords(text)) {
      const found = find(words);
      if (found) return found;
    }
    return null;
  }

  return {
    read(text, year) {
      const bare = withoutConfirmation(text);
      const whole = findWhole(text);
      const confirmed = bare === null ? null : find(bare);
      // 确认绑定1 is an order of its own; a frame that takes 确认截止改到… whole has the confirmation in its slots.
      const isConfirmed = confirmed !== null && (whole === null || whole.of === confirmed.of);
      const found = isConfirmed ? confirmed : whole;
      return found && { order: found.order, confirmed: isConfirmed, vetoed: isVetoed(text, found.of.kind, year) };
    },
  };
}

/** Names of groups may stand once in a pattern. */
function unnamed({ source }: RegExp): string {
  return `(?:${source.replace(/\(\?<(?![=!])[^>]+>/g, '(?:')})`;
}

function slotsOf(match: RegExpExecArray): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, words]) => [name, (words ?? '').trim()]));
}

function isVetoed(text: string, kind: OrderKind, year: number | undefined): boolean {
  if (kind === 'ask') return false;
  const stance = stanceOf(text, year === undefined ? {} : { year });
  return kind === 'act' ? !isPlainOrder(stance) : !isPlainReport(stance);
}

/** `确认发布方案`, `发布方案，确认`: the order that is confirmed in the same breath; null if it is not. */
function withoutConfirmation(text: string): string | null {
  const [words = ''] = plainWords(text);
  const bare = /^(?:我)?确认[,，\s]*(\S.+)$|^(\S.+?)[,，\s]+(?:我)?确认(?:办理|无误)?$/.exec(words);
  return bare?.[1] ?? bare?.[2] ?? null;
}
