/** The kinds of field that both files are written in, each with the sentence that says how. */
import { z } from 'zod';
import { isDay, isTimeOfDay } from './calendar/zone.ts';

export const words = z.string().trim().min(1, '这里不能为空');

export const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, '编号只用小写字母、数字和连字符，例如 huangpu-liaison');

export const day = z.string().refine(isDay, '日期写成 2023-03-22 这样，而且要真有这一天');

export const timeOfDay = z.string().refine(isTimeOfDay, '时间写成 09:00 这样（24 小时制，小时写两位）');

export const wordList = z.array(words);

export const positiveInteger = z.int('这里写整数').min(1, '这里写 1 或更大的整数');
