import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebhookChannel, type WebhookOptions } from '../../../src/platform/wecom/webhook.ts';
import type { Channel, Push } from '../../../src/ports.ts';
import { type FakeWecom, startFakeWecom } from '../../support/fake-wecom.ts';
import { createRecordingLog } from '../../support/recording-log.ts';

const key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';

let nowMs: number;
let wecom: FakeWecom;
let log: ReturnType<typeof createRecordingLog>;
let channel: Channel;

beforeEach(async () => {
  nowMs = Date.parse('2023-03-20T10:00:00+08:00');
  wecom = await startFakeWecom({
    clock: { nowMs: () => nowMs },
    groups: { main: key, other: 'key-of-the-other-group' },
  });
  log = createRecordingLog();
  channel = open();
});

afterEach(async () => {
  vi.useRealTimers();
  await wecom.stop();
  expect(log.text()).not.toContain(key);
  expect(log.text()).not.toContain('key=');
});

function open(change: Partial<WebhookOptions> = {}): Channel {
  return createWebhookChannel({
    apiBase: wecom.apiBase,
    webhooks: { main: key, gone: 'key-of-a-removed-robot' },
    log,
    random: () => 0.5,
    ...change,
  });
}

function push(text: string, { mentions = [] as string[], to = 'main' } = {}): Push {
  return { key: 'campaign/shanghai-2023/7/0', to: { kind: 'chat', chat: 'g1', push: to }, text, mentions };
}

describe('a push', () => {
  it('is text with its mentions, in the group of its key only', async () => {
    expect(await channel.push(push('请尽快报送。', { mentions: ['zhangsan', 'all'] }))).toEqual({ kind: 'sent' });
    expect(await channel.push(push('谢谢。'))).toEqual({ kind: 'sent' });
    expect(wecom.seen('main')).toEqual([
      { content: '请尽快报送。', mentions: ['zhangsan', '@all'], atMs: nowMs },
      { content: '谢谢。', mentions: [], atMs: nowMs },
    ]);
    expect(wecom.seen('other')).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  it('calls nobody whom people only wrote about', async () => {
    await channel.push(push('“绑定 黄浦区局 <@ShanghaiLeader>”“<@all>”'));
    expect(wecom.seen('main')).toMatchObject([
      { content: '“绑定 黄浦区局 ＜@ShanghaiLeader>”“＜@all>”', mentions: [] },
    ]);
  });

  it('declares the limits that the platform has', async () => {
    expect(channel).toMatchObject({
      platform: 'wecom',
      limits: { pushBytes: 2048, replyBytes: 20480, pushesPerMinute: 20, reachesPeople: false },
    });
    expect(await channel.push(push('报'.repeat(682)))).toEqual({ kind: 'sent' });
    for (let n = 1; n < 20; n += 1) expect(await channel.push(push('x'))).toEqual({ kind: 'sent' });
    expect(await channel.push(push('一条太多'))).toMatchObject({ kind: 'retry', afterMs: 62_500 });
    nowMs += 62_500;
    expect(await channel.push(push('一条太多'))).toEqual({ kind: 'sent' });
    expect(wecom.seen('main')).toHaveLength(21);
  });

  it('loses control characters', async () => {
    await channel.push(push('第一行\r\n第二\u0000行\u202e'));
    expect(wecom.seen('main')[0]?.content).toBe('第一行\n第二行');
  });
});

describe('is not even sent', () => {
  it.each([
    ['to a person', { ...push('x'), to: { kind: 'person', account: 'zhangsan' } } as Push, /不能给个人/],
    ['without webhook', push('x', { to: 'nowhere' }), /nowhere/],
    ['to a name that objects have by nature', push('x', { to: 'constructor' }), /constructor/],
    ['when too long', push('报'.repeat(683)), /2049 字节.*2048/],
    ['when empty', push(' \u0000\n'), /空/],
  ])('%s', async (_what, message, reason) => {
    expect(await channel.push(message)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
    expect(wecom.attempts()).toBe(0);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { send: message.key, kind: 'refused' } }]);
  });
});

describe('what the platform says', () => {
  it.each([
    [-1, { kind: 'retry', afterMs: 5_000 }],
    [45009, { kind: 'retry', afterMs: 62_500 }],
    [45033, { kind: 'retry', afterMs: 1_500 }],
    [93000, { kind: 'refused', reason: expect.stringMatching(/key.*93000/) }],
    [40058, { kind: 'refused', reason: expect.stringMatching(/40058/) }],
    [40008, { kind: 'refused', reason: expect.stringMatching(/40008/) }],
    [44004, { kind: 'refused', reason: expect.stringMatching(/空.*44004/) }],
    [45002, { kind: 'refused', reason: expect.stringMatching(/长度.*45002/) }],
    [99999, { kind: 'refused', reason: '平台拒收：bad *** here（errcode 99999）' }],
  ])('errcode %i', async (errcode, outcome) => {
    wecom.misbehave({ kind: 'errcode', errcode, errmsg: `bad ${key} here` });
    expect(await channel.push(push('x'))).toMatchObject(outcome);
    expect(wecom.seen('main')).toEqual([]);
    expect(await channel.push(push('x'))).toEqual({ kind: 'sent' });
  });

  it('waits 60 to 65 seconds after the minute limit', async () => {
    for (const [random, afterMs] of [
      [0, 60_000],
      [0.9999, 64_999],
    ] as const) {
      wecom.misbehave({ kind: 'errcode', errcode: 45009 });
      expect(await open({ random: () => random }).push(push('x'))).toMatchObject({ afterMs });
    }
  });

  it('a robot that was removed', async () => {
    const outcome = await channel.push(push('x', { to: 'gone' }));
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/重新添加/) });
  });

  it.each([
    [500, { kind: 'retry', afterMs: 5_000 }],
    [502, { kind: 'retry', afterMs: 5_000 }],
    [429, { kind: 'retry', afterMs: 60_000 }],
    [404, { kind: 'refused', reason: expect.stringMatching(/apiBase/) }],
    [307, { kind: 'refused', reason: expect.stringMatching(/apiBase/) }],
    [302, { kind: 'refused', reason: expect.stringMatching(/apiBase/) }],
  ])('HTTP %i', async (status, outcome) => {
    wecom.misbehave({ kind: 'status', status });
    expect(await channel.push(push('x'))).toMatchObject(outcome);
    expect(wecom.attempts()).toBe(1);
  });

  it.each(['<html>登录</html>', '', '{}', '{"errcode":"0"}', '[]', 'null', 'x'.repeat(100_000)])(
    'garbage: %.20s',
    async (body) => {
      wecom.misbehave({ kind: 'garbage', body });
      expect(await channel.push(push('x'))).toMatchObject({ kind: 'retry', afterMs: 30_000 });
    },
  );
});

describe('a platform that cannot be reached', () => {
  it.each(['reset', 'lost-answer'] as const)('%s', async (kind) => {
    wecom.misbehave({ kind });
    expect(await channel.push(push('x'))).toMatchObject({ kind: 'retry', afterMs: 5_000 });
    expect(wecom.seen('main')).toHaveLength(kind === 'reset' ? 0 : 1);
  });

  it('nobody listens', async () => {
    await wecom.stop();
    const outcome = await channel.push(push('x'));
    expect(outcome).toEqual({ kind: 'retry', afterMs: 5_000, reason: '连不上平台（ECONNREFUSED）' });
  });

  it('no answer in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const silent: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const outcome = open({ fetch: silent, timeoutMs: 10_000 }).push(push('x'));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual({
      kind: 'retry',
      afterMs: 5_000,
      reason: '连不上平台（no answer within 10000 ms）',
      unsure: true,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('an answer that is held back arrives', async () => {
    let release = () => {};
    wecom.misbehave({ kind: 'hold', until: new Promise<void>((resolve) => (release = resolve)) });
    const outcome = channel.push(push('x'));
    release();
    expect(await outcome).toEqual({ kind: 'sent' });
  });
});

describe('configuration', () => {
  it.each(['qyapi.weixin.qq.com', 'ftp://host', 'https://user@host', 'https://host/?key=1', ''])(
    'refuses the address %j',
    (apiBase) => {
      expect(() => open({ apiBase })).toThrow(/apiBase/);
    },
  );

  it('takes an address with a trailing slash, or a path', async () => {
    expect(await open({ apiBase: `${wecom.apiBase}/` }).push(push('x'))).toEqual({ kind: 'sent' });
    expect(await open({ apiBase: `${wecom.apiBase}/wework` }).push(push('x'))).toMatchObject({ kind: 'refused' });
  });

  it('refuses a whole address as key, and does not show it', () => {
    const webhooks = { main: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}` };
    expect(() => open({ webhooks })).toThrow(/^(?!.*693a)wecom\.webhooks\.main.*key=/);
    expect(() => open({ webhooks: { main: '' } })).toThrow(/webhooks\.main/);
  });
});
