/** `npm run verify -- file:./data/duban.db`: every stream's chain of hashes, and its snapshot against its entries. */
import { databaseOf } from './ledger/arguments.ts';
import { reportStreams } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';

const usage =
  '用法：npm run verify -- [数据库地址]   不写就是启动时用的那个（DATABASE_URL、DUBAN_CONFIG 里的 database、file:./data/duban.db）';

/** 0: all of it holds. 1: a fault was found. Rejects where the ledger cannot be read. */
export async function verify(args: readonly string[]): Promise<number> {
  return withStore(databaseOf(args, usage), { mustExist: true }, async (store) => {
    console.log(`台账校验：${store.describe}`);
    const reports = await reportStreams(store);
    for (const { line } of reports) console.log(line);
    if (reports.length === 0) console.log('没有任何记录');
    const faults = reports.filter(({ good }) => !good).length;
    console.log(`结果：${reports.length} 条流，${faults} 条有问题`);
    return faults === 0 ? 0 : 1;
  });
}
