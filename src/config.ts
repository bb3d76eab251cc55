/** What the process runs with: the environment and, in production, one YAML file. The only reader of process.env. */
import { createHash } from 'node:crypto';
import { campaignPath, filePath, projectPath, readOptions, readStart, UsageError } from './arguments.ts';
import { type CalendarOverrides, NO_OVERRIDES } from './domain/calendar/working-days.ts';
import { instantOf, type TimeOfDay } from './domain/calendar/zone.ts';
import type { EpochMs } from './domain/model.ts';
import { type LoadedOffice, loadOffice, type OfficePaths } from './files/campaign-files.ts';
import { type ConfigFile, type Environment, loadConfigFile } from './files/config-file.ts';
import { hide, type Secret } from './secret.ts';

/** `trusted`: gone by although the ledger has newer entries (`DUBAN_CLOCK=trust`). */
export interface RealClock {
  readonly kind: 'real';
  readonly trusted: boolean;
}

export interface Config {
  /** Without DUBAN_CONFIG: the rehearsal. With it: production. */
  readonly profile: 'rehearsal' | 'production';
  readonly server: { readonly host: string; readonly port: number; readonly bodyLimitBytes: number };
  /** `file:…` or `mongodb://…`; may hold a password. */
  readonly database: Secret;
  /** Absolute paths of the campaign files. */
  readonly campaigns: readonly string[];
  readonly directory: string;
  readonly closingTime: TimeOfDay;
  readonly calendar: CalendarOverrides;
  /** What people see after "@". */
  readonly botNames: readonly string[];
  /** The web page that plays the group; only in a rehearsal. */
  readonly console: boolean;
  readonly clock: RealClock | { readonly kind: 'movable'; readonly startMs: EpochMs };
  readonly wecom: ConfigFile['wecom'] | null;
  readonly logLevel: ConfigFile['log']['level'];
}

/** Throws with all that has to be changed, in words for the operator. `args` are the words after the command. */
export function readConfig(env: Environment = process.env, args: readonly string[] = []): Config {
  const file = env['DUBAN_CONFIG'] ?? '';
  const config = file === '' ? rehearsal(env, args) : production(file, env, args);
  const port = readPort(env['PORT'] ?? '');
  const database = env['DATABASE_URL'] ?? '';
  return {
    ...config,
    server: port === null ? config.server : { ...config.server, port },
    database: database === '' ? config.database : hide(database),
  };
}

const usage = [
  '用法：npm start                        演练内置的上海 2023 年方案',
  '      npm start -- --campaign 方案.yaml --directory 通讯录.yaml [--start "2023-03-12 09:00"]',
  '                                       演练自己的文件；--campaign 可以写几个，--start 不写就是成文日期的 09:00',
  '      DUBAN_CONFIG=配置.yaml npm start  正式运行（方案和通讯录写在配置文件里）',
].join('\n');

const OPTIONS = { campaign: '方案文件', directory: '通讯录文件', start: '演练从几时开始，例如 "2023-03-12 09:00"' };

function rehearsal(env: Environment, args: readonly string[]): Config {
  const { campaigns, directory, start } = readArguments(env, args);
  const own = { campaigns, directory };
  const isOwn = args.length > 0;
  const files = isOwn ? loadOffice(own) : null;
  return {
    ...own,
    profile: 'rehearsal',
    server: { host: '127.0.0.1', port: 3000, bodyLimitBytes: 1024 * 1024 },
    database: hide(`file:./data/${files === null ? 'duban' : ledgerName(files, own, start)}.db`),
    closingTime: '17:30',
    calendar: NO_OVERRIDES,
    botNames: ['督办助手'],
    console: true,
    clock: { kind: 'movable', startMs: start ?? (files === null ? BUILT_IN_START : firstMorning(files)) },
    wecom: null,
    logLevel: 'info',
  };
}

const BUILT_IN_START = instantOf('2023-03-12', '09:00');

function readArguments(env: Environment, args: readonly string[]) {
  // Without "--" npm keeps the words for itself, and a rehearsal of something else would start.
  if (args.length === 0 && env['npm_config_campaign'])
    throw new UsageError('npm 没有把参数交给程序：请在参数前面加“--”，写成 npm start -- --campaign …', usage);
  const options = readOptions(args, OPTIONS, usage);
  const from = env['INIT_CWD'];
  const [start, ...starts] = options.get('start') ?? [];
  const [directory, ...directories] = options.get('directory') ?? [];
  if (starts.length + directories.length > 0) throw new UsageError('--directory 和 --start 只能各写一次', usage);
  return {
    campaigns: (options.get('campaign') ?? ['shanghai-2023']).map((written) => campaignPath(written, from)),
    directory: directory === undefined ? projectPath('config/directory.yaml') : filePath(directory, from),
    start: start === undefined ? null : readStart(start, usage),
  };
}

/** 09:00 of the day of the earliest notice. */
function firstMorning({ campaigns }: LoadedOffice): EpochMs {
  return Math.min(...campaigns.map(({ definition }) => instantOf(definition.notice.date, '09:00')));
}

/** One ledger for each choice of files and start: what was played with others would not fit. */
function ledgerName({ campaigns }: LoadedOffice, files: OfficePaths, start: EpochMs | null): string {
  const ids = campaigns.map(({ definition }) => definition.id).join('+');
  const choice = createHash('sha256').update(JSON.stringify([files.campaigns, files.directory, start]));
  return `${ids.slice(0, 80)}-${choice.digest('hex').slice(0, 8)}`;
}

function production(path: string, env: Environment, args: readonly string[]): Config {
  if (args.length > 0)
    throw new UsageError(
      `设了 DUBAN_CONFIG 就是正式运行，不能再写参数“${args[0]}”：方案和通讯录请写在 ${path} 里；要演练，请先去掉 DUBAN_CONFIG`,
      usage,
    );
  const { server, log, ...file } = loadConfigFile(path, env);
  return {
    ...file,
    profile: 'production',
    server: { host: server.host, port: server.port, bodyLimitBytes: server.bodyLimit },
    console: false,
    clock: { kind: 'real', trusted: readTrust(env['DUBAN_CLOCK'] ?? '') },
    logLevel: log.level,
  };
}

function readTrust(text: string): boolean {
  if (text !== '' && text !== 'trust')
    throw new Error(`环境变量 DUBAN_CLOCK 只能写 trust（本机时间无误，以它为准），现在是“${text}”。`);
  return text === 'trust';
}

function readPort(text: string): number | null {
  if (text === '') return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`环境变量 PORT 要写 0 到 65535 的整数，现在是“${text}”。`);
}
