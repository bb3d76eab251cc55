import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeUrl, redacted } from '../../src/store/mongo-url.ts';
import { openStore } from '../../src/store/open.ts';

const SECRET = 's3cr3t-pass';

describe('openStore', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'duban-open-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('opens memory', async () => {
    expect((await openStore('memory:')).describe).toBe('memory');
  });

  it.each(['file:', 'file://'])('opens a file by an absolute path after %s and makes its directory', async (scheme) => {
    const store = await openStore(`${scheme}${directory}/新 目录/duban.db`);
    expect(store.describe).toBe(`sqlite ${directory}/新 目录/duban.db`);
    await store.close();
    expect(await readdir(join(directory, '新 目录'))).toContain('duban.db');
  });

  it.each([
    ['postgres://u:s3cr3t-pass@h/x', 'postgres:'],
    ['./data/duban.db', '缺少'],
    ['', '缺少'],
    ['file:', 'file:./data/duban.db'],
    ['file:./data/', 'file:./data/duban.db'],
    ['file://host/duban.db', 'file:///'],
  ])('refuses %j, says what to write and repeats no secret', async (url, hint) => {
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'bad-url', message: expect.stringContaining(hint) });
    expect(inspect(error, { depth: 9 })).not.toContain(SECRET);
  });

  it('refuses a file that is no database, with what to do and the cause', async () => {
    await writeFile(join(directory, 'x.db'), '统计表'.repeat(1_000));
    const error = await openStore(`file:${directory}/x.db`).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(/打不开.*not a database.*恢复备份/),
    });
    expect((error as Error).cause).toMatchObject({ code: 'SQLITE_NOTADB' });
  });

  it('refuses a path whose directory cannot be made', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(openStore(`file:${directory}/file/duban.db`)).rejects.toMatchObject({ code: 'unusable' });
  });

  it('refuses a directory', async () => {
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({ code: 'unusable' });
  });

  it.each([
    `mongodb://office:${SECRET}@127.0.0.1:1/duban?serverSelectionTimeoutMS=50`,
    `mongodb://office:${SECRET}@127.0.0.1:1/duban?noSuchOption=1`,
    `mongodb://office:${SECRET}@`,
    `mongodb://office:${SECRET}:x@127.0.0.1:1/duban?serverSelectionTimeoutMS=50`,
  ])('keeps the password out of what it says about a server that cannot be reached', async (url) => {
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unusable', message: expect.stringContaining('连不上数据库') });
    expect(inspect(error, { depth: 9 })).not.toContain(SECRET);
  });
});

describe('describeUrl', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/duban', 'mongodb 127.0.0.1:27017/duban', 'duban'],
    ['mongodb://127.0.0.1:27017', 'mongodb 127.0.0.1:27017/duban', 'duban'],
    ['mongodb://u:p@a:1,b:2/city?replicaSet=rs0', 'mongodb a:1,b:2/city', 'city'],
    ['mongodb+srv://u:p%40q@cluster.example/?w=1', 'mongodb cluster.example/duban', 'duban'],
    ['mongodb://u:p@q@h/x', 'mongodb h/x', 'x'],
  ])('says of %s only %s', (url, describe, database) => {
    expect(describeUrl(url)).toEqual({ describe, database });
  });
});

describe('redacted', () => {
  it('strikes out the address, the credentials and the password, escaped or not', () => {
    const url = 'mongodb://office:p%40ss@h/x';
    const clean = redacted(url, new Error(`cannot use ${url}: office:p%40ss, p%40ss or p@ss`));
    expect(clean.message).toBe('cannot use ***: ***, *** or ***');
    expect(clean.stack).not.toMatch(/p(@|%40)ss/);
  });
});
