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
  ...cases('shanghai-2023', 'trial-changes', [
    ['再加2场', { 7: 5 }, { draft: { 7: 3, 9: 5 }, last: [9] }],
    ['再加2次', { 7: 5 }, { draft: { 7: 3, 9: 5 }, last: [9] }],
    ['再加2场', {}, { ...ask, draft: { 9: 5 }, last: [9] }],
    ['再加2次', {}, { ...ask, draft: { 9: 5 }, last: [9] }],
    ['再加2场', {}, { ...ask, draft: { 1: 1, 7: 3, 9: 5 }, last: [9] }],
    ['再加2件', { 9: 7 }, { draft: { 7: 3, 9: 5 }, last: [9] }],
    ['3改成25', {}, { ...ask, draft: { 2: 3, 3: 6 } }],
    ['3改成25', { 3: 25 }, { draft: { 2: 4, 3: 6 } }],
    ['3改成25', { 2: 25 }, { draft: { 2: 3 } }],
    ['咨询12场，科普3场', {}, ask],
    ['宣传册500本、折页300张', {}, ask],
  ]),
];
