/** 确认提交 in a message that says more: the order, and the words around it. */
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import type { Expectation } from '../../domain/submission/expecting.ts';
import type { CoreOrder } from '../../domain/utterance.ts';
import type { Lexicon, Said } from './lexicon.ts';
import { namesMaterial } from './material-options.ts';

interface Split {
  readonly order: Said<RoomOrder | CoreOrder> | null;
  readonly words: string;
}

interface Reader {
  readonly lexicon: Lexicon<RoomOrder | CoreOrder>;
  readonly year: number;
  readonly expectation: Expectation;
}

const clause = /[^，,。；;\s]+[，,。；;\s]*/g;
const clauseEnd = /[，,。；;\s]+$/;
const marks = /[，,。；;\n]+/;
const longestConfirmation = 9;
/** 3条, 为0: most clauses of a report, told from an order at a glance. */
const endsInFigure = /\d.?$/;
/** The order stands near the end, before thanks or one more figure. */
const clausesBehind = 3;
/** 确认提交，行吗: what is asked or taken back in the same breath is no order. */
const unsaysBefore = /[吗么?？]|不|没(?!有|问题)|别|先|等|如果|要是/;

/** 图片没弄好, said behind it, unsays nothing: it speaks of what is handed in beside the table. */
const unsaysMaterial = /[吗么?？]|等|如果|要是|再(?:说|提|看)/;
const goesBeside = /\d|^(?:谢谢|多谢|辛苦|麻烦)/;

/** "…，其余为0，确认提交", "…，确认提交，谢谢", "确认提交，图片明天发": the table is submitted, and what stands around it is heard first all the same. */
export function splitOrder(text: string, { lexicon, year, expectation }: Reader): Split {
  const clauses = text.match(clause) ?? [];
  const ofMaterial = (words: string) => !unsaysMaterial.test(words) && namesMaterial(expectation.returns, words);
  const mayGoBeside = (words: string) => words === '' || goesBeside.test(words) || ofMaterial(words);
  // At the head it is the order only if nothing behind it may be what is really meant.
  const headed = () => clauses.length > 1 && clauses.slice(1).join('').split(marks).every(mayGoBeside);
  const earliest = Math.max(clauses.length > 1 ? 0 : 1, clauses.length - 1 - clausesBehind);
  for (let at = clauses.length - 1; at >= earliest; at--) {
    const said = (clauses[at] ?? '').replace(clauseEnd, '');
    const order =
      said.length < 2 || said.length > longestConfirmation || endsInFigure.test(said) ? null : lexicon.read(said, year);
    if (order?.order.name === 'confirm' && !order.vetoed && (at > 0 || headed()))
      return { order, words: clauses.filter((_, other) => other !== at).join('') };
    if (unsaysBefore.test(said) && !ofMaterial(said)) break;
  }
  return { order: null, words: text };
}
