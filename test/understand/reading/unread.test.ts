import { describe, expect, it } from 'vitest';
import { unreadIn } from '../../../src/understand/reading/unread.ts';
import { figuresOf, readIn } from './corpus.ts';

const unread = (text: string) => unreadIn(text, readIn('shanghai-2023', text));

describe('a statistic beside figures that were taken', () => {
  it.each([
    ['公益广告3条，罚款5万', ['罚款5万']],
    ['公益广告3条，直播5场，抖音12条，办结8件', ['直播5场', '办结8件']],
  ])('is named: %s', (text, pieces) => expect(unread(text)).toEqual(pieces));

  it.each([
    '公益广告3条，抖音12条，其余为0',
    '公益广告3条，电话12345678',
    '公益广告3条，3月15日举办现场活动',
    '公益广告12条，其中原创5条，转发7条',
    '公益广告3条，谢谢，辛苦了',
    '公益广告3条，去年直播5场',
    '直播5场',
  ])('is none in %s', (text) => expect(unread(text)).toEqual([]));
});

describe('a zero typed as a letter', () => {
  it.each([
    ['抖音 1O', 3],
    ['公益广告1o条', 2],
    ['咨询O场', 5],
  ])('%s is asked about, and nothing is recorded', (text, row) => {
    const reading = readIn('shanghai-2023', text);
    expect([figuresOf(reading), reading.doubts.map(({ kind, rows }) => [kind, ...rows])]).toEqual([
      {},
      [['number', row]],
    ]);
  });

  it.each(['公益广告3条，OK', 'OK，公益广告3条', '公益广告3条，已发OA'])('is none in %s', (text) =>
    expect(figuresOf(readIn('shanghai-2023', text))).toEqual({ 2: 3 }),
  );
});
