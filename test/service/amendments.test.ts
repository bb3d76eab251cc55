/** The script reads what chat amended from the ledger alone. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openRoom } from './office-room.ts';

const script = new URL('../../scripts/amendments.ts', import.meta.url).pathname;

function run(url: string) {
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', script, url], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status };
}

it('lists what was amended, as 差异 does, while no program runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amendments-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'ledger.db');
  const store = openSqlite(path);
  const room = await openRoom({ store });
  await room.say('organiser', '确认发布方案');
  await room.say('organiser', '确认移出崇明');
  await room.say('organiser', '延期 黄浦区局 到3月28日前');
  await room.say('organiser', '移除人员 静安区局 杨博文');
  await room.say('organiser', '不用了');
  const said = await room.say('organiser', '差异');
  await room.office.stop();
  await store.close();

  const { lines, status } = run(`file:${path}`);
  expect(status).toBe(0);
  expect(lines).toEqual(['【2023年“3·15”国际消费者权益日系列活动】', ...said.split('\n')]);
  expect(lines).toContain('· 移出单位：崇明区局。');
  expect(run(`file:${join(folder, 'nowhere.db')}`).status).toBe(2);
});
