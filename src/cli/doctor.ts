/** `duban doctor`: whether this machine can run the office, in lines that say what to do. Changes nothing; the program may run. */
import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { formatInstant, MINUTE_MS } from '../domain/calendar/zone.ts';
import type { Store } from '../ports.ts';
import { gapsIn } from '../service/overview-text.ts';
import { StoreError } from '../store/error.ts';
import { openStore, sqlitePath } from '../store/open.ts';
import { checked } from './check.ts';
import { reportStreams } from './ledger/report.ts';

interface Finding {
  readonly grade: '✓' | '！' | '✗';
  readonly text: string;
}

const good = (text: string): Finding => ({ grade: '✓', text });
const doubtful = (text: string): Finding => ({ grade: '！', text });
const bad = (text: string): Finding => ({ grade: '✗', text });

/** Below it a busy month and its backups may not fit. */
const leastFreeMb = 500;

/** 0: nothing stands against a start. 1: something does. Rejects where the configuration cannot be read. */
export async function doctor(args: readonly string[]): Promise<number> {
  const config = readConfig(process.env, args);
  const findings = [
    good(`Node ${process.versions.node}，${process.platform} ${process.arch}`),
    files(config),
    ...(await ledger(config.database.reveal())),
  ];
  for (const { grade, text } of findings) console.log(`${grade} ${text}`);
  const faults = findings.filter(({ grade }) => grade === '✗').length;
  console.log(faults === 0 ? '结果：可以启动' : `结果：${faults} 处要先处理`);
  return faults === 0 ? 0 : 1;
}

function files(config: Config): Finding {
  try {
    const gaps = gapsIn(checked(config));
    return gaps === 0
      ? good('配置、通讯录和方案没有错误')
      : doubtful(`配置、通讯录和方案可以用，有 ${gaps} 处要留意，详见 duban check`);
  } catch (error) {
    return bad((error as Error).message);
  }
}

async function ledger(database: string): Promise<Finding[]> {
  const path = sqlitePath(database);
  const room = path === null ? [] : [await freeRoom(dirname(path))];
  if (path !== null && !existsSync(path)) return [...room, await beginning(path)];
  try {
    const { store, running } = await openAsStart(database);
    try {
      await store.ping();
      const state = running ? doubtful('程序正在运行') : good(`台账可以打开，可以写入：${store.describe}`);
      return [...room, state, ...(await contents(store))];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [...room, bad(`台账打不开，或写不进去：${(error as Error).message}`)];
  }
}

/** As a start opens it; where the program runs already, as a reader beside it. */
async function openAsStart(database: string): Promise<{ store: Store; running: boolean }> {
  try {
    return { store: await openStore(database, { mustExist: true, sole: true }), running: false };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'held') throw error;
    return { store: await openStore(database, { mustExist: true }), running: true };
  }
}

/** Whether a ledger may be begun there: the nearest folder that exists can be written to, and none is known to have stood there. */
async function beginning(path: string): Promise<Finding> {
  if (existsSync(`${path}.lock`))
    return bad(`这里原有的台账不见了：${path}。请放回去或用 restore 恢复；确实要重新开始，请删去 ${path}.lock`);
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
    return good(`还没有台账，第一次启动时建立：${path}`);
  } catch {
    return bad(`这个文件夹写不进去，台账建不起来：${folder}`);
  }
}

async function contents(store: Store): Promise<Finding[]> {
  const reports = await reportStreams(store);
  const newest = await Promise.all(
    reports.map(async ({ stream, entries }) => (await store.read(stream, entries - 1, 1))[0]?.atMs ?? 0),
  );
  const lines = reports.map(({ good: holds, text }) => (holds ? good : bad)(text));
  return [...lines, clock(Math.max(0, ...newest))];
}

/** The clock of a machine without a network may be years off, and nothing else would say so. */
function clock(newestMs: number): Finding {
  const now = `现在是${formatInstant(Date.now())}（北京时间）`;
  if (newestMs <= Date.now() + MINUTE_MS) return good(`${now}，请核对`);
  return bad(`${now}，比台账最后一条（${formatInstant(newestMs)}）还早，请校准本机时钟`);
}

async function freeRoom(folder: string): Promise<Finding> {
  if (!existsSync(folder)) return doubtful(`还没有文件夹 ${folder}，启动时建立`);
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb >= leastFreeMb) return good(`磁盘还有 ${freeMb} MB`);
  return bad(`磁盘只剩 ${freeMb} MB，台账写满后就不能登记，请先腾出空间`);
}
