/** `npm run verify -- file:./data/duban.db`: every stream's chain of hashes, and its snapshot against its entries. */
import { databaseOf } from './ledger/arguments.ts';
import { lineOf, reportStreams } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';
import { usages } from './usage.ts';

const usage = usages.verify;

/** 0: all of it holds. 1: a fault was found. Rejects where the ledger cannot be read. */
export async function verify(args: readonly string[]): Promise<number> {
  return withStore(databaseOf(args, usage), { readOnly: true }, async (store) => {
    console.log(`台账校验：${store.describe}`);
    const reports = await reportStreams(store);
    for (const report of reports) console.log(lineOf(report));
    if (reports.length === 0) console.log('没有任何记录');
    const faults = reports.filter(({ good }) => !good).length;
    console.log(`结果：${reports.length} 条流，${faults} 条有问题`);
    return faults === 0 ? 0 : 1;
  });
}
