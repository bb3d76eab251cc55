/** How long a start takes with 100,000 entries in the ledger, with a snapshot and without; and what an idle process holds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import { loadCampaign, loadDirectory } from '../../src/files/campaign-files.ts';
import type { Store } from '../../src/ports.ts';
import { openOffice } from '../../src/service/office.ts';
import { createReceive } from '../../src/service/receive.ts';
import { openStore } from '../../src/store/open.ts';
import { median } from './figures.ts';
import { freePort, project, startProgram } from './program.ts';

const entries = 100_000;
const together = 200;
const starts = 3;
/** Of the day's messages an office hears a few a minute: a snapshot finds its quiet moment. */
const betweenPauses = 4_000;
const pauseMs = 500;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Needs a build. */
export async function benchStart() {
  const folder = mkdtempSync(join(tmpdir(), 'duban-start-'));
  try {
    const url = `file:${join(folder, 'duban.db')}`;
    const store = await openStore(url);
    await writeLedger(store);
    await store.close();
    const fresh = await startTimes(`file:${join(folder, 'empty.db')}`);
    const full = await startTimes(url);
    const ms = median(full);
    return { entries, ms, emptyMs: median(fresh), ratio: ms / median(fresh) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Real messages, each an entry; the last snapshot is the one the program took on its way, as after a crash. */
async function writeLedger(store: Store): Promise<void> {
  const directory = loadDirectory(project('config/directory.yaml'));
  const campaign = loadCampaign(project('config/campaigns/shanghai-2023.yaml'), directory.definition);
  const office = await openOffice({
    store,
    clock: { nowMs: () => instantOf('2023-03-14', '10:00') },
    log: silent,
    directory,
    campaigns: [campaign],
    channels: new Map(),
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    botName: '督办助手',
  });
  const receive = createReceive(office, silent);
  const people =
    campaign.definition.returns[0]?.from.units.flatMap((unit) => office.view().peopleOf(unit, 'reporter')) ?? [];
  const say = (index: number) => {
    const sender = people[index % people.length]?.accounts['wecom'] ?? '';
    const text = `公益广告${index % 97}条，抖音${index % 89}条`;
    return receive({
      platform: 'wecom',
      messageId: String(index),
      chat: { kind: 'single', account: sender },
      sender,
      text,
      quoted: null,
      attachments: [],
    });
  };
  for (let index = 0; index < entries; index += together) {
    await Promise.all(Array.from({ length: together }, (_, offset) => say(index + offset)));
    if (index % betweenPauses === 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function startTimes(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < starts; round++) {
    const began = performance.now();
    const child = await startOn(url);
    times.push(performance.now() - began);
    // Killed, so that no snapshot is taken on the way out.
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return times;
}

async function startOn(database: string): Promise<ChildProcess> {
  const folder = dirname(database.slice('file:'.length));
  return startProgram({ folder, port: await freePort(), database });
}

/** Resident memory of an idle program against that of a bare node process. */
export async function benchMemory() {
  const folder = mkdtempSync(join(tmpdir(), 'duban-memory-'));
  const child = await startOn(`file:${join(folder, 'duban.db')}`);
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    // Long enough for start-up garbage to be collected by an idle process.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const residentMb = residentOf(child);
    return { residentMb, bareNodeMb: residentOf(bare), ratio: residentMb / residentOf(bare) };
  } finally {
    child.kill('SIGKILL');
    bare.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function residentOf({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
