/** 刚才的200不算: figures are withdrawn by naming them, not said once more. */
import type { ReadingContext } from '../../domain/reading.ts';

const LATELY = '(?:刚才|刚刚|刚|方才|上面|前面|之前|上一?[条个次项]|那一?[条个次项])';
const NAMED = new RegExp(
  `^(?<before>(?:把|我|我们|请|将|麻烦)*(?:${LATELY}(?:我|我们)?(?:报|说|发|填|写)?的?(?:那一?[个条项次]?)?)?[^\\d]{0,12}?)(?<figure>\\d+(?:\\.\\d+)?)(?<behind>[^\\d,，。;；]{0,4}?)(?:先|都|也|就|给我|给)*(?:不算|别算|不作数|不算数|作废|不要|撤回|撤掉|撤销|取消|删掉|删除|删了|去掉)(?:了|吧|啊|哈)*[,。.!~\\s]*$`,
);

/** Without any of these nothing is withdrawn: most messages need not be looked at closer. */
export const mayWithdraw = /[算废廢撤删刪]|作[数數]|不要|取消|去掉/;

export interface Withdrawal {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The rows that hold the figure, those said last before others. */
  readonly rows: readonly number[];
  /** It is all that was said last: 撤回 takes back just that. */
  readonly isLast: boolean;
}

/** The figure that the words withdraw; null where they withdraw none. */
export function withdrawalIn(text: string, { form, draft, last }: ReadingContext): Withdrawal | null {
  const said = NAMED.exec(text);
  const { before = '', figure = '' } = said?.groups ?? {};
  if (!said || /第\s*$/.test(before)) return null;
  const named = form.rows.filter(({ label, aliases }) => [label, ...aliases].some((name) => before.includes(name)));
  const lately = new RegExp(LATELY).test(before);
  if (!lately && named.length === 0 && before.replace(/把|我们?|请|将|麻烦/g, '') !== '') return null;
  const value = Number(figure);
  const holders = form.rows.filter(
    ({ no }) => draft[no] === value && (named.length === 0 || named.some((row) => row.no === no)),
  );
  const recent = holders.filter(({ no }) => last.includes(no));
  const rows = (recent.length > 0 ? recent : holders).map(({ no }) => no);
  const start = before.length;
  return { value, start, end: start + figure.length, rows, isLast: last.length === 1 && recent.length === 1 };
}
