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
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './files/example-files.ts';

const root = new URL('..', import.meta.url).pathname;
const example = join(root, 'config/production.example.yaml');
const secrets = {
  WECOM_AIBOT_TOKEN: 'token1',
  WECOM_AIBOT_AES_KEY: 'k'.repeat(43),
  WECOM_WEBHOOK_WORK_GROUP: 'webhook-key-3',
};

/** `${NAME}`, as it stands in a file. */
const variable = (name: string) => `\${${name}}`;

const folder = mkdtempSync(join(tmpdir(), 'duban-config-'));
writeFileSync(join(folder, 'a.yaml'), CAMPAIGN_TEXT);
writeFileSync(join(folder, 'people.yaml'), DIRECTORY_TEXT);

const MINIMAL = [
  'database: file:data/duban.db',
  'campaigns: [a.yaml]',
  `directory: ${folder}/people.yaml`,
  'wecom:',
  `  aibot: {token: "${variable('WECOM_AIBOT_TOKEN')}", encodingAESKey: "${variable('WECOM_AIBOT_AES_KEY')}"}`,
].join('\n');

function written(text: string, name = 'production.yaml'): string {
  const path = join(folder, name);
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
      expect(() => readConfig({ PORT })).toThrow(`PORT 要写 0 到 65535 的整数，现在是“${PORT}”`);
  });
});

describe('with words after the command: a rehearsal of one’s own files', () => {
  const people = written(DIRECTORY_TEXT, 'own-people.yaml');
  const march = written(CAMPAIGN_TEXT, 'march.yaml');
  const april = written(
    CAMPAIGN_TEXT.replace('id: example', 'id: april').replaceAll('2020-03', '2020-04').replaceAll('3月', '4月'),
    'april.yaml',
  );
  const own = (...args: string[]) => readConfig({}, ['--directory', people, ...args]);
  const startOf = ({ clock }: ReturnType<typeof own>) => (clock.kind === 'movable' ? formatIso(clock.startMs) : null);

  it('begins at 09:00 of the earliest notice, or when it is told to', () => {
    const both = own('--campaign', april, '--campaign', march);
    expect(both).toMatchObject({ profile: 'rehearsal', console: true, campaigns: [april, march], directory: people });
    expect(startOf(both)).toBe('2020-03-11T09:00:00+08:00');
    expect(startOf(own('--campaign', april))).toBe('2020-04-11T09:00:00+08:00');
    expect(startOf(own('--campaign', march, '--start', '2020-03-13 08:30'))).toBe('2020-03-13T08:30:00+08:00');
  });

  it('knows our own campaign by its name, and keeps our directory', () => {
    const config = readConfig({}, ['--campaign', 'shanghai-2023', '--start', '2023-03-20 09:00']);
    expect(config.campaigns).toEqual([resolve(root, 'config/campaigns/shanghai-2023.yaml')]);
    expect(config.directory).toBe(resolve(root, 'config/directory.yaml'));
  });

  it('finds files from the folder in which npm was called', () => {
    const config = readConfig({ INIT_CWD: folder }, ['--directory', 'own-people.yaml', '--campaign', './march.yaml']);
    expect([config.directory, config.campaigns]).toEqual([people, [march]]);
  });

  it('keeps a ledger of its own for each choice of files and start, unless one is named', () => {
    const copy = written(CAMPAIGN_TEXT, 'copy.yaml');
    const choices = [
      readConfig({}),
      own('--campaign', march),
      own('--campaign', copy),
      own('--campaign', april),
      own('--campaign', march, '--campaign', april),
      own('--campaign', march, '--start', '2020-03-13 08:30'),
    ].map(({ database }) => database.reveal());
    expect(new Set(choices).size).toBe(choices.length);
    expect(choices[1]).toMatch(/^file:\.\/data\/example-[0-9a-f]{8}\.db$/);
    expect(own('--campaign', march).database.reveal()).toBe(choices[1]);
    const named = readConfig({ DATABASE_URL: 'memory:' }, ['--directory', people, '--campaign', march]);
    expect(named.database.reveal()).toBe('memory:');
  });

  it('names every mistake of the files at once', () => {
    const broken = written(CAMPAIGN_TEXT.replace('no: "2"', 'no: 2'), 'broken.yaml');
    expect(() => readConfig({}, ['--campaign', broken, '--campaign', 'no/such.yaml', '--directory', people])).toThrow(
      /broken\.yaml 有 1 处要改[\s\S]*such\.yaml 有 1 处要改/,
    );
  });

  it.each([
    [['--campagin', 'x.yaml'], '没有参数“--campagin”，是不是想写“--campaign”？'],
    [['mine.yaml'], '不知道“mine.yaml”是什么：文件要写在参数名后面，例如 --campaign mine.yaml'],
    [['--campaign'], '--campaign 后面要写方案文件'],
    [['--campaign', '--directory', 'x'], '--campaign 后面要写方案文件'],
    [['--start', '3月12日'], '--start 要写日期和时间，两头加引号，例如 --start "2023-03-12 09:00"；现在是“3月12日”'],
    [['--start', '2023-02-30 09:00'], '--start 要写日期和时间'],
    [['--start', '2023-03-12 09:00', '--start', '2023-03-13 09:00'], '--start 只能写一次'],
  ])('refuses %j with a sentence and the usage', (args, sentence) => {
    expect(() => readConfig({}, args)).toThrow(sentence);
    expect(() => readConfig({}, args)).toThrow('用法：npm start');
  });

  it('names every mistake of words, environment and files at once', () => {
    const broken = written(CAMPAIGN_TEXT.replace('no: "2"', 'no: 2'), 'broken.yaml');
    const args = ['--campagin', 'x.yaml', '--start', '3月12日', '--campaign', broken, '--directory', people];
    const said = complaints(() => readConfig({ PORT: 'x' }, args)).join('\n');
    expect(said).toMatch(/没有参数“--campagin”[\s\S]*--start 要写[\s\S]*PORT 要写[\s\S]*请加引号写成 "2"/);
  });

  it('starts no rehearsal for a configuration under a name nearly right', () => {
    expect(() => readConfig({ DUBAN_CONF: 'production.yaml' })).toThrow('是不是想写 DUBAN_CONFIG？');
    expect(() => readConfig({ duban_config: 'production.yaml' })).toThrow('是不是想写 DUBAN_CONFIG？');
    expect(readConfig({ DUBAN_CONF: '' }).profile).toBe('rehearsal');
  });

  it('notices that npm kept the words for itself', () => {
    expect(() => readConfig({ npm_config_directory: 'mine.yaml' })).toThrow('-- --directory');
    expect(() => readConfig({ npm_config_campaign: 'mine.yaml' })).toThrow('请在参数前面加“--”');
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
    expect(config.database.reveal()).toBe(`file:${resolve(root, 'data/production.db')}`);
    expect(config.wecom?.aibot.token.reveal()).toBe('token1');
    expect(config.wecom?.webhooks['work-group']?.reveal()).toBe('webhook-key-3');
  });

  it('names every missing variable of the example at once, with its line', () => {
    const lines = () => readConfig({ DUBAN_CONFIG: example });
    for (const name of Object.keys(secrets))
      expect(lines).toThrow(`环境变量 ${name} 没有设置（或是空的），请设置后再启动`);
  });

  it('needs few keys; relative paths start at the file', () => {
    const config = readConfig({ DUBAN_CONFIG: written(MINIMAL), ...secrets, PORT: '8080' });
    expect(config.campaigns).toEqual([join(folder, 'a.yaml')]);
    expect(config.directory).toBe(join(folder, 'people.yaml'));
    expect(config.database.reveal()).toBe(`file:${join(folder, 'data/duban.db')}`);
    expect(config.server).toEqual({ host: '0.0.0.0', port: 8080, bodyLimitBytes: 1024 * 1024 });
    expect(config.calendar).toEqual({ holidays: [], workdays: [] });
    expect(config.wecom).toMatchObject({ apiBase: 'https://qyapi.weixin.qq.com', webhooks: {} });
  });

  it('says at eight fifty that all is well, through a robot that it knows, if it is told to', () => {
    const heartbeat = (lines: string) => [MINIMAL, `  webhooks: {keepers: "${variable('KEY')}"}`, lines].join('\n');
    const env = { ...secrets, KEY: 'webhook-key-3' };
    const read = (lines: string) => readConfig({ DUBAN_CONFIG: written(heartbeat(lines)), ...env });
    expect(read('').heartbeat).toBeNull();
    expect(read('heartbeat: {push: keepers}').heartbeat).toEqual({ push: 'keepers', at: ['08:50'] });
    expect(read('heartbeat: {push: keepers, at: ["14:00", "08:30"]}').heartbeat?.at).toEqual(['08:30', '14:00']);
    expect(complaintsOf(heartbeat('heartbeat: {push: keeper}'), env)[0]).toContain(
      '（heartbeat / push）：wecom.webhooks 里没有名为“keeper”的群机器人（有 keepers）',
    );
  });

  it('keeps the address of the monitor secret', () => {
    const monitor = `${MINIMAL}\nmonitor: {url: "${variable('PING')}", every: 30}`;
    const config = readConfig({ DUBAN_CONFIG: written(monitor), ...secrets, PING: 'https://hc-ping.com/s3cret' });
    expect(config.monitor?.url.reveal()).toBe('https://hc-ping.com/s3cret');
    expect(inspect(config, { depth: 9 })).not.toContain('s3cret');
    expect(complaintsOf(monitor, { ...secrets, PING: 's3cret' })[0]).toMatch(
      /环境变量 PING：监控地址要以 http:\/\/ 或 https:\/\/ 开头/,
    );
    expect(complaintsOf(`${MINIMAL}\nmonitor: {url: https://hc-ping.com/s3cret}`, secrets)[0]).toContain(
      `密钥不能写在文件里，请写成 "${variable('DUBAN_MONITOR_URL')}"`,
    );
  });

  it('fills a database password from the environment', () => {
    const text = MINIMAL.replace('file:data/duban.db', `mongodb://duban:${variable('DB_PASSWORD')}@db:27017/duban`);
    const config = readConfig({ DUBAN_CONFIG: written(text), ...secrets, DB_PASSWORD: 'p' });
    expect(config.database.reveal()).toBe('mongodb://duban:p@db:27017/duban');
    expect(complaintsOf(text, secrets)[0]).toBe(
      '第 1 行第 11 列（database）：环境变量 DB_PASSWORD 没有设置（或是空的），请设置后再启动',
    );
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
      '第 1 行第 10 列（server / hots）：没有“hots”这一项，是不是想写“host”？',
      '第 1 行第 25 列（server / port）：端口写 0 到 65535 的整数',
      '第 1 行第 43 列（server / bodyLimit）：请求体最多多少字节，写数字加单位，例如 512KB 或 1MB',
      `第 2 行第 11 列（database）：数据库口令不能写在文件里，请写成 mongodb://用户:${variable('MONGODB_PASSWORD')}@主机:27017/duban，值放在环境变量里`,
      '第 3 行第 1 列（campaings）：没有“campaings”这一项，是不是想写“campaigns”？',
      '第 4 行第 12 列（directory）：这里要写文字，请加引号写成 "5"',
      '第 5 行第 23 列（calendar / holidays 第1项）：日期写成 2023-03-22 这样，而且要真有这一天',
      `第 7 行第 3 列（wecom / aibot / encodingAESKey）：缺少这一项，请写成 "${variable('WECOM_AIBOT_AES_KEY')}"，值放在环境变量 WECOM_AIBOT_AES_KEY 里`,
      `第 8 行第 12 列（wecom / aibot / token）：密钥不能写在文件里，请写成 "${variable('WECOM_AIBOT_TOKEN')}"，值放在环境变量 WECOM_AIBOT_TOKEN 里`,
      '第 9 行第 12 列（wecom / apiBase）：写接口地址，例如 https://qyapi.weixin.qq.com，后面不带参数',
      `第 10 行第 17 列（wecom / webhooks / g）：密钥不能写在文件里，请写成 "${variable('WECOM_WEBHOOK_KEY')}"，值放在环境变量 WECOM_WEBHOOK_KEY 里`,
      '第 11 行第 14 列（log / level）：日志级别只有 debug、info、warn、error、silent',
    ]);
    expect(lines.join()).not.toMatch(/hunter2|20230315|literal-key/);
  });

  it('repeats no secret of a line that is not even YAML', () => {
    expect(complaintsOf('wecom: {aibot: {token: "hunter2" hunter3}}').join()).not.toContain('hunter');
  });

  it.each(['aibot: hunter2', 'aibot: {}\n  webhooks: hunter2'])(
    'repeats no secret written in place of a group: %s',
    (text) => {
      const said = complaintsOf(MINIMAL.replace(/aibot: .*/, text), secrets).join('\n');
      expect(said).toContain('这里要写一组“键: 值”（每项一行，往里缩进），现在只写了一个值');
      expect(said).not.toContain('hunter2');
    },
  );

  it('shows a secret that is nearly one nowhere', () => {
    const text = MINIMAL.replace(`"${variable('WECOM_AIBOT_TOKEN')}"`, '"Hunter2，x"').replace(
      'file:data',
      'mongodb://u:Hunter2@h',
    );
    expect(complaintsOf(text, secrets).join().toLowerCase()).not.toContain('hunter');
  });

  it('names the mistakes of the configuration, the directory and every campaign in one go', () => {
    writeFileSync(join(folder, 'misled.yaml'), DIRECTORY_TEXT.replace('[leader, organiser]', '[leader, organizer]'));
    writeFileSync(join(folder, 'one.yaml'), CAMPAIGN_TEXT.replace('from: [各所]', 'from: [区消协]'));
    writeFileSync(
      join(folder, 'two.yaml'),
      CAMPAIGN_TEXT.replace('id: example', 'id：other').replace('no: "2"', 'no: 2'),
    );
    const text = MINIMAL.replace('[a.yaml]', '[one.yaml, two.yaml, three.yaml]').replace(
      `${folder}/people.yaml`,
      'misled.yaml\nlog: {level: loud}',
    );
    const said = complaintsOf(text, secrets);
    expect(said.map((line) => (line.startsWith('第') ? line : line.replace(/^.*duban-config-[^/]*\//, '')))).toEqual([
      expect.stringMatching(/^第 2 行第 33 列（campaigns 第3项）：.*three\.yaml：没有这个文件，请检查路径/),
      '第 4 行第 14 列（log / level）：日志级别只有 debug、info、warn、error、silent',
      'misled.yaml 有 1 处要改，改好后重新启动：',
      expect.stringContaining('角色只有 reporter'),
      'one.yaml 有 1 处要改，改好后重新启动：',
      expect.stringContaining('没有单位“区消协”'),
      'two.yaml 有 2 处要改，改好后重新启动：',
      expect.stringContaining('第 1 行第 3 列：冒号要用英文半角'),
      expect.stringContaining('请加引号写成 "2"'),
    ]);
  });

  it('names in one go what the environment, the arguments, every setting and every file have wrong', () => {
    writeFileSync(join(folder, 'broken.yaml'), CAMPAIGN_TEXT.replace('no: "2"', 'no: 2'));
    const text = MINIMAL.replace('[a.yaml]', '[broken.yaml]')
      .replace('people.yaml', 'peopel.yaml')
      .replace('file:data/duban.db', 'data/duban.db')
      .concat('\n  apiBase: https://h?x=1', `\n  webhooks: {group: "${variable('WECOM_WEBHOOK_KEY')}"}`);
    const env = {
      DUBAN_CONFIG: written(text),
      DUBAN_CONF: 'x.yaml',
      PORT: '3000x',
      DATABASE_URL: 'postgres://u:hunter2@h/db',
      WECOM_AIBOT_TOKEN: 'hunter2 ',
      WECOM_AIBOT_AES_KEY: 'hunter2',
      WECOM_WEBHOOK_KEY: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hunter2',
    };
    const said = ['', ...complaints(() => readConfig(env, ['--campaign', 'x.yaml']))].slice(1);
    expect(said.filter((line) => !/^(?:用法|npm start|DUBAN_CONFIG=|演练自己)/.test(line))).toEqual([
      expect.stringContaining('不能再写参数“--campaign”'),
      '环境变量 有 3 处要改，改好后重新启动：',
      '没有 DUBAN_CONF 这个环境变量，是不是想写 DUBAN_CONFIG？',
      'PORT 要写 0 到 65535 的整数，现在是“3000x”',
      expect.stringContaining('DATABASE_URL：数据库地址不认识 postgres:'),
      expect.stringMatching(/production\.yaml 有 6 处要改/),
      expect.stringContaining('（database）：数据库地址缺少开头的类型，请写成 file:./data/duban.db'),
      expect.stringMatching(
        /（directory）：.*peopel\.yaml：没有这个文件，请检查路径；那里有 people\.yaml，是不是它？$/,
      ),
      expect.stringContaining('环境变量 WECOM_AIBOT_TOKEN：Token 应是 1 到 32 位字母和数字'),
      expect.stringContaining('环境变量 WECOM_AIBOT_AES_KEY：EncodingAESKey 应是 43 位字母和数字（现在是 7 位）'),
      expect.stringContaining('（wecom / apiBase）：写接口地址'),
      expect.stringContaining('环境变量 WECOM_WEBHOOK_KEY：这个值不像群机器人的 key'),
      expect.stringMatching(/broken\.yaml 有 1 处要改/),
      expect.stringContaining('请加引号写成 "2"'),
    ]);
    expect(said.join()).not.toContain('hunter2');
  });

  it('hides no mistake of the files behind a secret that is not set', () => {
    const text = MINIMAL.replace('[a.yaml]', '[broken.yaml]');
    writeFileSync(join(folder, 'broken.yaml'), CAMPAIGN_TEXT.replace('no: "2"', 'no: 2'));
    expect(complaintsOf(text).join('\n')).toMatch(/WECOM_AIBOT_TOKEN 没有设置[\s\S]*请加引号写成 "2"/);
  });

  it('refuses a name of the bot with the “@” that stands before it', () => {
    expect(complaintsOf(`${MINIMAL}\nbotNames: ["@督办助手"]`, secrets)).toEqual([
      '第 6 行第 12 列（botNames 第1项）：写机器人在群里的名字，一项一个，前面不加“@”',
    ]);
  });

  it('is not given the words of a rehearsal', () => {
    expect(() => readConfig({ DUBAN_CONFIG: example, ...secrets }, ['--campaign', 'x.yaml'])).toThrow(
      /设了 DUBAN_CONFIG 就是正式运行，不能再写参数“--campaign”[\s\S]*用法：npm start/,
    );
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
