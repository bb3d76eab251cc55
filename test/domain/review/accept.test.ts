import { describe, expect, it } from 'vitest';
import { given, type Moment, shanghai, shanghaiDirectory } from '../../support/given.ts';
import { completeReturn, happened, materialsIn, published, submittedTable } from '../../support/histories.ts';
import { reviewed, tableTitle, twoReturns } from './campaigns.ts';

const past = [published(), ...completeReturn('huangpu'), ...completeReturn('xuhui'), submittedTable('jingan')];
const moment = given(reviewed, shanghaiDirectory, past).at('2023-03-20 09:00');

const source = { person: 'organiser', cause: 'test', atMs: 0, words: '通过' };
const acceptedBefore = happened('2023-03-19 10:00', {
  type: 'SubmissionAccepted',
  returnId: 'summary',
  unit: 'xuhui',
  source,
});

const countLine = (at: Moment) =>
  at.when('shanghai-leader', '汇总进度').said.find((line) => line.startsWith('审核')) ?? null;
const ownLine = (at: Moment) => at.when('huangpu-liaison', '进度').said.join('\n').split('\n')[1];

it('says to who confirms that it waits, and writes to nobody about it', () => {
  const draft = given(reviewed, shanghaiDirectory, [published(), materialsIn('huangpu')]).when(
    'huangpu-liaison',
    '公益广告3条，其余为0',
  );
  const done = draft.when('huangpu-liaison', '确认提交');
  expect(done.said).toEqual([`黄浦区局${tableTitle}已提交。`, '已全部报齐，谢谢。', '审核：待审核。']);
  expect(done.sends).toEqual([]);
});

it('reviews nothing before all of it is in', () => {
  expect(moment.when('jingan-liaison', '进度').said.join()).toContain('审核：报齐后由组织者审核。');
  expect(moment.when('organiser', '通过 静安').said).toEqual([`静安区局${tableTitle}还差总结、图片，报齐后再审核。`]);
});

describe('what is accepted', () => {
  const accepted = moment.when('organiser', '通过 黄浦区局');

  it('is said, and its people hear it alone', () => {
    expect(accepted.said).toEqual([`审核通过：黄浦区局${tableTitle}。`]);
    expect(accepted.told('huangpu-liaison')).toEqual([`【审核通过】贵单位${tableTitle}已审核通过，谢谢。`]);
    expect(accepted.posted()).toEqual([]);
  });

  it('is counted in one line, and said to the unit', () => {
    expect(countLine(moment)).toBe('审核：已通过0家，待审核2家，退回0家。');
    expect(countLine(accepted)).toBe('审核：已通过1家，待审核1家，退回0家。');
    expect(countLine(accepted.when('organiser', '退回 徐汇，偏大'))).toBe('审核：已通过1家，待审核0家，退回1家。');
    expect(ownLine(moment)).toBe('审核：待审核。');
    expect(ownLine(accepted)).toBe('审核：3月20日（周一）09:00已通过。');
    expect(accepted.when('huangpu-liaison', '我的任务').said.join()).toContain('审核：3月20日（周一）09:00已通过。');
  });

  it('waits again after a correction, and after a material that nobody has seen', () => {
    const corrected = accepted
      .at('2023-03-20 10:00')
      .when('huangpu-liaison', '第3项改成4')
      .when('huangpu-liaison', '确认提交');
    const another = accepted.at('2023-03-20 10:00').when('huangpu-liaison', '总结已报送OA');
    for (const again of [corrected, another]) expect(ownLine(again)).toBe('审核：待审核。');
    expect(another.when('organiser', '通过 黄浦').said).toEqual([`审核通过：黄浦区局${tableTitle}。`]);
    expect(ownLine(another.at('2023-03-20 11:00').when('organiser', '通过 黄浦'))).toContain('已通过');
  });

  it('is accepted once, and can go back', () => {
    expect(accepted.when('organiser', '通过 黄浦').events).toEqual([]);
    expect(accepted.when('organiser', '通过 黄浦').said.join()).toContain('已于3月20日（周一）09:00通过，无需重复');
    expect(accepted.when('organiser', '退回 黄浦，偏大').said[0]).toContain('已退回黄浦区局');
  });

  it('changes nothing in who is chased', () => {
    const owing = (at: Moment) => [...(at.situation.state.submission.returns.get('summary')?.owing ?? [])];
    expect(owing(accepted)).toEqual(owing(moment));
    expect(owing(moment)).not.toContain('xuhui');
  });
});

it('says of each why it is not accepted', () => {
  const some = moment.when('organiser', '审核通过 黄浦、静安、浦东');
  expect(some.said).toEqual([
    `审核通过：黄浦区局${tableTitle}。`,
    `静安区局${tableTitle}还差总结、图片，报齐后再审核。`,
    `浦东新区局${tableTitle}还没有提交，不能通过。`,
  ]);
  const back = moment.when('organiser', '退回 黄浦 第3项，偏大').when('organiser', '通过 黄浦');
  expect(back.said).toEqual([`黄浦区局${tableTitle}已退回（第3项：偏大），等单位重报后再审核。`]);
});

it('passes over what was accepted before', () => {
  const some = given(reviewed, shanghaiDirectory, [...past, acceptedBefore]).at('2023-03-20 09:00');
  expect(countLine(some)).toBe('审核：已通过1家，待审核1家，退回0家。');
  expect(some.when('organiser', '确认全部通过').said).toEqual([`审核通过：黄浦区局${tableTitle}。`]);
});

it('shows 全部通过 first', () => {
  const shown = moment.when('organiser', '全部通过');
  expect(shown.said.join()).toContain(`将审核通过${tableTitle}2家（黄浦区局、徐汇区局）。`);
  expect(shown.events.map(({ type }) => type)).toEqual(['OrderProposed']);
  expect(shown.when('organiser', '是').said).toEqual([`审核通过：黄浦区局、徐汇区局${tableTitle}。`]);
});

it('asks which where two returns of a unit wait', () => {
  const two = given(twoReturns, shanghaiDirectory, [
    published(),
    ...completeReturn('huangpu'),
    materialsIn('huangpu', { returnId: 'roster' }),
  ]);
  expect(two.when('organiser', '通过 黄浦').events).toEqual([]);
  expect(two.when('organiser', '通过 黄浦').said.join()).toContain('通过哪一项？');
  expect(two.when('organiser', '通过 黄浦 值守表').said).toEqual(['审核通过：黄浦区局《值守人员安排表》。']);
});

it('answers 通过了吗 for the own unit, and for any to those who read', () => {
  expect(moment.when('huangpu-liaison', '审核通过了吗').said).toEqual([`${tableTitle}待审核。`]);
  expect(moment.when('huangpu-liaison', '徐汇通过了吗').refused).toBe('not_your_unit');
  expect(moment.when('shanghai-leader', '徐汇通过了吗').said).toEqual([`徐汇区局${tableTitle}待审核。`]);
});

describe('a campaign that asks for no acceptance', () => {
  const plain = given(shanghai, shanghaiDirectory, past).at('2023-03-20 09:00');

  it('says so, and speaks of it nowhere else', () => {
    const tried = plain.when('organiser', '通过 黄浦');
    expect(tried.events).toEqual([]);
    expect(tried.said).toEqual(['本次活动不设审核，提交了就算报齐。发现问题可以发“退回 单位，原因”。']);
    expect(countLine(plain)).toBeNull();
    expect(plain.when('huangpu-liaison', '进度').said.join()).not.toContain('审核');
  });

  it('still says how many have something back', () => {
    const back = plain.when('organiser', '退回 黄浦，偏大');
    expect(back.when('organiser', '汇总进度').said).toContain('退回未改：1家。');
    expect(back.when('organiser', '待审核').said).toEqual(['退回未改1家：黄浦区局（偏大）。']);
  });
});
