/** The ledger cannot be written to, as people and the operator see it. */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Store } from '../../src/ports.ts';
import { listen } from '../../src/server/listen.ts';
import { openMemory } from '../../src/store/memory.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { startAibotWorld } from '../support/aibot-world.ts';
import { hurried } from '../support/hurried.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { openRoom } from './office-room.ts';

const notRecorded = '系统故障，暂时不能登记，这条没能确认记上。请过几分钟再发一次；着急的话，请直接联系组织者。';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-store-trouble-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

it('tells whoever writes meanwhile, enters nothing, and takes the same message later', async () => {
  const store = openMemory();
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  const before = await store.lastSeq(room.campaign.host.stream);
  const append = store.append.bind(store);
  store.append = () => Promise.reject(new Error('database or disk is full'));
  const message = { messageId: 'once' };
  const { result, tookMs } = await hurried(() => room.say('xuhui-liaison', '收到', message));
  expect(result).toBe(notRecorded);
  // The platform waits for five seconds.
  expect(tookMs).toBeLessThan(4_000);
  expect(await store.lastSeq(room.campaign.host.stream)).toBe(before);
  store.append = append;
  expect(await room.say('xuhui-liaison', '收到', message)).toContain('已签收');
});

it('tells it of a file that was taken away, within one message, and goes on when it is back', async () => {
  const folder = await newFolder();
  const path = join(folder, 'duban.db');
  const store = openSqlite(path, { sole: true });
  onTestFinished(() => store.close());
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  await rename(path, join(folder, 'away.db'));
  expect((await hurried(() => room.say('xuhui-liaison', '收到'))).result).toBe(notRecorded);
  await expect(room.office.sync()).rejects.toThrow('不见了');
  expect(room.log.text()).toContain('append failed');
  await rename(join(folder, 'away.db'), path);
  expect(await room.say('xuhui-liaison', '收到')).toContain('已签收');
});

it('is answered to WeCom with 200 and the sentence before it gives up, and the message counts when it is sent again', async () => {
  const store = openMemory();
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  const world = await startAibotWorld();
  onTestFinished(async () => void (await world.stop()));
  world.receive = room.receive;
  const append = store.append.bind(store);
  store.append = () => Promise.reject(new Error('database or disk is full'));
  const message = { from: 'XuhuiLiaison', text: '收到', msgid: 'once' };
  const { result, tookMs } = await hurried(() => world.people.say(message));
  expect(result).toMatchObject({ status: 200, text: notRecorded });
  expect(tookMs).toBeLessThan(4_000);
  store.append = append;
  expect((await world.people.say({ ...message, msgid: 'again' }))?.text).toContain('已签收');
});

it('tells nobody of a lock that ends in time', async () => {
  const folder = await newFolder();
  const path = join(folder, 'duban.db');
  const store = openSqlite(path, { sole: true });
  onTestFinished(() => store.close());
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  const { result } = await hurried(() => {
    setTimeout(() => {
      other.exec('ROLLBACK');
      other.close();
    }, 1_000);
    return room.say('xuhui-liaison', '收到');
  });
  expect(result).toContain('已签收');
});

it.each([
  ['append', 'xuhui-liaison'],
  ['findCauses', 'xuhui-liaison'],
  ['read', 'xuhui-liaison'],
] as const)('tells it in time of a server that takes a question and never answers: %s', async (question, from) => {
  const store: Store = { ...openMemory(), shared: true };
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  const answering = store[question];
  Object.assign(store, { [question]: () => new Promise<never>(() => undefined) });
  const message = { messageId: 'once' };
  const { result, tookMs } = await hurried(() => room.say(from, '收到', message));
  expect(result).toBe(notRecorded);
  expect(tookMs).toBeLessThan(4_500);
  Object.assign(store, { [question]: answering });
  expect(await room.say(from, '收到', message)).toContain('已签收');
});

it('takes a message once whose write was answered too late', async () => {
  const store: Store = { ...openMemory(), shared: true };
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  const append = store.append;
  store.append = async (entries) => {
    await append(entries);
    return new Promise<never>(() => undefined);
  };
  const before = await store.lastSeq(room.campaign.host.stream);
  const message = { messageId: 'once' };
  await hurried(() => room.say('xuhui-liaison', '收到', message));
  store.append = append;
  expect(await room.say('xuhui-liaison', '收到', message)).toContain('已签收');
  expect(await store.lastSeq(room.campaign.host.stream)).toBe(before + 1);
});

it('tells it also of those whom only another process could know', async () => {
  const store = { ...openMemory(), shared: true };
  const room = await openRoom({ store });
  store.read = () => Promise.reject(new Error('connection lost'));
  expect(await room.say('nobody-known', '收到')).toBe(notRecorded);
});

it('is not ready while the file is gone, says why in the log, and is ready again without a restart', async () => {
  const folder = await newFolder();
  const path = join(folder, 'duban.db');
  const log = createRecordingLog();
  const app = await openApp(readConfig({ DATABASE_URL: `file:${path}` }), log);
  const server = await listen({ app: app.server, port: 0, host: '127.0.0.1', log });
  onTestFinished(async () => {
    await server.stop();
    await app.stop();
  });
  const status = async () => (await fetch(`${server.address}/readyz`)).status;
  expect(await status()).toBe(200);
  await rename(path, join(folder, 'away.db'));
  expect(await status()).toBe(503);
  const reasons = log.lines.filter(({ message }) => message === 'not ready').map(({ fields }) => String(fields['err']));
  expect(reasons.join()).toContain('不见了');
  await rename(join(folder, 'away.db'), path);
  expect(await status()).toBe(200);
});
