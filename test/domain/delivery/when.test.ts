/** When a message may go out, and before which others. */
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/domain/calendar/zone.ts';
import type { OpenSend } from '../../../src/domain/delivery/state.ts';
import { byUrgency, mayGoFromMs } from '../../../src/domain/delivery/when.ts';
import { post, type Send } from '../../../src/domain/ledger.ts';
import { situationAfter } from '../../support/situation.ts';

const at = (time: string, day = '2023-03-14') => instantOf(day, time);
const morning = at('08:00', '2023-03-15');
const now = '23:00';

const open = (more: Partial<Send> = {}, atMs = at('10:00'), key = 'k'): OpenSend => ({
  key,
  seq: 1,
  atMs,
  send: { ...post('g', 't'), ...more },
});
const reminder = { purpose: { kind: 'remind-return', returnId: 'r', units: ['u'] } } as const;
const fromMs = (send: OpenSend, nowMs = at(now)) => mayGoFromMs(situationAfter([], nowMs), send);

describe('a message at night', () => {
  it('goes at once, unless it says that it waits', () => {
    expect(fromMs(open())).toBe(at(now));
    expect(fromMs(open({ waits: false }))).toBe(at(now));
    expect(fromMs(open({ waits: true }))).toBe(morning);
  });

  it('waits as it did where an older entry does not say: reminders and escalations do', () => {
    expect(fromMs(open(reminder))).toBe(morning);
    expect(fromMs(open({ purpose: { kind: 'escalate-return', returnId: 'r', units: ['u'] } }))).toBe(morning);
    expect(fromMs(open({ purpose: { kind: 'duty-call', shiftId: 's' } }))).toBe(at(now));
  });

  it('says more than its purpose', () => {
    expect(fromMs(open({ ...reminder, waits: false }))).toBe(at(now));
  });

  it('goes at once where an order of this very night set it going', () => {
    expect(fromMs(open({ waits: true }, at('22:30')))).toBe(at(now));
    expect(fromMs(open({ waits: true }, at('22:30', '2023-03-13')))).toBe(morning);
  });

  it('that waited goes in the morning', () => {
    expect(fromMs(open({ waits: true }), morning)).toBe(morning);
    expect(fromMs(open({ waits: true }), at('02:00', '2023-03-15'))).toBe(morning);
  });
});

it('by day nothing waits', () => {
  expect(fromMs(open({ waits: true }), at('15:00'))).toBe(at('15:00'));
});

describe('order', () => {
  const keys = (...sends: OpenSend[]) => byUrgency(sends).map(({ key }) => key);

  it('is that of deciding', () => {
    expect(keys(open({}, 1, 'a'), open({ urgency: 'normal' }, 2, 'b'), open({}, 3, 'c'))).toEqual(['a', 'b', 'c']);
  });

  it('puts what is urgent first, among itself as decided', () => {
    const urgent = { urgency: 'now' } as const;
    const [a, b, c, d] = [open({}, 1, 'a'), open(urgent, 2, 'b'), open({}, 3, 'c'), open(urgent, 4, 'd')];
    expect(keys(a, b, c, d)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('loses nothing', () => expect(keys()).toEqual([]));
});
