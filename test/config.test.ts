import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { formatIso } from '../src/domain/calendar/zone.ts';
import { loadCampaign, loadDirectory } from '../src/files/campaign-files.ts';
import { hide } from '../src/secret.ts';
import { complaints } from './files/complaints.ts';

const root = new URL('..', import.meta.url).pathname;
const example = join(root, 'config/production.example.yaml');
const secrets = { WECOM_AIBOT_TOKEN: 'token-1', WECOM_AIBOT_AES_KEY: 'key-2', WECOM_WEBHOOK_WORK_GROUP: 'key-3' };

/** `${NAME}`, as it stands in a file. */
const variable = (name: string) => `\${${name}}`;

const MINIMAL = [
  'database: file:data/duban.db',
  'campaigns: [a.yaml]',
  'directory: /etc/duban/directory.yaml',
  'wecom:',
  `  aibot: {token: "${variable('WECOM_AIBOT_TOKEN')}", encodingAESKey: "${variable('WECOM_AIBOT_AES_KEY')}"}`,
].join('\n');

const folder = mkdtempSync(join(tmpdir(), 'duban-config-'));

function written(text: string): string {
  const path = join(folder, 'production.yaml');
  writeFileSync(path, text);
  return path;
}

function complaintsOf(text: string, env = {}): string[] {
  return complaints(() => readConfig({ DUBAN_CONFIG: written(text), ...env }));
}

describe('without a file: the rehearsal', () => {
  const config = readConfig({});

  it('runs the Shanghai campaign on its own machine with a movable clock', () => {
    expect(config).toMatchObject({
      profile: 'rehearsal',
      console: true,
      wecom: null,
      server: { host: '127.0.0.1', port: 3000 },
      closingTime: '17:30',
      botNames: ['督办助手'],
    });
    expect(config.database.reveal()).toBe('file:./data/duban.db');
    expect(config.clock.kind === 'movable' && formatIso(config.clock.startMs)).toBe('2023-03-12T09:00:00+08:00');
  });

  it('names files that load', () => {
    const directory = loadDirectory(config.directory).definition;
    expect(config.campaigns.map((path) => loadCampaign(path, directory).definition.id)).toEqual(['shanghai-2023']);
  });

  it('takes PORT and DATABASE_URL from the environment, unless they are empty', () => {
    const own = readConfig({ PORT: '0', DATABASE_URL: 'mongodb://u:p@h/db' });
    expect(own.server.port).toBe(0);
    expect(own.database.reveal()).toBe('mongodb://u:p@h/db');
    expect(readConfig({ PORT: '', DATABASE_URL: '', DUBAN_CONFIG: '' })).toMatchObject({
      profile: 'rehearsal',
      server: { port: 3000 },
    });
    for (const PORT of ['abc', '-1', '65536', '3000x'])
      expect(() => readConfig({ PORT })).toThrow(`环境变量 PORT 要写 0 到 65535 的整数，现在是“${PORT}”。`);
  });
});

describe('with a file: production', () => {
  it('accepts the example as it stands, once its secrets are set', () => {
    const config = readConfig({ DUBAN_CONFIG: example, ...secrets });
    expect(config).toMatchObject({
      profile: 'production',
      console: false,
      clock: { kind: 'real' },
      server: { host: '0.0.0.0', port: 3000, bodyLimitBytes: 1024 * 1024 },
      campaigns: [resolve(root, 'config/campaigns/shanghai-2023.yaml')],
      directory: resolve(root, 'config/directory.yaml'),
      logLevel: 'info',
    });
    expect(config.database.reveal()).toBe(`file:${resolve(root, 'data/duban.db')}`);
    expect(config.wecom?.aibot.token.reveal()).toBe('token-1');
    expect(config.wecom?.webhooks['work-group']?.reveal()).toBe('key-3');
  });

  it('names every missing variable of the example at once, with its line', () => {
    const lines = () => readConfig({ DUBAN_CONFIG: example });
    for (const name of Object.keys(secrets))
      expect(lines).toThrow(`环境变量 ${name} 没有设置（或是空的），请设置后再启动`);
  });

  it('needs few keys; relative paths start at the file', () => {
    const config = readConfig({ DUBAN_CONFIG: written(MINIMAL), ...secrets, PORT: '8080' });
    expect(config.campaigns).toEqual([join(folder, 'a.yaml')]);
    expect(config.directory).toBe('/etc/duban/directory.yaml');
    expect(config.database.reveal()).toBe(`file:${join(folder, 'data/duban.db')}`);
    expect(config.server).toEqual({ host: '0.0.0.0', port: 8080, bodyLimitBytes: 1024 * 1024 });
    expect(config.calendar).toEqual({ holidays: [], workdays: [] });
    expect(config.wecom).toMatchObject({ apiBase: 'https://qyapi.weixin.qq.com', webhooks: {} });
  });

  it('fills a database password from the environment', () => {
    const text = MINIMAL.replace('file:data/duban.db', `mongodb://duban:${variable('DB_PASSWORD')}@db:27017/duban`);
    const config = readConfig({ DUBAN_CONFIG: written(text), ...secrets, DB_PASSWORD: 'p' });
    expect(config.database.reveal()).toBe('mongodb://duban:p@db:27017/duban');
    expect(complaintsOf(text, secrets)).toEqual([
      '第 1 行第 11 列（database）：环境变量 DB_PASSWORD 没有设置（或是空的），请设置后再启动',
    ]);
  });

  it('says all that is wrong, with places, and repeats no secret', () => {
    const lines = complaintsOf(
      [
        'server: {hots: x, port: 99999, bodyLimit: big}',
        'database: mongodb://duban:hunter2@db/duban',
        'campaings: [a.yaml]',
        'directory: 5',
        'calendar: {holidays: [2027-13-01]}',
        'wecom:',
        '  aibot:',
        '    token: 20230315',
        '  apiBase: qyapi',
        '  webhooks: {g: literal-key}',
        'log: {level: loud}',
      ].join('\n'),
    );
    expect(lines).toEqual([
      '第 1 行第 1 列（campaigns）：缺少“campaigns”，请补上',
      '第 1 行第 10 列（server / hots）：没有“hots”这一项，是不是想写“host”？',
      '第 1 行第 25 列（server / port）：端口写 0 到 65535 的整数',
      '第 1 行第 43 列（server / bodyLimit）：大小写成 512KB 或 1MB',
      `第 2 行第 11 列（database）：数据库口令不能写在文件里，请写成 mongodb://用户:${variable('MONGODB_PASSWORD')}@主机:27017/duban，值放在环境变量里`,
      '第 3 行第 1 列（campaings）：没有“campaings”这一项，是不是想写“campaigns”？',
      '第 4 行第 12 列（directory）：这里要写文字，请加引号写成 "5"',
      '第 5 行第 23 列（calendar / holidays 第1项）：日期写成 2023-03-22 这样，而且要真有这一天',
      `第 7 行第 3 列（wecom / aibot / encodingAESKey）：缺少这一项，请写成 "${variable('WECOM_AIBOT_AES_KEY')}"，值放在环境变量 WECOM_AIBOT_AES_KEY 里`,
      `第 8 行第 12 列（wecom / aibot / token）：密钥不能写在文件里，请写成 "${variable('WECOM_AIBOT_TOKEN')}"，值放在环境变量 WECOM_AIBOT_TOKEN 里`,
      '第 9 行第 12 列（wecom / apiBase）：写接口地址，例如 https://qyapi.weixin.qq.com',
      `第 10 行第 17 列（wecom / webhooks / g）：密钥不能写在文件里，请写成 "${variable('WECOM_WEBHOOK_KEY')}"，值放在环境变量 WECOM_WEBHOOK_KEY 里`,
      '第 11 行第 14 列（log / level）：日志级别只有 debug、info、warn、error、silent',
    ]);
    expect(lines.join()).not.toMatch(/hunter2|20230315|literal-key/);
  });

  it('repeats no secret of a line that is not even YAML', () => {
    expect(complaintsOf('wecom: {aibot: {token: "hunter2" hunter3}}').join()).not.toContain('hunter');
  });

  it('says which file is missing', () => {
    expect(() => readConfig({ DUBAN_CONFIG: join(folder, 'none.yaml') })).toThrow(
      /none\.yaml 有 1 处要改[\s\S]*没有这个文件/,
    );
  });
});

describe('a secret', () => {
  it('shows itself to nobody but who asks for it', () => {
    const secret = hide('hunter2');
    expect(secret.reveal()).toBe('hunter2');
    expect(`${secret}`).toBe('〔已隐藏〕');
    expect(JSON.stringify({ secret })).toBe('{"secret":"〔已隐藏〕"}');
    expect(inspect({ secret }, { showHidden: true, depth: 5 })).not.toContain('hunter2');
  });
});
