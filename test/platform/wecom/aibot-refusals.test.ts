import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AibotOptions, createAibotCallback } from '../../../src/platform/wecom/aibot.ts';
import { type AibotWorld, startAibotWorld } from '../../support/aibot-world.ts';
import { testCredentials } from '../../support/fake-wecom.ts';
import { createRecordingLog } from '../../support/recording-log.ts';
import { signedCallback, wireSignature } from '../../support/wecom-wire.ts';

let world: AibotWorld;

beforeEach(async () => {
  world = await startAibotWorld();
});

afterEach(() => world.stop());

describe('what is refused changes nothing and is logged without secrets', () => {
  const message = '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}';

  afterEach(() => {
    expect(world.received).toEqual([]);
    expect(world.log.text()).not.toContain('机密');
    expect(world.log.text()).not.toContain(testCredentials.token);
    expect(world.log.text()).not.toContain(testCredentials.encodingAESKey);
    expect(world.log.text()).not.toContain('msg_signature');
    expect(world.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  async function post(query: URLSearchParams | string, body: string) {
    const response = await fetch(`${world.url}?${query}`, { method: 'POST', body });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(world.log.lines.find(({ level }) => level === 'warn')?.fields['code']).toBe(error.code);
    return [response.status, error.code];
  }

  it('a forged signature', async () => {
    const { query, body } = signedCallback({ ...testCredentials, token: 'guess' }, message, world.nowMs, 'n');
    expect(await post(query, body)).toEqual([401, 'bad_signature']);
  });

  it.each(['msg_signature', 'timestamp', 'nonce'])('a missing %s', async (name) => {
    const { query, body } = signedCallback(testCredentials, message, world.nowMs, 'n');
    query.delete(name);
    expect(await post(query, body)).toEqual([401, 'bad_signature']);
  });

  it('a body that was changed', async () => {
    const { query, encrypt } = signedCallback(testCredentials, message, world.nowMs, 'n');
    // One time in 64 the ciphertext begins with an A of its own.
    const other = encrypt.startsWith('A') ? 'B' : 'A';
    expect(await post(query, JSON.stringify({ encrypt: `${other}${encrypt.slice(1)}` }))).toEqual([
      401,
      'bad_signature',
    ]);
  });

  it.each([-300_001, 301_000])('a timestamp that is %i ms off', async (offMs) => {
    const { query, body } = signedCallback(testCredentials, message, world.nowMs + offMs, 'n');
    expect(await post(query, body)).toEqual([403, 'stale_timestamp']);
  });

  it.each(['1678582800.5', '0x641', 'soon', '-1678582800'])('the signed timestamp %s', async (timestamp) => {
    const { encrypt, body } = signedCallback(testCredentials, message, world.nowMs, 'n');
    const msg_signature = wireSignature(testCredentials.token, timestamp, 'n', encrypt);
    const query = new URLSearchParams({ msg_signature, timestamp, nonce: 'n' });
    expect(await post(query, body)).toEqual([403, 'stale_timestamp']);
  });

  it('a message for somebody else', async () => {
    const { query, body } = signedCallback({ ...testCredentials, receiveId: 'wwOTHER' }, message, world.nowMs, 'n');
    expect(await post(query, body)).toEqual([403, 'wrong_receiver']);
  });

  it('a ciphertext of another key', async () => {
    const encodingAESKey = [...testCredentials.encodingAESKey].reverse().join('');
    const { query, body } = signedCallback({ ...testCredentials, encodingAESKey }, message, world.nowMs, 'n');
    expect(await post(query, body)).toEqual([400, 'bad_ciphertext']);
  });

  it.each(['', 'null', '[]', '"x"', '{', '{}', '{"encrypt":5}', '{"encrypt":""}', 'x'.repeat(2000)])(
    'the body %s',
    async (body) => {
      expect(await post('', body)).toEqual([400, 'malformed_body']);
    },
  );

  it('the XML of a self-built app, with a word on what is misconfigured', async () => {
    const response = await fetch(world.url, { method: 'POST', body: '<xml><ToUserName>ww1</ToUserName></xml>' });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/xml_body.*智能机器人的 JSON 回调/);
  });

  it('a body beyond a megabyte', async () => {
    expect(await post('', JSON.stringify({ encrypt: 'A'.repeat(1024 * 1024) }))).toEqual([413, 'body_too_large']);
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '[]'],
    ['no msgid', '{"chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}'],
    [
      'a msgid with a line break',
      '{"msgid":"a\\nb","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}',
    ],
    [
      'an endless msgid',
      `{"msgid":"${'m'.repeat(257)}","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}`,
    ],
    ['no sender', '{"msgid":"m","chattype":"single","msgtype":"text","text":{"content":"机密"}}'],
    ['no group', '{"msgid":"m","chattype":"group","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}'],
    [
      'an unknown kind of chat',
      '{"msgid":"m","chattype":"party","from":{"userid":"a"},"msgtype":"text","text":{"content":"机密"}}',
    ],
    ['text without text', '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"text"}'],
    [
      'text that is a number',
      '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"text","text":{"content":5}}',
    ],
    ['mixed without items', '{"msgid":"m","chattype":"single","from":{"userid":"a"},"msgtype":"mixed"}'],
    ['an event without type', '{"msgid":"m","msgtype":"event","event":{}}'],
  ])('a message with %s', async (_what, plaintext) => {
    const { query, body } = signedCallback(testCredentials, plaintext, world.nowMs, 'n');
    expect(await post(query, body)).toEqual([400, 'malformed_message']);
  });
});

it.each([
  [{ botNames: [] }, /botNames/],
  [{ token: '' }, /token/],
  [{ encodingAESKey: 'short' }, /EncodingAESKey/],
  [{ token: 'QDG6eK' }, /官方示例/],
])('refuses the configuration %j at boot', (change, expected) => {
  const options: AibotOptions = {
    ...testCredentials,
    botNames: ['督办助手'],
    clock: { nowMs: () => 0 },
    log: createRecordingLog(),
    receive: async () => [],
  };
  expect(() => createAibotCallback({ ...options, ...change })).toThrow(expected);
  expect(createAibotCallback({ ...options, path: '/x' }).path).toBe('/x');
});
