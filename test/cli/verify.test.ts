import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/ledger.ts';
import type { Snapshot } from '../../src/ports.ts';
import { genesisHash, seal } from '../../src/service/seal.ts';
import { readState } from '../../src/service/snapshot.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openRoom } from '../service/office-room.ts';
import { entriesOf } from '../store/fixtures.ts';
import { snapshotOf } from '../support/snapshot.ts';

const SCRIPT = new URL('../../src/cli/duban.ts', import.meta.url).pathname;

/** More than one page of the check. */
const LENGTH = 2_500;

function chainOf(stream: string): Entry[] {
  let hash = genesisHash;
  return entriesOf(stream, 1, LENGTH).map((entry) => {
    const sealed = seal(hash, entry);
    hash = sealed.hash;
    return sealed;
  });
}

describe('verify', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'duban-verify-'));
    path = join(directory, 'duban.db');
  });
  afterEach(() => rm(directory, { recursive: true }));

  const verify = (url: string, as: { uid?: number; gid?: number } = {}) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, 'verify', url], {
      encoding: 'utf8',
      ...as,
    });
    return { stdout, stderr, status };
  };
  const fill = async () => {
    const store = openSqlite(path);
    for (const stream of ['campaign/a', 'directory']) await store.append(chainOf(stream));
    await store.close();
  };
  const edit = (sql: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };

  it('changes no byte of what it reads, of an older version either', async () => {
    await fill();
    edit('PRAGMA user_version = 2; DROP TABLE identity; DROP TABLE snapshot_heads; DROP TABLE snapshot_parts;');
    const old = join(directory, 'old.db');
    edit(`VACUUM INTO '${old}'`);
    const before = await readFile(old);
    const { stdout, status } = verify(`file:${old}`);
    expect(stdout).toContain(`✓ campaign/a：完整，${LENGTH} 条`);
    expect(status).toBe(0);
    expect((await readFile(old)).equals(before)).toBe(true);
    expect(await readdir(directory)).not.toContain('old.db-wal');
  });

  it.skipIf(process.getuid?.() !== 0)('reads a backup that nobody may write to, nor beside it', async () => {
    await fill();
    const medium = join(directory, 'medium');
    await mkdir(medium);
    edit(`VACUUM INTO '${join(medium, 'one.db')}'`);
    await chmod(join(medium, 'one.db'), 0o444);
    await chmod(medium, 0o555);
    await chmod(directory, 0o755);
    const { stdout, stderr, status } = verify(`file:${join(medium, 'one.db')}`, { uid: 65_534, gid: 65_534 });
    expect(stderr).toBe('');
    expect(stdout).toContain(`✓ directory：完整，${LENGTH} 条`);
    expect(status).toBe(0);
  });

  it('says that every chain holds', async () => {
    await fill();
    const { stdout, status } = verify(`file:${path}`);
    expect(stdout).toContain(`✓ campaign/a：完整，${LENGTH} 条`);
    expect(stdout).toContain('结果：2 条流，0 条有问题');
    expect(status).toBe(0);
  });

  it('names the entry whose words were changed, and the one that is missing', async () => {
    await fill();
    edit("UPDATE entries SET body = replace(body, '收到', '没收到') WHERE stream = 'directory' AND seq = 2200");
    edit("DELETE FROM entries WHERE stream = 'campaign/a' AND seq = 7");
    const { stdout, status } = verify(`file:${path}`);
    expect(stdout).toContain('✗ directory：第 2200 条与其校验值不符');
    expect(stdout).toContain('✗ campaign/a：第 7 条缺失');
    expect(stdout).toContain('结果：2 条流，2 条有问题');
    expect(status).toBe(1);
  });

  it('notices that the end was cut off, where a snapshot knew more', async () => {
    await fill();
    const store = openSqlite(path);
    await store.saveSnapshot({ stream: 'directory', seq: LENGTH, hash: '', version: '1', parts: ['{}'] });
    await store.close();
    edit(`DELETE FROM entries WHERE stream = 'directory' AND seq = ${LENGTH}`);
    const { stdout, status } = verify(`file:${path}`);
    expect(stdout).toContain(`✗ directory：第 ${LENGTH} 条缺失`);
    expect(status).toBe(1);
  });

  /** The ledger of a rehearsal that was stopped, its snapshots with it. */
  const playAndStop = async () => {
    const store = openSqlite(path);
    const room = await openRoom({ store });
    await room.say('organiser', '确认发布方案');
    await room.office.stop();
    await store.close();
  };

  it('folds every stream again and finds its snapshot equal', async () => {
    await playAndStop();
    const { stdout, status } = verify(`file:${path}`);
    expect(stdout).toMatch(/✓ campaign\/shanghai-2023：完整，\d+ 条$/m);
    expect(status).toBe(0);
  });

  it.each([
    [
      'with a word changed',
      "UPDATE snapshot_parts SET text = replace(text, '市', '县') WHERE stream LIKE 'campaign/%' AND part = 0",
    ],
    ['that is no JSON', "UPDATE snapshot_parts SET text = '统计表' WHERE stream LIKE 'campaign/%' AND part = 0"],
    ['whose end is missing', "DELETE FROM snapshot_parts WHERE stream LIKE 'campaign/%' AND part > 0"],
    ['of another entry', "UPDATE snapshot_heads SET hash = 'x' WHERE stream LIKE 'campaign/%'"],
  ])('does not believe a snapshot %s', async (_what, sql) => {
    await playAndStop();
    edit(sql);
    const { stdout, status } = verify(`file:${path}`);
    expect(stdout).toMatch(/✗ campaign\/shanghai-2023：完整，\d+ 条；快照与台账不符/);
    expect(status).toBe(1);
  });

  it('finds a snapshot that was changed together with its digest', async () => {
    await playAndStop();
    const store = openSqlite(path);
    const snapshot = (await store.loadSnapshot('directory')) as Snapshot;
    const state = await readState<{ lastRequestNo: number }>(snapshot);
    const { parts: _, ...head } = snapshot;
    await store.saveSnapshot(snapshotOf({ ...state, lastRequestNo: 9 }, head));
    await store.close();
    expect(verify(`file:${path}`).stdout).toContain('✗ directory：完整，1 条；快照与台账不符');
  });

  it('refuses a file that is not there and makes none', () => {
    const { stderr, status } = verify(`file:${path}`);
    expect(stderr).toContain(`没有这个数据库文件：${path}`);
    expect(status).toBe(2);
    expect(existsSync(path)).toBe(false);
  });
});
