/** `npm run move -- file:./data/duban.db mongodb://…`: a ledger to another kind of store, and back. */

import { sqlitePath } from '../store/open.ts';
import { UsageError, wordsOf } from './ledger/arguments.ts';
import { copyLedger, differenceOf } from './ledger/copy.ts';
import { lineOf, reportStreams } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';
import { usages } from './usage.ts';

const usage = usages.move;

/** Opened twice it would be in its own way, and the sentence about that says something else. */
function isSame(source: string, target: string): boolean {
  const [from, to] = [source, target].map((address) => sqlitePath(address) ?? address.replace(/\/*(?:\?.*)?$/, ''));
  return from === to && from !== 'memory:';
}

/** 0: all of it arrived, and was checked. 1: it did not. The source stays as it is. */
export async function move(args: readonly string[]): Promise<number> {
  const [source = '', target = ''] = wordsOf(args, [2, 2], usage);
  if (isSame(source, target)) throw new UsageError('两个地址是同一个数据库，没有动它', usage);
  return withStore(source, { mustExist: true, sole: true }, (from) =>
    withStore(target, { sole: true }, async (to) => {
      console.log(`搬迁台账：${from.describe} → ${to.describe}`);
      const sent = await reportStreams(from);
      // A damaged ledger is not spread: it is restored first.
      const problem = differenceOf(sent, sent) ?? differenceOf(sent, await copyLedger(from, to));
      for (const report of sent) console.log(lineOf(report));
      console.log(
        problem === null
          ? '搬完并核对无误。原处没有改动；请把 DATABASE_URL 改成新地址再启动，不要再用旧地址启动。'
          : `没有搬成：${problem}。原处没有改动。`,
      );
      return problem === null ? 0 : 1;
    }),
  );
}
