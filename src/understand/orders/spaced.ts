/** A space parts a message as a comma does, where what stands on both sides speaks for itself: 公益广告3条 总结已报送OA 图片要几张. */
import { asksByItself } from './question-beside.ts';
import { isReceiptClause } from './receipt.ts';

/** Longer messages are texts of their own, in which a space is a matter of layout. */
const longest = 200;
const space = /(?<=[^\s，,。；;：:！!？?])[ \u3000](?=[^\s，,。；;：:！!？?])/g;

/** What is said of a material beyond its name: 已报送OA, 明天交, 没有. */
const saidOfIt =
  /已|[了好完到]$|OA|邮|无|没|未|不涉及|不算|作废|错|明[天早晚日]|后天|[稍晚]|过[几两]天|[回随]|再|下周/i;
const figure = /^[\u4e00-\u9fff]{2}[^\d]*\d[\d.]*[\u4e00-\u9fff]{1,3}$/;
const rest = /^(?:其[他它余]|剩下|余下)\S{0,4}(?:0|零|无|没有?)$/;
const beginsFigure = /^[\u4e00-\u9fff]{2}\S*(?:\s*\d|$)/;

/** The same length, so that every word keeps its place. `named`: whether words name something that is handed in. */
export function partedAtSpaces(text: string, named: (words: string) => boolean): string {
  if (text.length > longest || !/\S[ \u3000]\S/.test(text)) return text;
  return text.replace(space, (blank, at: number) => {
    const left = wordsBefore(text, at);
    const right = wordsBehind(text, at + 1);
    return parts(left, right, text.slice(at + 1)) ? '，' : blank;
  });

  function parts(left: string, right: string, behind: string): boolean {
    if (isReceiptClause(right)) return /\d/.test(left);
    if (speaks(right)) return left !== '请问';
    if (isFigure(left) && isFigure(right)) return true;
    return speaks(left) && beginsFigure.test(behind) && /\d/.test(behind) && !saidOfIt.test(right);
  }

  function speaks(words: string): boolean {
    return isReceiptClause(words) || (named(words) && saidOfIt.test(words)) || asksByItself(words);
  }
}

function isFigure(words: string): boolean {
  return figure.test(words) || rest.test(words);
}

function wordsBefore(text: string, at: number): string {
  return /[^\s，,。；;！!？?]*$/.exec(text.slice(0, at))?.[0] ?? '';
}

/** With the mark that may make a question of it. */
function wordsBehind(text: string, at: number): string {
  return /^[^\s，,。；;！!？?]*[？?]?/.exec(text.slice(at))?.[0] ?? '';
}
