/** What an office wrote with the version before rooms means the same to this one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { CampaignState } from '../../src/domain/campaign/state.ts';
import { isShort } from '../../src/domain/duty/post.ts';
import { fromMicro } from '../../src/domain/form.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { counts, type ReturnState } from '../../src/domain/submission/state.ts';
import type { Console } from '../../src/platform/console/console.ts';
import { hide } from '../../src/secret.ts';
import { verifyChain } from '../../src/service/seal.ts';
import { openStore } from '../../src/store/open.ts';
import { readAll } from '../store/fixtures.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { campaignStream, entriesOf, foldCampaign, streams } from './before-rooms.ts';

type Ledger = Readonly<Record<string, readonly Entry[]>>;

const whole: Ledger = Object.fromEntries(streams.map((stream) => [stream, entriesOf(stream)]));

/** Writes the ledger to a disk, starts the program on it, and gives what is then to be seen. */
async function opened(ledger: Ledger) {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-before-'));
  const url = `file:${join(folder, 'duban.db')}`;
  const store = await openStore(url);
  for (const entries of Object.values(ledger))
    expect(await store.append(entries)).toEqual({ stored: entries.length, refused: null });
  await store.close();
  const log = createRecordingLog();
  const app = await openApp({ ...readConfig({}), database: hide(url) }, log);
  onTestFinished(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });
  const room = (app.rehearsal as NonNullable<App['rehearsal']>).room;
  return { app, log, room, read: () => readLedger(url) };
}

async function readLedger(url: string): Promise<Record<string, Entry[]>> {
  const store = await openStore(url, { mustExist: true });
  const ledger: Record<string, Entry[]> = {};
  for (const stream of await store.streams()) ledger[stream] = await readAll(store, stream);
  await store.close();
  return ledger;
}

let lastMessage = 0;

async function ask(room: Console, from: string, text: string): Promise<string> {
  lastMessage += 1;
  const message = { chat: `single:${from}`, from, text, mention: false, messageId: `new-${lastMessage}`, file: null };
  return (await room.post(message)).replies.map((reply) => reply.text).join('\n');
}

const pushesOf = (room: Console, chat: string) =>
  room.messages(chat, 0).filter(({ from, replyTo }) => from === 'bot' && replyTo === null);

function summaryOf({ submission }: CampaignState): ReturnState {
  return submission.returns.get('summary') as ReturnState;
}

function heldIn({ duty }: CampaignState, shift: string) {
  const posts = [...(duty.shifts.get(shift)?.values() ?? [])];
  return { held: posts.filter((post) => !isShort(post)).length, posts: posts.length };
}

/** What people saw before: it is the same after. */
function expectSameMeaning(state: CampaignState): void {
  const { receipts, silent } = state.broadcast;
  expect([receipts.size, receipts.size + silent.size]).toEqual([19, 28]);
  const summary = summaryOf(state);
  expect([summary.complete, summary.onTime, summary.assigned.size]).toEqual([11, 11, 27]);
  expect([...summary.submissions.values()].filter(counts)).toHaveLength(12);
  expect(summary.owing.size).toBe(16);
  const totals = [...summary.tallies].map(([row, { sumMicro }]) => [row, fromMicro(sumMicro)]);
  expect(totals).toEqual([8, 42, 132, 2700, 8, 9, 1, 2, 3].map((total, index) => [index + 1, total]));
  expect(summary.due).toEqual({
    phrase: '3月24日前',
    dueAtMs: instantOf('2023-03-23', '17:30'),
    lateAfterMs: instantOf('2023-03-24', '24:00'),
  });
  expect([summary.moves, summary.closedAtMs]).toEqual([1, null]);
  expect(heldIn(state, 'standby')).toEqual({ held: 9, posts: 21 });
  expect(heldIn(state, 'gala')).toEqual({ held: 0, posts: 21 });
  expect(state.duty.shifts.get('gala')?.get('huangpu')?.people).toEqual(['huangpu-liaison-2']);
  expect([...state.delivery.open.keys()]).toEqual([]);
  expect(state.reminders.chasedAtMs).toBe(instantOf('2023-03-16', '10:30'));
}

describe('the entries of the version before', () => {
  it('hold as a chain', () => {
    for (const entries of Object.values(whole)) {
      expect(entries.length).toBeGreaterThan(0);
      expect(verifyChain(entries)).toBeNull();
    }
  });

  it('fold to what they meant', () => expectSameMeaning(foldCampaign(entriesOf(campaignStream))));

  it('keep what was open with a person: figures, remarks, what was asked', () => {
    const { submission } = foldCampaign(entriesOf(campaignStream));
    const dialogue = submission.dialogues.get('xuhui-liaison');
    expect(dialogue?.questions).toEqual([
      { kind: 'doubt', returnId: 'summary', doubt: expect.objectContaining({ kind: 'approximate', rows: [2] }) },
    ]);
    const { submissions } = submission.returns.get('summary') as ReturnState;
    expect(submissions.get('xuhui')?.cells.get(5)).toMatchObject({ value: 5, source: { person: 'xuhui-liaison' } });
    expect(submissions.get('changning')?.status).toEqual({ kind: 'draft' });
    expect(submissions.get('putuo')?.status).toMatchObject({ kind: 'submitted', person: 'putuo-liaison' });
    // Reopened once, and its figures that counted until then are known.
    expect(submissions.get('jingan')?.versions.map(({ figures }) => figures.get(2))).toEqual([8]);
  });
});

describe('the program on them', () => {
  it('opens, takes its revised files over, and means the same', async () => {
    const { app, read, log } = await opened(whole);
    await app.start();
    await app.stop();
    const ledger = await read();
    for (const stream of streams) expect(verifyChain(ledger[stream] ?? [])).toBeNull();
    const campaign = ledger[campaignStream] ?? [];
    expect(campaign.slice(0, entriesOf(campaignStream).length)).toEqual(entriesOf(campaignStream));
    const files = campaign.filter(({ events }) => JSON.stringify(events).includes('CampaignOpened'));
    expect(files).toHaveLength(2);
    expectSameMeaning(foldCampaign(campaign));
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('sends nothing again that went out before', async () => {
    const { app, room } = await opened(whole);
    const before = pushesOf(room, 'shanghai-315').length;
    expect(before).toBeGreaterThan(10);
    await app.start();
    expect(pushesOf(room, 'shanghai-315')).toHaveLength(before);
    await room.moveClock(instantOf('2023-03-24', '10:00'));
    const [next, ...more] = pushesOf(room, 'shanghai-315').slice(before);
    expect(next?.text).toMatch(/^【报送提醒】/);
    expect(more).toEqual([]);
  });

  it('answers from them', async () => {
    const { app, room } = await opened(whole);
    await app.start();
    const progress = await ask(room, 'organiser', '汇总进度');
    expect(progress).toContain('签收：19/28家');
    expect(progress).toContain('已报齐11/27家');
    expect(progress).toContain('合计（按已提交统计表的12家）');
    // Named are those who were called then, not whom the file names now.
    expect(progress).toContain('到岗9/21家。未到岗：执法总队 郎月华；');
    expect(await ask(room, 'huangpu-liaison', '什么时候截止')).toContain('“3月24日前”');
    expect(await ask(room, 'organiser', '公益广告汇总')).toContain('42条');
    // Asked before, and still to be answered.
    expect(await ask(room, 'xuhui-liaison', '198条')).toContain('198条');
  });

  it('knows whom the organiser bound, and who still waits', async () => {
    const { app, room } = await opened(whole);
    await app.start();
    expect(app.rehearsal?.view().person('newcomer')).toMatchObject({ unit: 'huangpu', roles: ['reporter'] });
    expect(app.rehearsal?.view().person('newcomer-2')).toMatchObject({ unit: null });
    expect(await ask(room, 'organiser', '绑定申请')).toContain('2号');
  });

  it('answers a message of before with the words of before', async () => {
    const { app, room } = await opened(whole);
    await app.start();
    const again = {
      chat: 'shanghai-315',
      from: 'organiser',
      text: '发布方案',
      mention: true,
      messageId: 'old-1',
      file: null,
    };
    expect((await room.post(again)).replies.map(({ text }) => text)).toEqual([
      '方案已发到工作群，共2条消息，27家单位待签收。',
    ]);
  });
});

/** The ledger as it stood when the entry of this number was in and what it sends was not out yet. */
function cutAfter(seq: number): Ledger {
  const { atMs } = entriesOf(campaignStream)[seq - 1] as Entry;
  const pushed = `"key":"${campaignStream}/${seq}/`;
  return {
    directory: entriesOf('directory', (entry) => entry.atMs <= atMs),
    [campaignStream]: entriesOf(campaignStream, (entry) => entry.seq <= seq),
    console: entriesOf('console', ({ events }) => !JSON.stringify(events).includes(pushed)),
  };
}

describe('what was decided by the version before and not sent yet', () => {
  it.each([
    ['the plan', 2, ['sent', 'sent']],
    ['a receipt reminder', 23, ['sent']],
    ['news of a deadline', 48, ['sent']],
    ['the call of a shift', 52, ['sent']],
    ['absentees', 66, ['sent']],
    // In the file as it is now leaders stand, and a liaison who came stands in: three of twelve posts are held.
    ['notices to their leaders', 68, Array.from({ length: 12 }, (_, at) => (at < 4 || at > 6 ? 'sent' : 'dropped'))],
    ['a reminder', 132, ['sent']],
  ])('goes out once and is settled: %s', async (_what, seq, outcomes) => {
    const ledger = cutAfter(seq);
    const keys = outcomes.map((_outcome, index) => `${campaignStream}/${seq}/${index}`);
    expect([...foldCampaign(ledger[campaignStream] ?? []).delivery.open.keys()]).toEqual(keys);
    const { app, read } = await opened(ledger);
    await app.start();
    await app.stop();
    const after = (await read())[campaignStream] ?? [];
    const settled = after.flatMap(({ events }) => events as { type: string; key?: string; outcome?: string }[]);
    const own = settled.filter(({ type, key }) => type === 'SendSettled' && keys.includes(key ?? ''));
    expect(own.map(({ key, outcome }) => [key, outcome])).toEqual(keys.map((key, at) => [key, outcomes[at]]));
    expect(foldCampaign(after).delivery.open.size).toBe(0);
    expect(verifyChain(after)).toBeNull();
  });

  it('is not sent if it is true no more', async () => {
    // Decided at 10:00 for the old deadline; the entry that moved it is written after.
    const ledger = cutAfter(132);
    const { app, room, read } = await opened(ledger);
    await ask(room, 'organiser', '确认截止改到3月31日前');
    await app.start();
    await app.stop();
    const after = (await read())[campaignStream] ?? [];
    const settled = after.flatMap(({ events }) => events as { type: string; key?: string; outcome?: string }[]);
    expect(settled.find(({ key }) => key === `${campaignStream}/132/0`)?.outcome).toBe('dropped');
  });
});
