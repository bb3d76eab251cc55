/** `npm run restore -- backups/duban.db`: a backup in the ledger's place, while the program is stopped. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sqlitePath } from '../store/open.ts';
import { replaceSqlite } from '../store/sqlite-copy.ts';
import { defaultDatabase, placeOf, refuseAddress, UsageError, wordsOf } from './ledger/arguments.ts';
import { copyLedger, differenceOf } from './ledger/copy.ts';
import { lineOf, reportStreams, type StreamReport } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';
import { usages } from './usage.ts';

const usage = usages.restore;

/** 0: the backup is in place and was checked. 1: it was not put there. What stood there is kept beside it. */
export async function restore(args: readonly string[]): Promise<number> {
  const [written = '', database = defaultDatabase()] = wordsOf(args, [1, 2], usage);
  refuseAddress(written, usage);
  const backup = resolve(written);
  if (sqlitePath(database) === backup)
    throw new UsageError(`这就是数据库自己的文件，不是备份，没有动它：${backup}`, usage);
  if (!existsSync(backup)) throw new UsageError(`没有这个备份文件：${backup}`, usage);
  const reports = await withStore(`file:${backup}`, { readOnly: true }, reportStreams);
  for (const report of reports) console.log(lineOf(report));
  const problem = reports.length === 0 ? '里面没有任何记录' : differenceOf(reports, reports);
  if (problem !== null) {
    console.log(`没有恢复：这个备份用不得（${problem}）。原处没有改动。`);
    return 1;
  }
  console.log(`恢复到：${placeOf(database)}`);
  const path = sqlitePath(database);
  return path === null ? intoDatabase(backup, database, reports) : intoFile(backup, path);
}

async function intoFile(backup: string, path: string): Promise<number> {
  const aside = await replaceSqlite(path, backup, `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  console.log(`已恢复并核对：${path}`);
  if (aside !== null) console.log(`原来的文件留在：${aside}`);
  return 0;
}

async function intoDatabase(backup: string, database: string, sent: readonly StreamReport[]): Promise<number> {
  return withStore(`file:${backup}`, { readOnly: true }, (from) =>
    withStore(database, {}, async (to) => {
      const problem = differenceOf(sent, await copyLedger(from, to));
      console.log(problem === null ? `已恢复并核对：${to.describe}` : `没有恢复完整：${problem}`);
      return problem === null ? 0 : 1;
    }),
  );
}
