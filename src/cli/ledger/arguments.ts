/** What the commands about a ledger are told. */
import { readConfig } from '../../config.ts';
import { schemeOf } from '../../store/address.ts';
import { sqlitePath } from '../../store/open.ts';

/** Its message is for the operator; the usage is part of it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(sentence: string, usage: string) {
    super(`${sentence}\n${usage}`);
  }
}

/** The database meant where none is written: the one that a start here and now would open. */
export function defaultDatabase(): string {
  const { DATABASE_URL: named, DUBAN_CONFIG: configured } = process.env;
  if (named) return named;
  return configured ? readConfig().database.reveal() : 'file:./data/duban.db';
}

/** Exactly so many words at least and at most; options there are none. */
export function wordsOf(args: readonly string[], [least, most]: readonly [number, number], usage: string): string[] {
  const option = args.find((word) => word.startsWith('-'));
  if (option !== undefined) throw new UsageError(`没有参数“${option}”`, usage);
  if (args.length < least) throw new UsageError('还少写了一项', usage);
  if (args.length > most) throw new UsageError(`“${args[most]}”是多余的`, usage);
  return [...args];
}

/** A backup is a file by its name: an address there would make a file called `file:…`, or none be found. */
export function refuseAddress(written: string, usage: string): void {
  if (schemeOf(written) === null) return;
  throw new UsageError('第一项要写备份文件的名字，不带“file:”；数据库地址写在它后面', usage);
}

export function databaseOf(args: readonly string[], usage: string): string {
  return wordsOf(args, [0, 1], usage)[0] ?? defaultDatabase();
}

/** The database in words, without what may be a password. */
export function placeOf(database: string): string {
  return sqlitePath(database) ?? database.replace(/\/\/[^/@]*@/, '//');
}
