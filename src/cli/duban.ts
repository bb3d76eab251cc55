#!/usr/bin/env node
/** `duban COMMAND …`: everything an operator does, by one name. Exits with 2 where a command cannot do its work. */
import { readFileSync } from 'node:fs';
import { projectPath } from '../arguments.ts';

interface Command {
  readonly does: string;
  /** The exit code; undefined where what was started goes on by itself. */
  run(args: readonly string[]): Promise<number | undefined>;
}

type CommandName = keyof typeof import('./usage.ts').usages;

/** Each is loaded only where it is asked for: help needs no database driver. */
const commands: Readonly<Record<CommandName, Command>> = {
  start: { does: '启动（不设 DUBAN_CONFIG 就是演练）', run: () => asProgram(() => import('../main.ts')) },
  check: {
    does: '检查配置、通讯录和方案，什么也不启动',
    run: async (args) => (await import('./check.ts')).check(args),
  },
  doctor: {
    does: '检查环境：配置、台账、磁盘、时钟',
    run: async (args) => (await import('./doctor.ts')).doctor(args),
  },
  verify: { does: '校验台账', run: async (args) => (await import('./verify.ts')).verify(args) },
  backup: { does: '备份台账，不用停机', run: async (args) => (await import('./backup.ts')).backup(args) },
  restore: { does: '从备份恢复', run: async (args) => (await import('./restore.ts')).restore(args) },
  move: { does: '把台账搬到另一个数据库', run: async (args) => (await import('./move.ts')).move(args) },
  rehearse: { does: '几秒钟演练一整场活动', run: () => asProgram(() => import('./rehearse.ts')) },
};

/** They read their own words from the command line, as when they are run by themselves. */
async function asProgram(load: () => Promise<unknown>): Promise<undefined> {
  process.argv.splice(2, 1);
  await load();
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  const more = ['duban 命令 --help 看怎样写，duban --version 看版本'];
  return ['用法：duban 命令 [参数]', ...lines, ...more].join('\n');
}

function version(): string {
  return (JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string }).version;
}

const [name = 'help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;

try {
  if (command && args.some((word) => word === '--help' || word === '-h')) {
    console.log((await import('./usage.ts')).usages[name as CommandName]);
  } else if (command) {
    const code = await command.run(args);
    if (code !== undefined) process.exitCode = code;
  } else if (/^(?:-h|--help|help)$/.test(name)) console.log(help());
  else if (name === '--version' || name === '-v') console.log(version());
  else throw new Error(`没有“${name}”这个命令\n${help()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
