import { describe, expect, it } from 'vitest';
import { formatIso } from '../../../src/domain/calendar/zone.ts';
import { parseInstant } from '../../../src/platform/console/iso.ts';
import { hourMs, say, startMs, startRehearsal } from './rehearsal.ts';

const yearMs = 366 * 24 * hourMs;

describe('the rehearsal clock', () => {
  it('stands still, moves forward, and is where it was after a restart', async () => {
    const { console, lines } = startRehearsal();
    expect(console.now()).toBe(startMs);
    expect(await console.moveClock(startMs + hourMs)).toBe(startMs + hourMs);
    expect(startRehearsal({ lines }).console.now()).toBe(startMs + hourMs);
  });

  it('dates messages', async () => {
    const { console } = startRehearsal();
    await console.moveClock(startMs + hourMs);
    await console.post(say('大家好'));
    expect(console.messages('work', 0)[0]?.atMs).toBe(startMs + hourMs);
  });

  it('refuses to go back or further than five years, and stays where it is', async () => {
    const { console } = startRehearsal();
    await console.moveClock(startMs + hourMs);
    await expect(console.moveClock(startMs)).rejects.toMatchObject({ status: 409, code: 'clock_backwards' });
    await expect(console.moveClock(startMs + 6 * yearMs)).rejects.toMatchObject({ status: 400, code: 'clock_too_far' });
    expect(console.now()).toBe(startMs + hourMs);
  });

  it('may be moved to now: what is due is done, nothing is recorded', async () => {
    const moves: number[] = [];
    const { console, lines } = startRehearsal({ advance: async (toMs) => void moves.push(toMs) });
    await console.moveClock(startMs);
    expect(moves).toEqual([startMs]);
    expect(lines).toEqual([]);
  });

  it('makes one move after the other, each judged when its turn comes', async () => {
    const events: string[] = [];
    const rehearsal = startRehearsal({
      advance: async (toMs) => {
        events.push(`start ${(toMs - startMs) / hourMs}`);
        await rehearsal.clock.set(toMs);
        events.push(`end ${(toMs - startMs) / hourMs}`);
      },
    });
    const { console } = rehearsal;
    const moves = [2, 1, 3].map((hours) => console.moveClock(startMs + hours * hourMs));
    const outcomes = await Promise.allSettled(moves);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(events).toEqual(['start 2', 'end 2', 'start 3', 'end 3']);
  });

  it('can be moved again after a move that failed', async () => {
    let broken = true;
    const rehearsal = startRehearsal({
      advance: async (toMs) => {
        if (broken) throw new Error('disk full');
        await rehearsal.clock.set(toMs);
      },
    });
    await expect(rehearsal.console.moveClock(startMs + hourMs)).rejects.toThrow('disk full');
    broken = false;
    expect(await rehearsal.console.moveClock(startMs + hourMs)).toBe(startMs + hourMs);
  });

  it('records an instant once', async () => {
    const { clock, lines } = startRehearsal();
    await clock.set(startMs + hourMs);
    await clock.set(startMs + hourMs);
    await clock.set(startMs);
    expect(lines).toHaveLength(1);
  });
});

describe('instants as text', () => {
  it.each([
    ['2023-03-12T09:00:00+08:00', startMs],
    ['2023-03-12T09:00+08:00', startMs],
    ['2023-03-12T01:00:00Z', startMs],
    ['2023-03-12T01:00:00.25Z', startMs + 250],
    ['2023-03-11T20:30:00-04:30', startMs],
    ['2023-03-12T09:00:00', null],
    ['2023-03-12', null],
    ['2023-02-30T09:00:00+08:00', null],
    ['2023-03-12T24:00:00+08:00', null],
    ['2023-03-12T09:60:00+08:00', null],
    ['2023-03-12T09:00:00+25:00', null],
    ['明天', null],
  ])('reads %s', (text, atMs) => {
    expect(parseInstant(text)).toBe(atMs);
  });

  it('writes Shanghai time, milliseconds only where there are some', () => {
    expect(formatIso(startMs)).toBe('2023-03-12T09:00:00+08:00');
    expect(formatIso(startMs + 250)).toBe('2023-03-12T09:00:00.250+08:00');
  });
});
