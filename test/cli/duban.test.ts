/** The one command of an operator, as he types it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usages } from '../../src/cli/usage.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { entriesOf } from '../store/fixtures.ts';

const script = new URL('../../src/cli/duban.ts', import.meta.url).pathname;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-command-'));
});
afterEach(() => rm(folder, { recursive: true }));

function duban(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'duban.db')}` };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    encoding: 'utf8',
    env,
  });
  return { stdout, stderr, status };
}

it('lists its commands, and names one that it has not', () => {
  expect(duban().stdout).toMatch(/^用法：duban 命令[\s\S]*start[\s\S]*doctor[\s\S]*rehearse/);
  const { stderr, status } = duban('strat');
  expect(stderr).toContain('没有“strat”这个命令');
  expect(status).toBe(2);
});

it('checks the files that a start would read, and starts nothing', () => {
  const { stdout, status } = duban('check');
  expect(stdout).toContain('【3·15活动】shanghai-2023：单位29家');
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'duban.db'))).toBe(false);
});

it('names all mistakes of a file at once', async () => {
  const path = join(folder, 'campaign.yaml');
  const text = await readFile(new URL('../../config/campaigns/shanghai-2023.yaml', import.meta.url), 'utf8');
  await writeFile(path, text.replace(/^addressees: \[/m, 'adressees: [').replace(/^notice:/m, 'notise:'));
  const { stderr, status } = duban('check', '--campaign', path);
  expect(stderr).toContain('adressees');
  expect(stderr).toContain('notise');
  expect(status).toBe(2);
});

it('finds nothing against a start on a fresh machine', () => {
  const { stdout, status } = duban('doctor');
  expect(stdout).toMatch(
    /✓ Node[\s\S]*✓ 配置、通讯录和方案没有错误[\s\S]*✓ 磁盘还有[\s\S]*✓ 还没有台账[\s\S]*结果：可以启动/,
  );
  expect(status).toBe(0);
});

it('tells of a ledger that does not hold, and of a clock behind it', async () => {
  const store = openSqlite(join(folder, 'duban.db'));
  await store.append(entriesOf('campaign/x', 1, 2).map((entry) => ({ ...entry, atMs: Date.now() + 3_600_000 })));
  await store.close();
  const { stdout, status } = duban('doctor');
  expect(stdout).toMatch(/✗ campaign\/x/);
  expect(stdout).toMatch(/✗ 现在是.*比台账最后一条（.*）还早，请校准本机时钟/);
  expect(status).toBe(1);
});

it('tells how each command is written, and which version it is, and does nothing', () => {
  for (const [name, usage] of Object.entries(usages)) expect(usage).toMatch(new RegExp(`^用法：(?:duban|npm) ${name}`));
  const { stdout, status } = duban('backup', '--help');
  expect(stdout).toBe(`${usages.backup}\n`);
  expect(status).toBe(0);
  expect(duban('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(existsSync(join(folder, 'duban.db'))).toBe(false);
});

it.each(['start', 'check', 'rehearse'])('ends with 2 over a file that is not there: %s', (name) => {
  const { stderr, status } = duban(name, '--campaign', join(folder, 'none.yaml'));
  expect(stderr).toContain('没有这个文件');
  expect(status).toBe(2);
});

it('rehearses like the command of its own', () => {
  const { stdout, status } = duban('rehearse', '--seed', '3');
  expect(stdout).toContain('督办助手');
  expect(status ?? 0).toBe(0);
});
