/** What a configuration file means where it stands: secrets from the environment, paths from its folder. */
import { dirname, resolve } from 'node:path';
import { type FilePath, type FileProblem, problem } from '../domain/file-problem.ts';
import { hide, type Secret } from '../secret.ts';
import type { ConfigWritten } from './config-schema.ts';
import { readText, type Sense } from './read-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Why a value cannot be used and what to do; null if it can. Never shows the value. */
export type Rule = (value: string) => string | null;

/** What stores and platforms take, so that they need not refuse it one by one when they open. */
export interface ConfigRules {
  readonly database: Rule;
  readonly token: Rule;
  readonly aesKey: Rule;
  readonly webhookKey: Rule;
  readonly apiBase: Rule;
  readonly monitorUrl: Rule;
}

export interface Surroundings {
  readonly env: Environment;
  readonly rules: ConfigRules;
}

export interface ConfigFile extends Omit<ConfigWritten, 'database' | 'wecom' | 'heartbeat' | 'monitor'> {
  readonly database: Secret;
  readonly heartbeat: NonNullable<ConfigWritten['heartbeat']> | null;
  readonly monitor: { readonly url: Secret; readonly every: number } | null;
  readonly wecom: Omit<ConfigWritten['wecom'], 'aibot' | 'webhooks'> & {
    readonly aibot: { readonly token: Secret; readonly encodingAESKey: Secret; readonly receiveId: string };
    readonly webhooks: Readonly<Record<string, Secret>>;
  };
}

const ALONE = /^\$\{([A-Za-z_]\w*)\}$/;
const VARIABLE = /\$\{([A-Za-z_]\w*)\}/g;

/** `path` is the configuration's own: relative files start at its folder, so that the program may be started from anywhere. */
export function resolveConfig(written: ConfigWritten, path: string, { env, rules }: Surroundings): Sense<ConfigFile> {
  const folder = dirname(resolve(path));
  const problems: FileProblem[] = [];
  const { aibot, webhooks, apiBase } = written.wecom;
  const value = {
    ...written,
    campaigns: written.campaigns.map((campaign, index) => file(campaign, ['campaigns', index])),
    directory: file(written.directory, ['directory']),
    database: database(written.database),
    heartbeat: written.heartbeat ?? null,
    monitor: written.monitor
      ? {
          every: written.monitor.every,
          url: secret(written.monitor.url, ['monitor', 'url'], 'DUBAN_MONITOR_URL', rules.monitorUrl),
        }
      : null,
    wecom: {
      apiBase: checked(apiBase, ['wecom', 'apiBase'], rules.apiBase),
      aibot: {
        token: secret(aibot.token, ['wecom', 'aibot', 'token'], 'WECOM_AIBOT_TOKEN', rules.token),
        encodingAESKey: secret(
          aibot.encodingAESKey,
          ['wecom', 'aibot', 'encodingAESKey'],
          'WECOM_AIBOT_AES_KEY',
          rules.aesKey,
        ),
        receiveId: aibot.receiveId,
      },
      webhooks: Object.fromEntries(
        Object.entries(webhooks).map(([name, key]) => [
          name,
          secret(key, ['wecom', 'webhooks', name], 'WECOM_WEBHOOK_KEY', rules.webhookKey),
        ]),
      ),
    },
  };
  if (written.heartbeat) say(['heartbeat', 'push'], strangeRobot(written.heartbeat.push, Object.keys(webhooks)));
  return { value, problems };

  function say(at: FilePath, text: string | null): void {
    if (text !== null) problems.push(problem(at, text));
  }

  function checked(text: string, at: FilePath, rule: Rule): string {
    say(at, rule(text));
    return text;
  }

  /** A file that cannot be read is told where it is named. */
  function file(name: string, at: FilePath): string {
    const absolute = resolve(folder, name);
    const found = readText(absolute);
    if (!('text' in found)) for (const { text } of found.problems) say(at, `${found.fileName}：${text}`);
    return absolute;
  }

  function secret(words: unknown, at: FilePath, example: string, rule: Rule): Secret {
    const name = typeof words === 'string' ? ALONE.exec(words.trim())?.[1] : undefined;
    if (name === undefined) say(at, notNamed(words, example));
    else say(at, faultOf(name, rule));
    return hide(env[name ?? ''] ?? '');
  }

  function faultOf(name: string, rule: Rule): string | null {
    const key = env[name] ?? '';
    if (key === '') return unset(name);
    const fault = rule(key);
    return fault === null ? null : `环境变量 ${name}：${fault}`;
  }

  /** A password in an address is a secret like any other. */
  function database(address: string): Secret {
    const at = ['database'];
    const password = /^mongodb(?:\+srv)?:\/\/[^/@]*?:(.*)@/.exec(address)?.[1];
    if (password !== undefined && password.replace(VARIABLE, '') !== '')
      say(
        at,
        `数据库口令不能写在文件里，请写成 mongodb://用户:\${MONGODB_PASSWORD}@主机:27017/duban，值放在环境变量里`,
      );
    const missing = [...address.matchAll(VARIABLE)].map(([, name = '']) => name).filter((name) => !env[name]);
    for (const name of missing) say(at, unset(name));
    const filled = address.replace(VARIABLE, (_, name: string) => env[name] ?? '');
    if (missing.length === 0) say(at, rules.database(filled));
    const relative = /^file:(?!\/)(.+)$/.exec(filled)?.[1];
    return hide(relative === undefined ? filled : `file:${resolve(folder, relative)}`);
  }
}

function strangeRobot(name: string, known: readonly string[]): string | null {
  if (known.includes(name)) return null;
  const there = known.length === 0 ? '一个也没有配' : `有 ${known.join('、')}`;
  return `wecom.webhooks 里没有名为“${name}”的群机器人（${there}）`;
}

function notNamed(words: unknown, example: string): string {
  const isThere = words !== undefined && words !== null;
  return `${isThere ? '密钥不能写在文件里' : '缺少这一项'}，请写成 "\${${example}}"，值放在环境变量 ${example} 里`;
}

function unset(name: string): string {
  return `环境变量 ${name} 没有设置（或是空的），请设置后再启动`;
}
