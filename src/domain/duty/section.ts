/** What the campaign's file says of the duty. */
import { z } from 'zod';
import { dayOf } from '../calendar/zone.ts';
import { audience } from '../campaign/fields.ts';
import { day, identifier, positiveInteger, timeOfDay, wordList, words } from '../file-fields.ts';
import { section } from '../room.ts';
import { resolveDuty } from './resolve.ts';
import { type DutySection, type DutyState, layOutShifts } from './state.ts';

/** With a day and hours; or, where the notice fixes none yet, `when`: what it waits for. */
const shift = z
  .strictObject({
    id: identifier,
    title: words,
    day: day.optional(),
    from: timeOfDay.optional(),
    endDay: day.optional(),
    to: timeOfDay.optional(),
    when: words.optional(),
    setBy: words.optional(),
    /** Who stands this shift, where not all of the duty's units do. */
    units: audience.optional(),
  })
  .refine((written) => (written.when !== undefined) !== Boolean(written.day && written.from && written.to), {
    error: '班次写 day（日期）、from（几点起）、to（几点止）；时间还没定的，只写 when（等什么确定）',
  });

const assignment = z.strictObject({ shift: identifier, unit: words, people: wordList });

const duty = z.strictObject({
  title: words,
  phrase: words,
  requirement: words,
  units: audience,
  shifts: z.array(shift).min(1, '至少写一个班次'),
  /** Who stands where `assignments` name nobody. */
  roster: z.enum(['reporters', 'leaders', 'empty'], {
    error: '写 reporters（各单位联络员）、leaders（各单位领导）或 empty（先空着，在群里排班）',
  }),
  assignments: z.array(assignment).default([]),
  absentAfterMinutes: positiveInteger.default(10),
  escalateAfterMinutes: positiveInteger.default(20),
});

export type DutyWritten = z.infer<typeof duty>;
export type ShiftWritten = z.infer<typeof shift>;

const keys = { duty: duty.nullable().default(null) };

export const dutySection = section<typeof keys, DutySection, DutyState>({
  keys,
  resolve({ duty: written }, { directory, audiences, clock }) {
    if (written === null) return { section: { duty: null }, problems: [] };
    const { duty: resolved, findings, problems } = resolveDuty(written, directory, audiences, clock);
    return { section: { duty: resolved }, findings, problems };
  },
  absent: { duty: null },
  open: (state, { duty: definition }, { atMs }) => layOutShifts(state, definition, atMs),
  days: ({ duty: definition }) => (definition?.shifts ?? []).map(({ startMs }) => dayOf(startMs)),
});
