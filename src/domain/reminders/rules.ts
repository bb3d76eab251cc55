/** When those who owe are reminded, unless the campaign's file says otherwise: the one place of the defaults. */
import { z } from 'zod';
import type { ReminderRules } from '../campaign/definition.ts';
import { positiveInteger, timeOfDay } from '../file-fields.ts';

export const DEFAULT_REMINDERS: ReminderRules = {
  daysBefore: [7, 3, 1],
  at: '10:00',
  onTheDay: ['10:00', '14:00'],
  hoursBefore: [2],
  afterAt: '10:00',
  escalateOnDay: 2,
  receiptAt: '10:00',
  quiet: { from: '20:00', to: '08:00' },
  chaseEveryMinutes: 60,
};

/** Every key may be left out. */
export const reminderRules = z.strictObject({
  daysBefore: z.array(positiveInteger).default([...DEFAULT_REMINDERS.daysBefore]),
  at: timeOfDay.default(DEFAULT_REMINDERS.at),
  onTheDay: z.array(timeOfDay).default([...DEFAULT_REMINDERS.onTheDay]),
  hoursBefore: z.array(z.number().positive('这里写大于 0 的小时数')).default([...DEFAULT_REMINDERS.hoursBefore]),
  afterAt: timeOfDay.default(DEFAULT_REMINDERS.afterAt),
  escalateOnDay: positiveInteger.default(DEFAULT_REMINDERS.escalateOnDay),
  receiptAt: timeOfDay.default(DEFAULT_REMINDERS.receiptAt),
  quiet: z.strictObject({ from: timeOfDay, to: timeOfDay }).default(DEFAULT_REMINDERS.quiet),
  chaseEveryMinutes: positiveInteger.default(DEFAULT_REMINDERS.chaseEveryMinutes),
});
