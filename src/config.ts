/** What the process runs with: the environment and, in production, one YAML file. The only reader of process.env. */
import { createHash } from 'node:crypto';
import { campaignPath, filePath, only, projectPath, readOptions, readStart } from './arguments.ts';
import { type CalendarOverrides, NO_OVERRIDES } from './domain/calendar/working-days.ts';
import { instantOf, type TimeOfDay } from './domain/calendar/zone.ts';
import type { EpochMs } from './domain/model.ts';
import { type LoadedOffice, loadOffice, type OfficePaths, reportOffice } from './files/campaign-files.ts';
import { loadConfigFile } from './files/config-file.ts';
import type { ConfigFile, ConfigRules, Environment } from './files/config-values.ts';
import { FileError, type FileReport, unplaced } from './files/file-error.ts';
import { faultOfAesKey, faultOfApiBase, faultOfToken, faultOfWebhookKey } from './platform/wecom/credentials.ts';
import { hide, type Secret } from './secret.ts';
import { faultOfMonitorUrl } from './server/monitor.ts';
import { faultOfAddress } from './store/address.ts';

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
  /** 报平安: through which robot, at what hours of working days. */
  readonly heartbeat: ConfigFile['heartbeat'];
  /** Who is told by HTTP that all is well. */
  readonly monitor: ConfigFile['monitor'];
  readonly logLevel: ConfigFile['log']['level'];
  /** Production goes on with a ledger that was rehearsed in: DUBAN_LEDGER=keep. */
  readonly keepsRehearsal: boolean;
  /** Started by an npm script: a shell stands between, which passes no signal on. */
  readonly underNpm: boolean;
}

type Written = Omit<Config, 'underNpm'>;

/** Whether an office is started, not a rehearsal; known before anything is read. */
export function isProduction(env: Environment = process.env): boolean {
  return (env['DUBAN_CONFIG'] ?? '') !== '';
}

/** Throws a FileError with all that has to be changed, in words for the operator. `args` are the words after the command. */
export function readConfig(env: Environment = process.env, args: readonly string[] = []): Config {
  const file = env['DUBAN_CONFIG'] ?? '';
  const environment = unplaced('环境变量', [...misnamed(env), ...mistakesOfValues(env)]);
  const config = file === '' ? rehearsal(env, args, environment) : production(file, { env, args, environment });
  const port = env['PORT'] ?? '';
  const database = env['DATABASE_URL'] ?? '';
  return {
    ...config,
    underNpm: (env['npm_lifecycle_event'] ?? '') !== '',
    server: port === '' ? config.server : { ...config.server, port: Number(port) },
    database: database === '' ? config.database : hide(database),
  };
}

const RULES: ConfigRules = {
  database: faultOfAddress,
  token: faultOfToken,
  aesKey: faultOfAesKey,
  webhookKey: faultOfWebhookKey,
  apiBase: faultOfApiBase,
  monitorUrl: faultOfMonitorUrl,
};

/** Under a name nearly right the configuration is not seen, and a rehearsal would start where an office waits. */
function misnamed(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => name !== 'DUBAN_CONFIG' && /^duban[_-]?conf/i.test(name) && env[name])
    .map((name) => `没有 ${name} 这个环境变量，是不是想写 DUBAN_CONFIG？`);
}

function mistakesOfValues(env: Environment): string[] {
  const port = env['PORT'] ?? '';
  const database = env['DATABASE_URL'] ?? '';
  const isPort = port === '' || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535);
  const fault = database === '' ? null : faultOfAddress(database);
  const clock = env['DUBAN_CLOCK'] ?? '';
  const kept = env['DUBAN_LEDGER'] ?? '';
  return [
    ...(clock === '' || clock === 'trust'
      ? []
      : [`DUBAN_CLOCK 只能写 trust（本机时间无误，以它为准），现在是“${clock}”`]),
    ...(kept === '' || kept === 'keep' ? [] : [`DUBAN_LEDGER 只能写 keep（接着用演练过的台账），现在是“${kept}”`]),
    ...(isPort ? [] : [`PORT 要写 0 到 65535 的整数，现在是“${port}”`]),
    ...(fault === null ? [] : [`DATABASE_URL：${fault}`]),
  ];
}

export const usage = [
  '用法：npm start                        演练内置的上海 2023 年方案',
  '      npm start -- --campaign 方案.yaml --directory 通讯录.yaml [--start "2023-03-12 09:00"]',
  '                                       演练自己的文件；--campaign 可以写几个，--start 不写就是成文日期的 09:00',
  '      DUBAN_CONFIG=配置.yaml npm start  正式运行（方案和通讯录写在配置文件里）',
].join('\n');

const OPTIONS = { campaign: '方案文件', directory: '通讯录文件', start: '演练从几时开始，例如 "2023-03-12 09:00"' };

function rehearsal(env: Environment, args: readonly string[], environment: FileReport): Written {
  const { start, mistakes, ...own } = readArguments(env, args);
  if (mistakes.length + environment.problems.length > 0)
    throw new FileError([unplaced('命令参数', mistakes, usage), environment, ...reportOffice(own)]);
  const files = args.length > 0 ? loadOffice(own) : null;
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
    heartbeat: null,
    monitor: null,
    logLevel: 'info',
    keepsRehearsal: false,
  };
}

const BUILT_IN_START = instantOf('2023-03-12', '09:00');

function readArguments(env: Environment, args: readonly string[]) {
  const asked = readOptions(args, OPTIONS, env);
  const mistakes = [...asked.mistakes];
  const from = env['INIT_CWD'];
  const start = only(asked, 'start', mistakes);
  const directory = only(asked, 'directory', mistakes);
  return {
    campaigns: (asked.options.get('campaign') ?? ['shanghai-2023']).map((written) => campaignPath(written, from)),
    directory: directory === undefined ? projectPath('config/directory.yaml') : filePath(directory, from),
    start: start === undefined ? null : readStart(start, mistakes),
    mistakes,
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

interface Given {
  readonly env: Environment;
  readonly args: readonly string[];
  readonly environment: FileReport;
}

function production(path: string, { env, args, environment }: Given): Written {
  const advice = `设了 DUBAN_CONFIG 就是正式运行，不能再写参数“${args[0]}”：方案和通讯录请写在 ${path} 里；要演练，请先去掉 DUBAN_CONFIG`;
  const words = unplaced('命令参数', args.length === 0 ? [] : [advice], usage);
  const { server, log, ...file } = loadConfigFile(path, { env, rules: RULES }, [words, environment]);
  return {
    ...file,
    profile: 'production',
    server: { host: server.host, port: server.port, bodyLimitBytes: server.bodyLimit },
    console: false,
    clock: { kind: 'real', trusted: env['DUBAN_CLOCK'] === 'trust' },
    logLevel: log.level,
    keepsRehearsal: env['DUBAN_LEDGER'] === 'keep',
  };
}

/** Routes for pushes by connected platform: the console takes any name of a push, WeCom those of its webhooks. */
export function connectedBy({ console: plays, wecom }: Config): Map<string, readonly string[] | null> {
  const routes = new Map<string, readonly string[] | null>();
  if (plays) routes.set('console', null);
  if (wecom) routes.set('wecom', Object.keys(wecom.webhooks));
  return routes;
}
