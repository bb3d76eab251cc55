/** The configuration file of the production profile: every key checked, secrets only from the environment. */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { createWorkingCalendar } from '../domain/calendar/working-days.ts';
import { day, timeOfDay, wordList, words } from '../domain/file-fields.ts';
import { hide, type Secret } from '../secret.ts';
import { reportOffice } from './campaign-files.ts';
import { FileError, type FileReport } from './file-error.ts';
import { type Checked, checkText, readText } from './read-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Surroundings {
  readonly env: Environment;
  /** Where relative paths start: the folder the file is in, so that the program may be started from anywhere. */
  readonly folder: string;
}

/** Throws a FileError with everything that is wrong, in this file and in those it names. */
export function loadConfigFile(path: string, env: Environment): ConfigFile {
  const file = readText(path);
  if (!('text' in file)) throw new FileError([file]);
  const schema = configFile({ env, folder: dirname(resolve(path)) });
  const checked = checkText(file, schema, (value) => ({ value, problems: [] }));
  if (checked.problems.length > 0 || checked.data === null) throw new FileError([checked, ...reportNamed(checked)]);
  return checked.data;
}

/** The files are checked although the configuration is wrong, as far as it says which they are. */
function reportNamed({ data, isDoubtful }: Checked<ConfigFile>): FileReport[] {
  if (data === null || isDoubtful('campaigns') || isDoubtful('directory')) return [];
  const { closingTime, calendar } = data;
  const options = {
    ...(isDoubtful('closingTime') ? {} : { closingTime }),
    ...(isDoubtful('calendar') ? {} : { calendar: createWorkingCalendar(calendar) }),
  };
  return reportOffice(data, options);
}

export type ConfigFile = z.infer<ReturnType<typeof configFile>>;

function configFile(around: Surroundings) {
  const path = words.transform((written) => resolve(around.folder, written));
  return z.strictObject({
    server: z
      .strictObject({
        host: words.default('0.0.0.0'),
        port: z
          .int('端口写 0 到 65535 的整数')
          .min(0, '端口写 0 到 65535 的整数')
          .max(65_535, '端口写 0 到 65535 的整数')
          .default(3000),
        bodyLimit: byteSize.default(1024 * 1024),
      })
      .prefault({}),
    database: databaseAddress(around),
    campaigns: z.array(path).min(1, '至少写一个方案文件'),
    directory: path,
    closingTime: timeOfDay.default('17:30'),
    calendar: z.strictObject({ holidays: z.array(day).default([]), workdays: z.array(day).default([]) }).prefault({}),
    botNames: wordList.min(1, '至少写一个机器人在群里的名字').default(['督办助手']),
    wecom: z.strictObject({
      aibot: z.strictObject({
        token: secret(around, 'WECOM_AIBOT_TOKEN'),
        encodingAESKey: secret(around, 'WECOM_AIBOT_AES_KEY'),
        receiveId: z.string().trim().default(''),
      }),
      apiBase: z
        .url({ protocol: /^https?$/, error: '写接口地址，例如 https://qyapi.weixin.qq.com' })
        .default('https://qyapi.weixin.qq.com'),
      webhooks: z.record(z.string(), secret(around, 'WECOM_WEBHOOK_KEY')).default({}),
    }),
    log: z
      .strictObject({
        level: z
          .enum(['debug', 'info', 'warn', 'error', 'silent'], {
            error: '日志级别只有 debug、info、warn、error、silent',
          })
          .default('info'),
      })
      .prefault({}),
  });
}

const byteSize = z
  .string()
  .regex(/^\d{1,4}(?:KB|MB)$/, '请求体最多多少字节，写数字加单位，例如 512KB 或 1MB')
  .transform((size) => Number.parseInt(size, 10) * (size.endsWith('MB') ? 1024 * 1024 : 1024));

const VARIABLE = /\$\{([A-Za-z_]\w*)\}/g;

/** `unknown`, so that no type error repeats what was written here. */
function secret({ env }: Surroundings, example: string) {
  return z.unknown().transform((written, ctx): Secret => {
    if (written === undefined || written === null) {
      ctx.addIssue(`缺少这一项，请写成 "\${${example}}"，值放在环境变量 ${example} 里`);
      return z.NEVER;
    }
    const name = typeof written === 'string' ? /^\$\{([A-Za-z_]\w*)\}$/.exec(written)?.[1] : undefined;
    if (name === undefined) {
      ctx.addIssue(`密钥不能写在文件里，请写成 "\${${example}}"，值放在环境变量 ${example} 里`);
      return z.NEVER;
    }
    const value = env[name] ?? '';
    if (value === '') ctx.addIssue(`环境变量 ${name} 没有设置（或是空的），请设置后再启动`);
    return hide(value);
  });
}

/** A password in an address is a secret like any other; a relative file starts at the configuration's folder. */
function databaseAddress({ env, folder }: Surroundings) {
  return words.transform((written, ctx): Secret => {
    const password = /^mongodb(?:\+srv)?:\/\/[^/@]*?:(.*)@/.exec(written)?.[1];
    if (password !== undefined && password.replace(VARIABLE, '') !== '')
      ctx.addIssue(
        `数据库口令不能写在文件里，请写成 mongodb://用户:\${MONGODB_PASSWORD}@主机:27017/duban，值放在环境变量里`,
      );
    const missing = [...written.matchAll(VARIABLE)].map(([, name = '']) => name).filter((name) => !env[name]);
    for (const name of missing) ctx.addIssue(`环境变量 ${name} 没有设置（或是空的），请设置后再启动`);
    const filled = written.replace(VARIABLE, (_, name: string) => env[name] ?? '');
    const relative = /^file:(?!\/)(.+)$/.exec(filled)?.[1];
    return hide(relative === undefined ? filled : `file:${resolve(folder, relative)}`);
  });
}
