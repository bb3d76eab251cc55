/** What the process runs with: the environment and, in production, one YAML file. The only reader of process.env. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CalendarOverrides, NO_OVERRIDES } from './domain/calendar/working-days.ts';
import { instantOf, type TimeOfDay } from './domain/calendar/zone.ts';
import type { EpochMs } from './domain/model.ts';
import { type ConfigFile, type Environment, loadConfigFile } from './files/config-file.ts';
import { hide, type Secret } from './secret.ts';

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
  readonly clock: { readonly kind: 'real' } | { readonly kind: 'movable'; readonly startMs: EpochMs };
  readonly wecom: ConfigFile['wecom'] | null;
  readonly logLevel: ConfigFile['log']['level'];
}

/** Throws with all that has to be changed, in words for the operator. */
export function readConfig(env: Environment = process.env): Config {
  const file = env['DUBAN_CONFIG'] ?? '';
  const config = file === '' ? rehearsal() : production(file, env);
  const port = readPort(env['PORT'] ?? '');
  const database = env['DATABASE_URL'] ?? '';
  return {
    ...config,
    server: port === null ? config.server : { ...config.server, port },
    database: database === '' ? config.database : hide(database),
  };
}

function rehearsal(): Config {
  // From dist as from src the project is one folder up, wherever the process was started.
  const project = (path: string) => resolve(fileURLToPath(new URL('..', import.meta.url)), path);
  return {
    profile: 'rehearsal',
    server: { host: '127.0.0.1', port: 3000, bodyLimitBytes: 1024 * 1024 },
    database: hide('file:./data/duban.db'),
    campaigns: [project('config/campaigns/shanghai-2023.yaml')],
    directory: project('config/directory.yaml'),
    closingTime: '17:30',
    calendar: NO_OVERRIDES,
    botNames: ['督办助手'],
    console: true,
    clock: { kind: 'movable', startMs: instantOf('2023-03-12', '09:00') },
    wecom: null,
    logLevel: 'info',
  };
}

function production(path: string, env: Environment): Config {
  const { server, log, ...file } = loadConfigFile(path, env);
  return {
    ...file,
    profile: 'production',
    server: { host: server.host, port: server.port, bodyLimitBytes: server.bodyLimit },
    console: false,
    clock: { kind: 'real' },
    logLevel: log.level,
  };
}

function readPort(text: string): number | null {
  if (text === '') return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`环境变量 PORT 要写 0 到 65535 的整数，现在是“${text}”。`);
}
