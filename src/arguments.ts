/** The words after a command: all of them checked, each refused with a sentence that says how. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { instantOf, isDay, isTimeOfDay } from './domain/calendar/zone.ts';
import type { EpochMs } from './domain/model.ts';
import { didYouMean } from './domain/spelling.ts';
import type { Environment } from './files/config-values.ts';

/** What each option takes, in words: `方案文件`; an option without a value is `null`. */
export type OptionHelp = Readonly<Record<string, string | null>>;

/** Every value of every option, in the order written; an option without value that was given has one empty value. */
export type Options = ReadonlyMap<string, readonly string[]>;

/** What was asked for, and a sentence for every word that cannot be taken. */
export interface Asked {
  readonly options: Options;
  readonly mistakes: readonly string[];
}

export function readOptions(args: readonly string[], help: OptionHelp, env: Environment): Asked {
  const types = Object.entries(help).map(([name, value]) => [name, { type: value === null ? 'boolean' : 'string' }]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const read = new Map<string, string[]>();
  const mistakes: string[] = [];
  for (const token of tokens) {
    const mistake =
      token.kind === 'option' ? mistakeIn(token, help) : token.kind === 'positional' ? stray(token) : null;
    if (mistake !== null) mistakes.push(mistake);
    else if (token.kind === 'option') read.set(token.name, [...(read.get(token.name) ?? []), token.value ?? '']);
  }
  // Without "--" npm keeps the words for itself, and something else than was asked for would start.
  const kept = Object.keys(help).find((name) => args.length === 0 && env[`npm_config_${name}`]);
  if (kept !== undefined) mistakes.push(`npm 没有把参数交给程序：请在参数前面加“--”，写成 npm … -- --${kept} …`);
  return { options: read, mistakes };
}

interface Written {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function mistakeIn({ name, rawName, value }: Written, help: OptionHelp): string | null {
  const wanted = help[name];
  const known = Object.keys(help).map((option) => `--${option}`);
  if (wanted === undefined) return `没有参数“${rawName}”${didYouMean(rawName, known) || `；有 ${known.join('、')}`}`;
  if (wanted === null) return null;
  return value === undefined || value === '' || value.startsWith('--') ? `${rawName} 后面要写${wanted}` : null;
}

function stray({ value }: { readonly value: string }): string {
  return `不知道“${value}”是什么：文件要写在参数名后面，例如 --campaign ${value}`;
}

/** The one value of the option. */
export function only({ options }: Asked, name: string, mistakes: string[]): string | undefined {
  const [value, ...more] = options.get(name) ?? [];
  if (more.length > 0) mistakes.push(`--${name} 只能写一次`);
  return value;
}

/** `2023-03-12 09:00`; null, with a sentence, for anything else. */
export function readStart(text: string, mistakes: string[]): EpochMs | null {
  const [day = '', time = '', ...more] = text.trim().split(/[ T]+/);
  if (isDay(day) && isTimeOfDay(time) && more.length === 0) return instantOf(day, time);
  mistakes.push(`--start 要写日期和时间，两头加引号，例如 --start "2023-03-12 09:00"；现在是“${text}”`);
  return null;
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
