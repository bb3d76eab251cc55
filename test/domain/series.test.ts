/** Planned instants: which have come, which one stands for them, and what comes next. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../src/domain/calendar/quiet-hours.ts';
import { HOUR_MS, instantOf, MINUTE_MS } from '../../src/domain/calendar/zone.ts';
import { dueInstants, planned, type Series, startOf } from '../../src/domain/series.ts';

const at = (time: string) => instantOf('2023-03-14', time);
const night = { from: '20:00', to: '08:00' };

function seriesOf(instants: readonly number[], more: Partial<Series> = {}): Series {
  const sorted = instants.toSorted((a, b) => a - b);
  return {
    name: 'ladder',
    title: '报送提醒',
    quiet: night,
    fromMs: Number.NEGATIVE_INFINITY,
    next: (afterMs) => sorted.find((ms) => ms > afterMs) ?? null,
    fire: () => ({ events: [], sends: [] }),
    ...more,
  };
}

const nothing = new Map<string, number>();

describe('what is due', () => {
  const series = seriesOf([at('09:00'), at('10:00'), at('14:00')]);

  it('is nothing before its time', () => expect(dueInstants(series, nothing, at('08:59'))).toBeNull());

  it('is the instant itself, when it comes', () => {
    expect(dueInstants(series, new Map([['ladder', at('09:00')]]), at('10:00'))).toEqual({
      count: 1,
      newestMs: at('10:00'),
      sinceMs: at('09:00'),
    });
  });

  it('is the newest of what was missed, with their number', () => {
    expect(dueInstants(series, nothing, at('16:00'))).toMatchObject({ count: 3, newestMs: at('14:00') });
  });

  it('is nothing twice', () => {
    expect(dueInstants(series, new Map([['ladder', at('14:00')]]), at('16:00'))).toBeNull();
    expect(dueInstants(series, new Map([['ladder', at('14:00')]]), at('09:00'))).toBeNull();
  });

  it('is nothing that another series decided', () => {
    expect(dueInstants(series, new Map([['other', at('14:00')]]), at('10:00'))?.count).toBe(2);
  });

  it('is nothing from before the series began', () => {
    expect(dueInstants(seriesOf([at('09:00'), at('10:00')], { fromMs: at('09:00') }), nothing, at('11:00'))).toEqual({
      count: 1,
      newestMs: at('10:00'),
      sinceMs: at('09:00'),
    });
  });

  it('waits for the morning, unless the series knows no night', () => {
    const missed = [at('19:30')];
    expect(dueInstants(seriesOf(missed), nothing, at('21:00'))).toBeNull();
    expect(dueInstants(seriesOf(missed), nothing, at('08:00') + 24 * HOUR_MS)?.newestMs).toBe(at('19:30'));
    expect(dueInstants(seriesOf(missed, { quiet: null }), nothing, at('21:00'))?.newestMs).toBe(at('19:30'));
  });
});

const minutes = fc.integer({ min: 0, max: 4 * 24 * 60 }).map((minute) => at('00:00') + minute * MINUTE_MS);
const anySeries = fc
  .tuple(fc.array(minutes, { maxLength: 12 }), fc.constantFrom(night, null), fc.option(minutes))
  .map(([instants, quiet, fromMs]) => ({
    instants: [...new Set(instants)],
    series: seriesOf(instants, { quiet, fromMs: fromMs ?? Number.NEGATIVE_INFINITY }),
  }));

describe('over any hours in which it is asked', () => {
  it('each instant that comes is decided, once, in order', () => {
    fc.assert(
      fc.property(anySeries, fc.array(minutes, { maxLength: 30 }), ({ instants, series }, asked) => {
        const fired = new Map<string, number>();
        let counted = 0;
        for (const nowMs of asked.toSorted((a, b) => a - b)) {
          const due = dueInstants(series, fired, nowMs);
          if (!due) continue;
          expect(due.newestMs).toBeLessThanOrEqual(nowMs);
          expect(due.newestMs).toBeGreaterThan(startOf(series, fired));
          counted += due.count;
          fired.set(series.name, due.newestMs);
        }
        const end = fired.get(series.name) ?? series.fromMs;
        expect(counted).toBe(instants.filter((ms) => ms > series.fromMs && ms <= end).length);
      }),
    );
  });

  it('what is planned next comes, then and not before', () => {
    fc.assert(
      fc.property(anySeries, minutes, minutes, ({ series }, firedMs, nowMs) => {
        const fired = new Map([[series.name, firedMs]]);
        fc.pre(dueInstants(series, fired, nowMs) === null);
        const [next] = planned([series], fired, nowMs);
        if (!next) return;
        expect(next.atMs).toBeGreaterThan(nowMs);
        expect(series.quiet !== null && isQuiet(next.atMs, series.quiet)).toBe(false);
        expect(dueInstants(series, fired, next.atMs)).not.toBeNull();
        expect(dueInstants(series, fired, next.atMs - MINUTE_MS)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

it('plans the soonest first, over all series', () => {
  const call = seriesOf([at('09:00')], { name: 'call', title: '签到', quiet: null });
  const ladder = seriesOf([at('08:30'), at('10:00')]);
  expect(planned([ladder, call], new Map([['ladder', at('08:30')]]), at('08:45'))).toEqual([
    { atMs: at('09:00'), title: '签到' },
    { atMs: at('10:00'), title: '报送提醒' },
  ]);
});
