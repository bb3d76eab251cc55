/** `npm run backup -- backups/duban.db`: a checked copy in one file, while the program runs. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { sqlitePath } from '../store/open.ts';
import { copySqlite, syncFile } from '../store/sqlite-copy.ts';
import { defaultDatabase, placeOf, refuseAddress, UsageError, wordsOf } from './ledger/arguments.ts';
import { copyLedger } from './ledger/copy.ts';
import { lineOf, reportStreams, type StreamReport } from './ledger/report.ts';
import { withStore } from './ledger/with-store.ts';
import { usages } from './usage.ts';

const usage = usages.backup;

/** 0: the copy is whole. 1: it is not, and was not kept. Never writes over a file. */
export async function backup(args: readonly string[]): Promise<number> {
  const [written = '', database = defaultDatabase()] = wordsOf(args, [1, 2], usage);
  refuseAddress(written, usage);
  const target = resolve(written);
  if (existsSync(target)) throw new UsageError(`已经有这个文件，没有动它：${target}`, usage);
  await mkdir(dirname(target), { recursive: true });
  console.log(`台账：${placeOf(database)}`);
  const reports = await copyTo(target, database);
  const bad = reports.filter(({ whole }) => !whole);
  for (const report of reports) console.log(lineOf(report));
  if (bad.length > 0) {
    await rm(target);
    console.log('没有备份：台账有问题，请先恢复上一个备份。');
    return 1;
  }
  console.log(`已备份并核对：${target}`);
  return 0;
}

async function copyTo(target: string, database: string): Promise<StreamReport[]> {
  const path = sqlitePath(database);
  if (path === null)
    return withStore(database, {}, (from) => withStore(`file:${target}`, {}, (to) => copyLedger(from, to)));
  // A copy has its name only once it is whole: one cut short is never taken for a backup.
  const part = `${target}.part`;
  await rm(part, { force: true });
  copySqlite(path, part);
  await syncFile(part);
  await rename(part, target);
  return withStore(`file:${target}`, { readOnly: true }, reportStreams);
}
