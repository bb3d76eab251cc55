import { ask, cases } from './case.ts';

const draft = { 8: 3 };

/** What people wrote in trials and was misread. */
export const trials = [
  ...cases('shanghai-2023', 'trial-misspelt-rows', [
    ['第7向改成8', { 7: 8 }, { draft, last: [8] }],
    ['地7项改成8', { 7: 8 }, { draft, last: [8] }],
    ['第七像改成9', { 7: 9 }, { draft }],
    ['7项改成9', { 7: 9 }, { draft, last: [8] }],
    ['把七项改为9', { 7: 9 }, { draft, last: [8] }],
    ['第 7 项改成8', { 7: 8 }, { draft, last: [8] }],
    ['第7改成8', { 7: 8 }, { draft, last: [8] }],
    ['地7改成8', { 7: 8 }, { draft, last: [8] }],
    ['弟7相8次', { 7: 8 }, { draft }],
    ['7向：9', { 7: 9 }, { draft }],
    ['第7乡改成8', {}, { ...ask, draft, last: [8] }],
    ['第7号改成8', {}, { ...ask, draft, last: [8] }],
    ['做了7项指导', { 7: 7 }],
  ]),
];
