/** What the outbox counts is kept in the file, over restarts, and goes along where the ledger moves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { move } from '../../src/cli/move.ts';
import type { PushOutcome } from '../../src/ports.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createHandClock, openRoom, type Room } from './office-room.ts';

const MINUTE_MS = 60_000;
const noAnswer: PushOutcome = { kind: 'retry', afterMs: 5000, reason: 'no answer within 10000 ms', unsure: true };
const channel = { pushesPerMinute: 20, reachesPeople: false };

describe.each(['after a restart', 'after a move to another file'])('%s', (what) => {
  const clock = createHandClock();
  let folder: string;
  let places = 0;

  const file = () => join(folder, `duban-${places}.db`);

  beforeEach(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    folder = await mkdtemp(join(tmpdir(), 'duban-outbox-'));
    places = 0;
    clock.set('2023-03-12 09:00');
    onTestFinished(async () => {
      vi.restoreAllMocks();
      await rm(folder, { recursive: true });
    });
  });

  /** What one process does, from its start to its stop. */
  async function inProcess(work: (room: Room) => Promise<void>): Promise<void> {
    const store = openSqlite(file(), { sole: true });
    const room = await openRoom({ store, clock, channel, owner: `process-${clock.nowMs()}` });
    await work(room);
    await room.office.stop();
    await store.close();
    if (what === 'after a restart') return;
    const from = `file:${file()}`;
    places += 1;
    expect(await move([from, `file:${file()}`])).toBe(0);
  }

  it('a message that may have arrived is tried three times in all', async () => {
    await inProcess(async (room) => void (await room.say('organiser', '确认发布方案')));
    let pushed = 0;
    for (let tries = 0; tries < 5; tries += 1) {
      await inProcess(async (room) => {
        room.fake.answer = () => noAnswer;
        const wakeAtMs = await room.deliverer.deliver();
        pushed += room.fake.pushed.length;
        clock.pass(Math.max(1, (wakeAtMs ?? 0) - clock.nowMs()));
      });
    }
    expect(pushed).toBe(3);
    await inProcess(async (room) => expect(room.state().delivery.failed.size).toBe(2));
  });

  it('the platform’s limit goes on', async () => {
    await inProcess(async (room) => {
      await room.say('organiser', '确认发布方案');
      for (let number = 1; number <= 30; number += 1) await room.say('organiser', `确认通知全体：第${number}件事`);
      await room.deliverer.deliver();
      expect(room.fake.pushed).toHaveLength(20);
    });
    clock.pass(1);
    await inProcess(async (room) => {
      expect(await room.deliverer.deliver()).toBe(clock.nowMs() - 1 + MINUTE_MS);
      expect(room.fake.pushed).toEqual([]);
    });
    clock.pass(MINUTE_MS);
    await inProcess(async (room) => {
      await room.deliverer.deliver();
      expect(room.fake.pushed).toHaveLength(12);
    });
  });
});
