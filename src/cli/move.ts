/** `npm run move -- file:./data/duban.db mongodb://…`: a ledger to another kind of store, and back. */
import { wordsOf } from './ledger/arguments.ts';
import { copyLedger, differenceOf } from './ledger/copy.ts';
import { reportStreams } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';

const usage = '用法：npm run move -- 从哪个数据库 到哪个数据库   例如 file:./data/duban.db mongodb://主机:27017/duban';

/** 0: all of it arrived, and was checked. 1: it did not. The source stays as it is. */
export async function move(args: readonly string[]): Promise<number> {
  const [source = '', target = ''] = wordsOf(args, [2, 2], usage);
  return withStore(source, { mustExist: true, sole: true }, (from) =>
    withStore(target, { sole: true }, async (to) => {
      console.log(`搬迁台账：${from.describe} → ${to.describe}`);
      const sent = await reportStreams(from);
      // A damaged ledger is not spread: it is restored first.
      const problem = differenceOf(sent, sent) ?? differenceOf(sent, await copyLedger(from, to));
      for (const { line } of sent) console.log(line);
      console.log(
        problem === null
          ? '搬完并核对无误。原处没有改动；请把 DATABASE_URL 改成新地址再启动，不要再用旧地址启动。'
          : `没有搬成：${problem}。原处没有改动。`,
      );
      return problem === null ? 0 : 1;
    }),
  );
}
