import { describe, expect, it } from 'vitest';
import type { Affair, Known } from '../../src/cli/rehearsal/known.ts';
import { createWitness, type Witness } from '../../src/cli/rehearsal/witness.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import { readOffice } from '../support/read-office.ts';
import { threeReturns } from '../support/three-returns.ts';

const nowMs = instantOf('2024-05-23', '10:00');

function open(): { witness: Witness; known: Known; affair: (unit: string, id: string) => Affair } {
  const { definition, view } = readOffice(threeReturns);
  const affairs = definition.returns.flatMap((returned) =>
    returned.from.units.map((unit): Affair => {
      const figures = new Map((returned.form?.rows ?? []).map((row) => [row.no, row.no * 2]));
      return { unit, returned, figures, told: new Map(figures), handed: new Set(), submitted: false, inAtMs: null };
    }),
  );
  const known: Known = {
    ...{ view, affairs, addressees: definition.addressees.units },
    ...{ signed: new Set(), arrived: new Map() },
  };
  const affair = (unit: string, id: string) =>
    affairs.find((one) => one.unit === unit && one.returned.id === id) as Affair;
  return { known, affair, witness: createWitness(known, definition, () => nowMs) };
}

function push(text: string, mentions: readonly string[] = []) {
  return {
    chat: 'flood-group',
    message: { n: 1, atMs: nowMs, from: 'bot', text, mentions, file: null, replyTo: null },
  };
}

const training = '《防汛宣传培训统计表》';
const inspection = '《汛期建设工程排查整治统计表》';

describe('answers to a unit', () => {
  const answers: readonly (readonly [string, string, string])[] = [
    ['training', `北山区局${training}已提交。\n还差：总结。`, ''],
    ['training', `北山区局${training}已提交。\n还差：图片。`, '没有说还差总结'],
    ['training', `北山区局总结已登记。\n还差：统计表、总结。`, '总结已经交了'],
    ['training', `北山区局总结已登记。\n还差：总结。`, '总结已经交了'],
    ['training', `北山区局总结已登记。\n《汛期值班表》已全部报齐，谢谢。`, '说已全部报齐，其实还差统计表'],
    ['training', `北山区局${training}已提交（逾期）。\n还差：总结。`, '没有逾期却说逾期'],
    ['training', '4项已填齐：\n1 举办宣传活动 3场\n2 培训从业人员 4人次', '第1项报的是2，记成3'],
    ['training', '核对无误请回“确认提交”。\n另缺：值班表（直接发给我）。', '没有说还差总结'],
    ['roster', '北山区局值班表已登记。\n《汛期值班表》已全部报齐，谢谢。', '没有报齐，应为'],
    ['roster', `北山区局${inspection}：已全部报齐，谢谢。`, '进度说已全部报齐，其实还差统计表'],
  ];

  it.each(answers)('about %s: “%s” → %s', (id, text, wrong) => {
    const { witness, affair } = open();
    witness.answered(affair('beishan', id), 'beishan-liaison', text);
    if (wrong === '') expect(witness.contradictions).toEqual([]);
    else expect(witness.contradictions.join('\n')).toContain(wrong);
  });

  it('notes a question put twice in a row', () => {
    const { witness, affair } = open();
    const question = '“10多”是约数，没有记。\n是报哪张表的？';
    witness.answered(affair('beishan', 'training'), 'beishan-liaison', question);
    expect(witness.contradictions).toEqual([]);
    witness.answered(affair('beishan', 'training'), 'beishan-liaison', question);
    expect(witness.contradictions.join()).toContain('接连问了两遍“是报哪张表的？”');
  });
});

describe('what everyone hears', () => {
  const all =
    '东城区局、西城区局、南湖区局、高新区局、江口县局、安全监督站、燃气管理处、供水管理处、桥梁管理处、房屋安全中心、城建档案馆';
  const news: readonly (readonly [string, string])[] = [
    ['【报送提醒】汛期值班表，请于今天17:30前报齐。还有11家未报齐（共12家）。', ''],
    ['【报送提醒】汛期值班表，请于今天17:30前报齐。12家均未报齐。', '说“12家均未报齐”，应为11家'],
    [`【报送提醒】汛期值班表，请于今天17:30前报齐。还差：\n· 值班表：${all}`, ''],
    [`【报送提醒】汛期值班表，请于今天17:30前报齐。还差：\n· 值班表：${all}、北山区局`, '值班表已经交了'],
    ['【报送提醒】汛期值班表，请于今天17:30前报齐。还差：\n· 值班表：东城区局', '没有提到西城区局'],
    ['【汛期排查进度】截至…\n报送《汛期值班表》：已报齐2/12家', '说“已报齐2/12家”，应为1家'],
    ['【汛期排查进度】截至…\n报送《汛期值班表》：已报齐1/12家\n未报齐：北山区局。', '说北山区局未报齐，它已报齐'],
    [
      '报送《宣传培训统计表》：已报齐0/12家\n合计（按已提交2家）：\n1 举办宣传活动 2场',
      '说合计（按已提交2家），应为1家',
    ],
    [
      '报送《宣传培训统计表》：已报齐0/12家\n合计（按已提交1家）：\n1 举办宣传活动 2场\n2 培训从业人员 5人次\n3 发放宣传资料 6份\n4 开展应急演练 8次',
      '第2项合计5人次，应为4',
    ],
    ['已签收2/12家。', '说“已签收2/12家”，应为1家'],
    ['【请签收】汛期排查方案，以下单位还未签收：北山区局、东城区局。', '说北山区局未签收，它已签收'],
    ['强降雨夜间值守已到岗3/6家。', '应为1家'],
    ['【未到岗】强降雨夜间值守签到已开始10分钟，尚未到岗：北山区局 高原；东城区局 田雨。', '已经到岗'],
  ];

  it.each(news)('“%s” → %s', (text, wrong) => {
    const { witness, known, affair } = open();
    Object.assign(affair('beishan', 'roster'), { handed: new Set(['roster']), inAtMs: nowMs });
    Object.assign(affair('beishan', 'training'), { submitted: true });
    known.signed.add('beishan');
    known.arrived.set('night', new Set(['beishan-liaison']));
    witness.heard(push(text));
    if (wrong === '') expect(witness.contradictions).toEqual([]);
    else expect(witness.contradictions.join('\n')).toContain(wrong);
  });

  it('counts units reminded of what they do not owe', () => {
    const { witness, affair } = open();
    affair('beishan', 'roster').handed.add('roster');
    witness.heard(push('【报送提醒】汛期值班表，请于今天17:30前报齐。还有11家未报齐（共12家）。', ['beishan-liaison']));
    witness.heard(
      push('【报送提醒】宣传培训统计表，请于今天17:30前报齐。12家均未报齐。', ['beishan-liaison', 'gas-liaison']),
    );
    expect(witness.needless()).toBe(1);
  });
});

describe('reminders of several things in one message', () => {
  const both = '【请签收】汛期排查方案，以下单位还未签收：东城区局。\n【报送提醒】汛期值班表，请于今天17:30前报齐。';

  it('are in vain for a unit that owes none of them, and for no other', () => {
    const { witness, known, affair } = open();
    known.signed.add('beishan').add('nanhu');
    affair('nanhu', 'roster').handed.add('roster');
    const lacking = known.affairs.filter(({ unit, returned }) => unit === 'nanhu' && returned.id === 'roster');
    for (const one of lacking) for (const { id } of one.returned.materials) one.handed.add(id);
    witness.heard(push(both, ['dongcheng-liaison', 'beishan-liaison', 'nanhu-liaison']));
    expect(witness.needless()).toBe(1);
  });

  it('are none where they are only quoted as lost', () => {
    const { witness } = open();
    witness.heard(
      push(
        '有1条消息没有发出：\n· 发给汛期排查工作群的“【报送提醒】”：invalid webhook url\n处理好后回“补发”，我再发一次。',
      ),
    );
    expect(witness.contradictions).toEqual([]);
  });
});
