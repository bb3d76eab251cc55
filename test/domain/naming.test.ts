/** What people call units, people, rows, returns, shifts and materials, and what is meant by it. */
import { describe, expect, it } from 'vitest';
import type { Material, ReturnDefinition } from '../../src/domain/campaign/definition.ts';
import type { DirectoryDefinition } from '../../src/domain/directory/model.ts';
import type { Form } from '../../src/domain/form.ts';
import {
  materialsIn,
  optionIn,
  peopleIn,
  returnIn,
  rowIn,
  rowsIn,
  shiftsIn,
  unitsIn,
} from '../../src/domain/naming.ts';
import { initialReturn } from '../../src/domain/submission/returns.ts';
import { directoryFile } from '../service/office-room.ts';
import { viewOf } from '../support/directory.ts';

const view = viewOf(directoryFile.definition);
const labels = [
  '组织重要新闻发布',
  '播放公益广告',
  '抖音小视频参与数',
  '印发各类宣传资料',
  '开展咨询、科普',
  '主流媒体专版',
  '专题报道',
];

function formOf(title: string, rows: readonly string[]): Form {
  return {
    id: title,
    title,
    headerLines: [],
    footerLines: [],
    columns: [],
    hasRemark: false,
    rows: rows.map((label, index) => ({
      no: index + 1,
      seq: null,
      label,
      measure: '次',
      kind: 'integer',
      group: null,
      aliases: label === '印发各类宣传资料' ? ['宣传单'] : [],
    })),
  };
}

describe('units', () => {
  it.each([
    ['黄浦区局', ['huangpu'], ''],
    ['催黄浦', ['huangpu'], '催'],
    ['黄浦、徐汇和静安区局', ['huangpu', 'xuhui', 'jingan'], ''],
    ['黄浦区市场监督管理局 王丽', ['huangpu'], '王丽'],
    ['徐汇区局，徐汇', ['xuhui'], ''],
    ['浦东新区局到3月24日', ['pudong'], '到3月24日'],
    ['总结还没交的', [], '总结还没交的'],
    ['', [], ''],
  ])('of “%s”', (words, ids, rest) => {
    const { found, rest: left } = unitsIn(view, words);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(left).toBe(rest);
  });

  it('of a group, by the group’s name', () => {
    const { found, rest } = unitsIn(view, '催各区局');
    expect(found.length).toBe(16);
    expect(new Set(found).size).toBe(16);
    expect(rest).toBe('催');
  });

  it('by the longest name, not by a shorter one inside it', () => {
    const units = [
      { id: 'an', name: '安县局', shortName: '安县局', aliases: ['安县'], parent: null, groups: [] },
      { id: 'xin', name: '新安县局', shortName: '新安县局', aliases: ['新安县'], parent: null, groups: [] },
    ];
    const two = viewOf({ units, people: [], chats: [] });
    expect(unitsIn(two, '新安县报齐').found.map(({ id }) => id)).toEqual(['xin']);
    expect(unitsIn(two, '安县报齐').found.map(({ id }) => id)).toEqual(['an']);
  });
});

describe('people', () => {
  const person = (id: string, name: string, unit: string) =>
    ({ id, name, unit, roles: ['reporter'], accounts: {} }) as const;
  const unit = (id: string) => ({ id, name: `${id}局`, shortName: id, aliases: [], parent: null, groups: [] });
  const definition: DirectoryDefinition = {
    units: [unit('jia'), unit('yi')],
    people: [
      person('a', '王丽', 'jia'),
      person('b', '王丽', 'yi'),
      person('c', '王丽娜', 'jia'),
      person('d', '李明', 'yi'),
    ],
    chats: [],
  };
  const four = viewOf(definition);
  const ids = (words: string, of?: string) => peopleIn(four, words, of).found.map(({ id }) => id);

  it('are all found where several have one name', () => expect(ids('换成王丽')).toEqual(['a', 'b']));
  it('of one unit, where it is given', () => expect(ids('换成王丽', 'yi')).toEqual(['b']));
  it('by the longer of two names', () => expect(ids('王丽娜和李明')).toEqual(['c', 'd']));
  it('in the order they are said', () => expect(ids('李明换成王丽娜')).toEqual(['d', 'c']));
  it('are none where nobody is called so', () => expect(ids('王')).toEqual([]));
});

describe('the row meant', () => {
  const form = formOf('统计表', labels);

  it.each([
    ['第2项', 2],
    ['2', 2],
    ['第 7 项', 7],
    ['播放公益广告', 2],
    ['公益广告', 2],
    ['公益广告的', 2],
    ['抖音', 3],
    ['视频', 3],
    ['宣传单', 4],
    ['宣传资料', 4],
    ['咨询', 5],
    ['科普', 5],
    ['媒体专版', 6],
    ['专题', 7],
    ['公益广告播放', 2],
    ['新闻发布会', 1],
  ])('by “%s”', (words, no) => expect(rowIn(form, words)?.no).toBe(no));

  it.each(['', '第9项', '0', '投诉', '专', '次', '随便'])('by “%s” is none', (words) =>
    expect(rowIn(form, words)).toBeUndefined(),
  );

  it('is none of two that are called the same', () => {
    expect(rowIn(formOf('表', ['其他', '其他']), '其他')).toBeUndefined();
  });

  it.each([
    ['第3项、第5项有误', [3, 5], '有误'],
    ['3、5项', [3, 5], ''],
    ['第2项', [2], ''],
    ['第12项', [], '第12项'],
    ['表不对', [], '表不对'],
  ])('several by number in “%s”', (words, nos, rest) => {
    const found = rowsIn(form, words);
    expect(found.found.map(({ no }) => no)).toEqual(nos);
    expect(found.rest).toBe(rest);
  });
});

const material = (id: string, title: string, aliases: readonly string[] = []): Material => ({
  id,
  title,
  aliases,
  accepts: ['file'],
});
const returned = (id: string, title: string, form: Form | null, materials: readonly Material[] = []) =>
  initialReturn({
    id,
    title,
    form,
    materials,
    from: { printed: [], units: [], open: [] },
    to: '',
    due: { phrase: '', dueAtMs: 0, lateAfterMs: 0 },
  } satisfies ReturnDefinition);

describe('the return meant', () => {
  const returns = [
    returned('summary', '活动总结和统计表', formOf('系列活动统计表', ['甲'])),
    returned('law', '执法情况', formOf('执法情况统计表', ['乙'])),
    returned('roster', '值班安排表', null),
  ];

  it.each([
    ['活动总结和统计表', 'summary'],
    ['执法情况统计表', 'law'],
    ['《执法情况》', 'law'],
    ['执法', 'law'],
    ['值班安排', 'roster'],
    ['系列活动', 'summary'],
  ])('by “%s”', (words, id) => expect(returnIn(returns, words)?.definition.id).toBe(id));

  it.each(['', '统计表', '明天', '表'])('by “%s” is none', (words) => expect(returnIn(returns, words)).toBeUndefined());
});

describe('materials', () => {
  const returns = [
    returned('one', '甲', null, [material('report', '总结', ['小结']), material('pictures', '图片', ['照片'])]),
    returned('two', '乙', null, [material('report', '总结')]),
  ];

  it('are found in every return that wants one of the name', () => {
    expect(materialsIn(returns, '总结还没交')).toEqual([
      { returnId: 'one', material: 'report', title: '总结' },
      { returnId: 'two', material: 'report', title: '总结' },
    ]);
  });

  it('by their other names, and none by words that name none', () => {
    expect(materialsIn(returns, '催照片').map(({ material: id }) => id)).toEqual(['pictures']);
    expect(materialsIn(returns, '催小结').map(({ returnId }) => returnId)).toEqual(['one']);
    expect(materialsIn(returns, '催统计表')).toEqual([]);
  });
});

describe('shifts', () => {
  const shift = (id: string, title: string) => ({ id, title, startMs: 0, endMs: 1 });
  const shifts = [shift('standby', '带队值守'), shift('gala', '晚会期间带队值守')];
  const ids = (words: string) => shiftsIn(shifts, words).map(({ id }) => id);

  it('by a part of the title, or words around it', () => {
    expect(ids('晚会')).toEqual(['gala']);
    expect(ids('值守')).toEqual(['standby', 'gala']);
    expect(ids('今天的带队值守')).toEqual(['standby']);
    expect(ids('晚')).toEqual([]);
    expect(ids('白班')).toEqual([]);
  });
});

describe('an option', () => {
  const labels = ['汛期值班表', '排查整治统计表', '宣传培训统计表'];

  it.each([
    ['2', 1],
    ['第二个', 1],
    ['选3', 2],
    ['是第1项', 0],
    ['3吧', 2],
    ['排查整治统计表', 1],
    ['《宣传培训统计表》。', 2],
    ['宣传培训', 2],
    ['是值班表', 0],
    ['这是宣传培训统计表', 2],
    ['排查整治的', 1],
    ['就是排查整治统计表吧', 1],
  ])('is named by “%s”', (said, option) => {
    expect(optionIn(labels, said)).toBe(option);
  });

  it.each([
    '4',
    '统计表',
    '不是值班表',
    '是值班表吗',
    '值班表没有',
    '催办 汛期值班表',
    '填报 排查整治统计表',
    '30',
    '好的',
  ])('is not by “%s”', (said) => expect(optionIn(labels, said)).toBeNull());
});
