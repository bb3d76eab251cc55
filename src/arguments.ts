/** The words after a command: checked, and refused with a sentence that says how. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { instantOf, isDay, isTimeOfDay } from './domain/calendar/zone.ts';
import type { EpochMs } from './domain/model.ts';
import { didYouMean } from './domain/spelling.ts';

/** Its message is for the operator; the usage is part of it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(sentence: string, usage: string) {
    super(`${sentence}\n${usage}`);
  }
}

/** What each option takes, in words: `方案文件`; an option without a value is `null`. */
export type OptionHelp = Readonly<Record<string, string | null>>;

/** Every value of every option, in the order written; an option without value that was given has one empty value. */
export type Options = ReadonlyMap<string, readonly string[]>;

/** Throws a UsageError. */
export function readOptions(args: readonly string[], help: OptionHelp, usage: string): Options {
  const options = Object.fromEntries(
    Object.entries(help).map(([name, value]) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const read = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option') note(token.name, token.rawName, token.value);
    else if (token.kind === 'positional')
      throw new UsageError(`不知道“${token.value}”是什么：文件要写在参数名后面，例如 --campaign ${token.value}`, usage);
  }
  return read;

  function note(name: string, written: string, value: string | undefined): void {
    const wanted = help[name];
    if (wanted === undefined)
      throw new UsageError(
        `没有参数“${written}”${didYouMean(
          written,
          Object.keys(help).map((known) => `--${known}`),
        )}`,
        usage,
      );
    if (wanted !== null && (value === undefined || value === '' || value.startsWith('--')))
      throw new UsageError(`${written} 后面要写${wanted}`, usage);
    read.set(name, [...(read.get(name) ?? []), value ?? '']);
  }
}

/** `2023-03-12 09:00` */
export function readStart(text: string, usage: string): EpochMs {
  const [day = '', time = '', ...more] = text.trim().split(/[ T]+/);
  if (isDay(day) && isTimeOfDay(time) && more.length === 0) return instantOf(day, time);
  throw new UsageError(`--start 要写日期和时间，两头加引号，例如 --start "2023-03-12 09:00"；现在是“${text}”`, usage);
}

/** A file as the operator names it, or one of ours by its bare name: `shanghai-2023`. */
export function campaignPath(written: string, from: string | undefined): string {
  const path = filePath(written, from);
  return /^[\w-]+$/.test(written) && !existsSync(path) ? projectPath(`config/campaigns/${written}.yaml`) : path;
}

/** npm runs its scripts in the project's folder; a path means the folder in which the operator stands. */
export function filePath(written: string, from: string | undefined): string {
  const here = resolve(written);
  return from === undefined || existsSync(here) ? here : resolve(from, written);
}

/** From dist as from src the project is one folder up, wherever the process was started. */
export function projectPath(path: string): string {
  return resolve(fileURLToPath(new URL('..', import.meta.url)), path);
}
