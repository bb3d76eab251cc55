import { describe, expect, it } from 'vitest';
import type { ReturnState } from '../../../src/domain/submission/state.ts';
import { given, type Moment, shanghai, shanghaiDirectory } from '../../support/given.ts';
import {
  closedReturn,
  completeReturn,
  draftTable,
  materialsIn,
  published,
  submittedTable,
} from '../../support/histories.ts';
import { tableTitle, twoReturns } from './campaigns.ts';

const moment = given(shanghai, shanghaiDirectory, [published(), ...completeReturn('huangpu')]).at('2023-03-20 09:00');

function summaryOf({ situation }: Moment): ReturnState {
  return situation.state.submission.returns.get('summary') as ReturnState;
}

describe('a table that goes back', () => {
  const back = moment.when('organiser', '退回 黄浦区局 第3项，数字偏大请核实。');

  it('is answered, and its people hear at once what to do, alone', () => {
    expect(back.said).toEqual([
      `已退回黄浦区局${tableTitle}第3项，原因：数字偏大请核实。`,
      '已告知王若溪、冯启明。改好重报前按未报齐提醒。',
    ]);
    expect(back.posted()).toEqual([]);
    expect(back.told('huangpu-liaison')).toEqual([
      `【退回】贵单位${tableTitle}第3项已退回，原因：数字偏大请核实。\n请核对后直接报新数，再回“确认提交”；核对无误的直接回“确认提交”。请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。原来按时报的，改后仍算按时。`,
    ]);
    expect(back.told('huangpu-leader')).toEqual([]);
  });

  it('is owed again from then, counts no more, and says why', () => {
    expect(summaryOf(moment).owing.has('huangpu')).toBe(false);
    expect(summaryOf(back).owing.has('huangpu')).toBe(true);
    expect(summaryOf(back).tallies.get(3)?.units).toBe(0);
    expect(back.when('huangpu-liaison', '进度').said.join()).toContain('还差统计表第3项（已退回：数字偏大请核实');
    expect(back.when('huangpu-liaison', '我的任务').said.join()).toContain('统计表第3项（已退回：数字偏大请核实');
  });

  it('is reminded of until it is in again', () => {
    const reminded = (at: Moment) =>
      at
        .when('2023-03-21 10:00')
        .sends.filter(({ purpose }) => purpose.kind === 'remind-returns')
        .flatMap(({ mentions }) => mentions);
    expect(reminded(moment)).not.toContain('huangpu-liaison');
    expect(reminded(back)).toContain('huangpu-liaison');
    expect(reminded(back.when('huangpu-liaison', '第3项改成2').when('huangpu-liaison', '确认提交'))).not.toContain(
      'huangpu-liaison',
    );
  });

  it('stays in time if it first was, however late it comes again', () => {
    const again = back.at('2023-03-24 09:00').when('huangpu-liaison', '确认提交');
    expect(again.said.join()).not.toContain('逾期');
    expect(summaryOf(again).onTime).toBe(1);
  });

  it('does not go back twice', () => {
    const twice = back.when('organiser', '退回 黄浦区局，还是偏大');
    expect(twice.events).toEqual([]);
    expect(twice.said).toEqual([`黄浦区局${tableTitle}已经退回过（第3项：数字偏大请核实），还没有重报。`]);
  });

  it('needs no word any more where the unit was faster', () => {
    const [send] = back.sends;
    if (!send) throw new Error('somebody is told');
    expect(back.renewed(send)?.text).toBe(send.text);
    expect(back.when('huangpu-liaison', '确认提交').renewed(send)).toBeNull();
  });
});

describe('a material that goes back', () => {
  const back = moment.when('organiser', '退回 黄浦区局 总结，内容不全');

  it('is owed alone: the table stays submitted', () => {
    expect(back.said[0]).toBe('已退回黄浦区局总结，原因：内容不全。');
    expect(back.told('huangpu-liaison-2')[0]).toContain('请改好后把总结重新发给我。');
    expect(back.when('huangpu-liaison', '进度').said.join('\n')).toContain(
      '黄浦区局统计表已提交，还差总结。请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。\n总结已退回：内容不全。',
    );
    expect(summaryOf(back).tallies.get(3)?.units).toBe(1);
  });

  it('is all there is to hand in again', () => {
    const again = back.when('huangpu-liaison', '总结已报送OA');
    expect(again.said.join()).toContain('已全部报齐');
    expect(again.when('huangpu-liaison', '进度').said.join()).not.toContain('退回');
  });
});

describe('what is not in', () => {
  it('never goes back', () => {
    const draft = given(shanghai, shanghaiDirectory, [
      published(),
      materialsIn('xuhui'),
      draftTable('xuhui', { 3: 12 }),
    ]);
    const refused = draft.when('organiser', '退回 徐汇区局，数字偏大');
    expect(refused.events).toEqual([]);
    expect(refused.said).toEqual([`徐汇区局${tableTitle}还没有提交，不用退回。`]);
    expect(moment.when('organiser', '退回 静安区局 总结，内容不全').said).toEqual([
      '静安区局的总结还没有报来，不用退回。',
    ]);
  });

  it('is said beside what goes back', () => {
    const back = moment.when('organiser', '退回 黄浦、静安，偏大');
    expect(back.events.map((event) => 'unit' in event && event.unit)).toEqual(['huangpu']);
    expect(back.said).toContain(`静安区局${tableTitle}还没有提交，不用退回。`);
  });

  it('is no return at all where the unit owes none', () => {
    expect(moment.when('organiser', '退回 市药监局，偏大').said).toEqual(['市药监局本次没有要报送的内容。']);
  });
});

describe('what was left out', () => {
  it('asks for the reason, and takes it in whatever words', () => {
    const asked = moment.when('organiser', '退回 黄浦区局');
    expect(asked.said).toEqual(['请说明退回的原因，我原话转告单位；不退了请回“不退了”。']);
    expect(asked.sends).toEqual([]);
    const done = asked.when('organiser', '第3项偏大，不像是真的');
    expect(done.said[0]).toBe(`已退回黄浦区局${tableTitle}第3项，原因：第3项偏大，不像是真的。`);
    expect(done.when('organiser', '数字也不对').events).toEqual([]);
  });

  it('lets it go, and does not wait for ever', () => {
    const asked = moment.when('organiser', '退回 黄浦区局');
    expect(asked.when('organiser', '不退了').said).toEqual(['好的，没有退回。']);
    expect(asked.when('organiser', '不退了').when('organiser', '数字偏大').events).toEqual([]);
    for (const words of ['算了', '先不管', '回头再说', '再看看', '先放一放'])
      expect(asked.when('organiser', words).said).toEqual(['好的，没有退回。']);
    expect(asked.when('organiser', '不清楚').said[0]).toMatch(/^已退回黄浦区局.*原因：不清楚。$/);
    expect(asked.when('organiser', '谢谢大家').events.map(({ type }) => type)).toEqual(['QuestionPassedOver']);
    expect(asked.at('2023-03-20 09:06').when('organiser', '数字偏大').events).toEqual([]);
  });

  it('asks which return where two fit, and none where one is named', () => {
    const two = given(twoReturns, shanghaiDirectory, [
      published(),
      ...completeReturn('huangpu'),
      materialsIn('huangpu', { returnId: 'roster' }),
    ]);
    const asked = two.when('organiser', '退回 黄浦区局，没有盖章');
    expect(asked.said).toEqual([
      `退回哪一项？\n1. ${tableTitle}\n2. 《值守人员安排表》\n请回序号或名称；不退了请回“不退了”。`,
    ]);
    const named = two.when('organiser', '退回 黄浦区局 值守表，没有盖章');
    for (const done of [asked.when('organiser', '2'), asked.when('organiser', '值守人员安排表'), named]) {
      expect(done.said[0]).toBe('已退回黄浦区局《值守人员安排表》，原因：没有盖章。');
      expect(done.situation.state.submission.returns.get('summary')?.owing.has('huangpu')).toBe(false);
      expect(done.situation.state.submission.returns.get('roster')?.owing.has('huangpu')).toBe(true);
      const again = done.when('huangpu-liaison', '值守名单已报送OA');
      expect(again.situation.state.submission.returns.get('roster')?.owing.has('huangpu')).toBe(false);
    }
  });
});

describe('全部退回', () => {
  const all = given(shanghai, shanghaiDirectory, [published(), submittedTable('huangpu'), submittedTable('xuhui')]);

  it('is shown first, and done on a yes', () => {
    const shown = all.when('organiser', '全部退回，口径有误');
    expect(shown.said.join()).toContain(`将退回2家（黄浦区局、徐汇区局）已报的${tableTitle}，原因：口径有误。`);
    expect(shown.sends).toEqual([]);
    const done = shown.when('organiser', '是');
    expect(done.said[0]).toBe(`已退回黄浦区局、徐汇区局${tableTitle}，原因：口径有误。`);
    expect(done.sends.map(({ to }) => to.kind === 'person' && to.person)).toEqual([
      'huangpu-liaison',
      'huangpu-liaison-2',
      'xuhui-liaison',
    ]);
  });

  it('wants a reason like any other', () => {
    expect(all.when('organiser', '全部退回').said.join()).toContain('请说明退回的原因');
  });
});

it('tells in the group, once and with mentions, who cannot be told alone', () => {
  const inGroup = given(
    shanghai,
    shanghaiDirectory,
    [published(), submittedTable('huangpu'), submittedTable('xuhui')],
    { reach: () => 'in-group' },
  );
  const { sends } = inGroup.when('organiser', '退回 黄浦、徐汇，偏大');
  expect(sends).toHaveLength(1);
  expect(sends[0]?.text).toBe(
    `【退回】以下单位的报送已退回，请改好后重报：\n· 黄浦区局${tableTitle}（偏大）\n· 徐汇区局${tableTitle}（偏大）\n请点开与督办助手的单聊办理，发“进度”看详情。`,
  );
  expect(sends[0]?.mentions).toEqual(['huangpu-liaison', 'huangpu-liaison-2', 'xuhui-liaison']);
});

it('claims to have told only whom a message reaches, and leaves the others to the organiser', () => {
  const unheard = given(
    shanghai,
    shanghaiDirectory,
    [published(), submittedTable('huangpu'), submittedTable('xuhui')],
    {
      reach: (person) => (person === 'xuhui-liaison' ? 'nowhere' : 'alone'),
    },
  ).when('organiser', '退回 黄浦、徐汇，偏大');
  expect(unheard.said.join()).toContain('已告知王若溪、冯启明。徐汇区局没有收得到消息的联络员，请您转告。');
  expect(unheard.posted()).toEqual([]);
  expect(unheard.told('xuhui-liaison')).toEqual([]);
});

it('warns where the unit could not change it', () => {
  const closed = given(shanghai, shanghaiDirectory, [published(), submittedTable('huangpu'), closedReturn()]);
  expect(closed.when('organiser', '退回 黄浦，偏大').said).toContain(
    '这项报送已停止填报，单位现在改不了，请再发“开放填报”。',
  );
});

it.each(['huangpu-liaison', 'shanghai-leader'])('is not for %s', (person) => {
  const tried = moment.when(person, '退回 黄浦区局，数字偏大');
  expect(tried.refused).toBe('not_allowed');
  expect(tried.events).toEqual([]);
});
