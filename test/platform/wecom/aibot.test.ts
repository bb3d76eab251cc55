import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AibotWorld, startAibotWorld } from '../../support/aibot-world.ts';
import { testCredentials } from '../../support/fake-wecom.ts';
import { signedCallback } from '../../support/wecom-wire.ts';

let world: AibotWorld;

beforeEach(async () => {
  world = await startAibotWorld();
});

afterEach(() => world.stop());

describe('URL verification', () => {
  it('answers the bare echostr', async () => {
    expect(await world.people.verifyUrl()).toBe(true);
    expect(world.received).toEqual([]);
  });

  it('takes plus signs that a proxy handed on unescaped', async () => {
    let query: URLSearchParams;
    let encrypt: string;
    do ({ query, encrypt } = signedCallback(testCredentials, 'echo', world.nowMs, 'n'));
    while (!encrypt.includes('+'));
    const response = await fetch(`${world.url}?${query}&echostr=${encrypt}`);
    expect([response.status, await response.text()]).toEqual([200, 'echo']);
  });

  it('is refused with another signature', async () => {
    const { query, encrypt } = signedCallback(testCredentials, 'echo', world.nowMs, 'n');
    query.set('echostr', encrypt);
    query.set('nonce', 'm');
    expect((await fetch(`${world.url}?${query}`)).status).toBe(401);
  });
});

describe('a message', () => {
  it('of a group reaches the inside without its mention, and is answered', async () => {
    const answer = await world.people.say({ from: 'zhangsan', group: 'wrMAIN', text: '收到', msgid: 'm/1=' });
    expect(answer).toMatchObject({ status: 200, text: '收到：收到' });
    expect(world.received).toEqual([
      {
        platform: 'wecom',
        messageId: 'm/1=',
        chat: { kind: 'group', account: 'wrMAIN' },
        sender: 'zhangsan',
        text: '收到',
        quoted: null,
        attachments: [],
      },
    ]);
  });

  it('of a single chat has the sender as its chat', async () => {
    await world.people.say({ from: 'zhangsan', text: '进度' });
    expect(world.received[0]).toMatchObject({ chat: { kind: 'single', account: 'zhangsan' }, text: '进度' });
  });

  it('may be mixed, spoken, a file, a picture or a film', async () => {
    await world.people.say({ from: 'a', group: 'wr', mixed: ['公益广告3条', { image: 'https://x' }, '抖音12条'] });
    await world.people.say({ from: 'a', voice: '公益广告三条' });
    for (const media of ['file', 'image', 'video'] as const) await world.people.say({ from: 'a', media });
    expect(world.received.map(({ text, attachments }) => [text, attachments])).toEqual([
      ['公益广告3条\n抖音12条', [{ kind: 'image', name: '图片' }]],
      ['公益广告三条', []],
      ['', [{ kind: 'file', name: '文件' }]],
      ['', [{ kind: 'image', name: '图片' }]],
      ['', [{ kind: 'file', name: '视频' }]],
    ]);
  });

  it('keeps what it quotes apart from what it says, also where it says nothing', async () => {
    await world.people.say({ from: 'a', group: 'wr', text: '改成20', quote: '@督办助手 第3项12' });
    await world.people.say({ from: 'a', group: 'wr', text: '', quote: '公益广告3条' });
    await world.people.say({ from: 'a', group: 'wr', text: '' });
    expect(world.received.map(({ text, quoted }) => [text, quoted])).toEqual([
      ['改成20', '第3项12'],
      ['', '公益广告3条'],
      ['', null],
    ]);
  });

  it('loses control characters and what cannot be seen', async () => {
    await world.people.say({ from: 'a', text: '\u0000第3项\u001b[31m改成\u200b20\u202e\r\n无\ud800👨‍👩‍👧\u0085' });
    expect(world.received[0]?.text).toBe('第3项[31m改成20\n无👨‍👩‍👧');
  });

  it('is read even with raw control characters inside its JSON', async () => {
    await world.people.send(
      '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"3\u0001条"}}',
    );
    expect(world.received[0]?.text).toBe('3 条');
  });

  it('of 10,000 characters is taken whole', async () => {
    await world.people.say({ from: 'a', text: '报'.repeat(10_000) });
    expect(world.received[0]?.text).toHaveLength(10_000);
  });

  it('of an unknown type is answered politely and goes no further', async () => {
    const json = { msgid: 'm', chattype: 'single', from: { userid: 'a' }, msgtype: 'location', location: {} };
    expect(await world.people.send(JSON.stringify(json))).toMatchObject({
      status: 200,
      text: expect.stringContaining('暂时看不懂'),
    });
    expect(world.received).toEqual([]);
  });
});

describe('an answer', () => {
  it('is the same to the letter when the message repeats', async () => {
    const first = await world.people.say({ from: 'a', text: '收到' });
    const again = await world.people.repeat(first!.msgid);
    const replayed = await world.people.replay(first!.msgid);
    expect(first?.streamId).toMatch(/^[0-9a-f]{32}$/);
    for (const other of [again, replayed]) {
      expect([other.text, other.streamId]).toEqual([first?.text, first?.streamId]);
    }
    expect(new Set(world.received.map(({ messageId }) => messageId)).size).toBe(1);
    expect((await world.people.say({ from: 'a', text: '收到' }))?.streamId).not.toBe(first?.streamId);
  });

  it('is empty when there is nothing to say', async () => {
    world.receive = async () => [];
    expect(await world.people.say({ from: 'a', text: '收到' })).toMatchObject({ status: 200, body: '' });
  });

  it('joins several texts', async () => {
    world.receive = async () => [{ text: '一' }, { text: '二' }];
    expect((await world.people.say({ from: 'a', text: '收到' }))?.text).toBe('一\n\n二');
  });

  it('that is too long ends with a sentence and a hint', async () => {
    world.receive = async () => [{ text: '黄浦区市场监管局尚未报送。'.repeat(1_000) }];
    const text = (await world.people.say({ from: 'a', text: '未报单位' }))?.text ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20480);
    expect(Buffer.byteLength(text)).toBeGreaterThan(20300);
    expect(text).toMatch(/尚未报送。\n……内容较长/);
  });

  it('is none where the program failed, so that the message comes again', async () => {
    world.receive = () => Promise.reject(new Error('disk full, 张三说收到'));
    const failed = await world.people.say({ from: 'a', text: '收到', msgid: 'm1' });
    expect(failed).toMatchObject({ status: 500, text: null });
    expect(failed?.body).toBe('{"error":{"code":"internal","message":"系统出错，请稍后再试。"}}');
    world.receive = async () => [{ text: '已登记' }];
    expect(await world.people.repeat('m1')).toMatchObject({ status: 200, text: '已登记' });
  });
});

describe('events', () => {
  it('entering the chat is welcomed', async () => {
    expect((await world.people.event('zhangsan', 'enter_chat'))?.text).toBe('您好，zhangsan。');
    expect(await world.people.event('stranger', 'enter_chat')).toMatchObject({ status: 200, body: '' });
  });

  it.each(['feedback_event', 'template_card_event', 'some_new_event'])(
    '%s is accepted without a word',
    async (type) => {
      expect(await world.people.event('a', type, { [type]: { id: 'x' } })).toMatchObject({ status: 200, body: '' });
      expect(world.received).toEqual([]);
    },
  );

  it('a stream that is still asked for ends', async () => {
    expect(await world.people.refresh('a', 'old-stream')).toMatchObject({
      status: 200,
      text: '',
      streamId: 'old-stream',
    });
    expect(world.received).toEqual([]);
  });
});

it('takes the key written as "Encrypt", and a byte order mark', async () => {
  const message = '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"收到"}}';
  const { query, encrypt } = signedCallback(testCredentials, message, world.nowMs, 'n');
  const response = await fetch(`${world.url}?${query}`, {
    method: 'POST',
    body: `\ufeff${JSON.stringify({ Encrypt: encrypt })}`,
  });
  expect(response.status).toBe(200);
});

it('takes a message that is five minutes old, and an own path', async () => {
  await world.people.say({ from: 'a', text: '收到', msgid: 'm1' });
  world.nowMs += 300_000;
  expect(await world.people.replay('m1')).toMatchObject({ status: 200 });
  world.nowMs += 1_000;
  expect(await world.people.replay('m1')).toMatchObject({ status: 403 });
});
