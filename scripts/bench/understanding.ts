/** Replies read per second on one core over a mix of everyday replies, against a bare regular expression for figures. */

import type { Form } from '../../src/domain/form.ts';
import { blankContext } from '../../src/domain/reading.ts';
import { read } from '../../src/understand/reading/read.ts';
import { cityForm } from './city.ts';

const replies = [
  '公益广告3条，短视频12条，其余为0',
  '1、3 2、5 3、0',
  '发布会2次 行政指导10次 案件查办4件',
  '收到，马上报',
  '第3项改成20',
  '座谈会一共开了三次，培训班没有',
  '各位领导好，我们街道公益广告播了十二条，宣传资料印了两千份，谢谢',
];

export function benchUnderstanding() {
  const form: Form = cityForm;
  const context = { ...blankContext(form), draft: { 1: 2, 3: 12 }, botNames: ['督办助手'] };
  const run = (rounds: number, work: (text: string) => unknown) => {
    const began = performance.now();
    for (let index = 0; index < rounds; index++) work(replies[index % replies.length] as string);
    return rounds / ((performance.now() - began) / 1000);
  };
  run(5000, (text) => read(text, context));
  const perSecond = run(60_000, (text) => read(text, context));
  const bare = run(60_000, (text) => text.match(/\d+(?:\.\d+)?/g));
  return { messagesPerSecond: perSecond, bareRegexPerSecond: bare, ratio: perSecond / bare };
}
