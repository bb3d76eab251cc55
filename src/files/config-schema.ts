/** The one schema of a configuration file (配置文件), as written: what stands in the environment is looked up later. */
import { z } from 'zod';
import { day, timeOfDay, words } from '../domain/file-fields.ts';

/** `unknown`, so that no type error repeats what was written here. */
const secret = z.unknown().optional();

const port = '端口写 0 到 65535 的整数';

const every = '每隔多少秒，写 10 到 3600 的整数';

const botName = words.regex(/^[^@＠、，,；;]+$/, '写机器人在群里的名字，一项一个，前面不加“@”');

const byteSize = z
  .string()
  .regex(/^\d{1,4}(?:KB|MB)$/, '请求体最多多少字节，写数字加单位，例如 512KB 或 1MB')
  .transform((size) => Number.parseInt(size, 10) * (size.endsWith('MB') ? 1024 * 1024 : 1024));

export const configSchema = z.strictObject({
  server: z
    .strictObject({
      host: words.default('0.0.0.0'),
      port: z.int(port).min(0, port).max(65_535, port).default(3000),
      bodyLimit: byteSize.default(1024 * 1024),
    })
    .prefault({}),
  database: words,
  campaigns: z.array(words).min(1, '至少写一个方案文件'),
  directory: words,
  closingTime: timeOfDay.default('17:30'),
  calendar: z.strictObject({ holidays: z.array(day).default([]), workdays: z.array(day).default([]) }).prefault({}),
  botNames: z.array(botName).min(1, '至少写一个机器人在群里的名字').default(['督办助手']),
  wecom: z.strictObject({
    aibot: z.strictObject({
      token: secret,
      encodingAESKey: secret,
      receiveId: z.string().trim().default(''),
    }),
    apiBase: words.default('https://qyapi.weixin.qq.com'),
    webhooks: z.record(z.string(), secret).default({}),
  }),
  heartbeat: z
    .strictObject({
      push: words,
      at: z
        .array(timeOfDay)
        .min(1, '至少写一个时间，例如 ["08:50"]')
        .default(['08:50'])
        .transform((times) => times.toSorted()),
    })
    .optional(),
  monitor: z.strictObject({ url: secret, every: z.int(every).min(10, every).max(3600, every).default(60) }).optional(),
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

export type ConfigWritten = z.infer<typeof configSchema>;
