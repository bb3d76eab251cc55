/** 两张都是, 都报, 都是0: all the tables that a question offers. */
import type { Question } from '../../domain/submission/state.ts';

const each =
  /^(?:这?(?<two>[两二2]|俩)|(?<three>[三3])|几)?[张个份]?(?:统计|报)?表?(?:[都全均]|一起|一样)(?:[是要报填算有]|一样)*(?:的|了|啊|吧)*[。.!！~～\s]*$/;
const zeros = /^(?:[都全均]|全部|两张|两张表都?|两个都?)(?:[是为报填]|都)*(?:0|零|没有?|无)[了的]*[。.!！~～\s]*$/;

type WhichTable = Extract<Question, { readonly kind: 'which-table' }>;

export function meansEvery(question: WhichTable, text: string): boolean {
  const words = text.trim();
  const said = each.exec(words);
  const { two, three } = said?.groups ?? {};
  const number = two ? 2 : three ? 3 : question.options.length;
  return (said !== null && number === question.options.length) || (zeros.test(words) && asksOfZeros(question));
}

/** The words in question set nothing but zeros. */
function asksOfZeros({ options }: WhichTable): boolean {
  return options.every(
    ({ reading: { values, doubts } }) =>
      values.every(({ value }) => value === 0) && doubts.length === 0 && values.length > 0,
  );
}
