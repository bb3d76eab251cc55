/** The kinds of field that rooms' sections of a campaign file are written in. */
import { z } from 'zod';
import { wordList, words } from '../file-fields.ts';

export const names = wordList.min(1, '至少写一个单位名称');

/** Printed names, or printed names with some taken out. */
export const audience = z.union([names, z.strictObject({ names, except: wordList.default([]) })], {
  error: '写单位名称的列表，或写 names: [...] 和 except: [...]',
});

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '时刻写成 2023-03-22 17:30 这样（日期和时间之间空一格）');

/** The notice's phrase; with `by`, what this office reads it as where it names no day; or both instants fixed by hand. */
export const due = z.union(
  [
    words,
    z.strictObject({ phrase: words, by: words.optional(), dueAt: moment.optional(), lateAfter: moment.optional() }),
  ],
  { error: '写通知原文的期限，例如 2023年3月22日前；或写 phrase（原文）和 by（本局定的期限）' },
);

export type AudienceWritten = z.infer<typeof audience>;
export type DueWritten = z.infer<typeof due>;
