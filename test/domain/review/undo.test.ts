/** 撤销退回, 撤销通过. */
import { describe, expect, it } from 'vitest';
import { given, type Moment, shanghai, shanghaiDirectory } from '../../support/given.ts';
import { completeReturn, published } from '../../support/histories.ts';
import { reviewed, tableTitle } from './campaigns.ts';

const past = [published(), ...completeReturn('huangpu'), ...completeReturn('xuhui')];
const moment = given(shanghai, shanghaiDirectory, past).at('2023-03-20 09:00');
const submissionOf = ({ situation }: Moment, unit = 'huangpu') =>
  situation.state.submission.returns.get('summary')?.submissions.get(unit);
const summaryOf = ({ situation }: Moment) => situation.state.submission.returns.get('summary');

describe('what was sent back too soon', () => {
  const back = moment.when('organiser', '退回 黄浦区局 第3项，数字偏大');

  it.each(['撤销退回 黄浦区局', '取消退回黄浦', '撤销对黄浦区局的退回', '撤销黄浦区局的退回'])(
    'stands as before at “%s”, and its people are told',
    (words) => {
      const undone = back.when('organiser', words);
      expect(undone.said).toEqual([
        `已撤销黄浦区局${tableTitle}的退回，原来报的恢复有效，不用重报。`,
        '已告知王若溪、冯启明。',
      ]);
      expect(undone.told('huangpu-liaison')).toEqual([
        `【撤销退回】贵单位${tableTitle}的退回已撤销，原来报的仍然有效，不用重报。`,
      ]);
      expect(undone.posted()).toEqual([]);
      expect(submissionOf(undone)?.status).toEqual(submissionOf(moment)?.status);
      expect(submissionOf(undone)?.versions).toEqual(submissionOf(moment)?.versions);
      expect(summaryOf(undone)?.tallies).toEqual(summaryOf(moment)?.tallies);
      expect(summaryOf(undone)?.owing.has('huangpu')).toBe(false);
      expect(summaryOf(undone)?.complete).toBe(2);
      expect(summaryOf(undone)?.stages.returned.size).toBe(0);
    },
  );

  it('is a material too, which is there again', () => {
    const both = moment.when('organiser', '退回 黄浦区局 总结，内容不全');
    expect(submissionOf(both)?.materials.has('report')).toBe(false);
    const undone = both.when('organiser', '撤销退回 黄浦区局');
    expect(submissionOf(undone)?.materials.has('report')).toBe(true);
    expect(undone.when('huangpu-liaison', '进度').said.join()).toContain('黄浦区局已报齐');
  });

  it('is left to the unit once it has begun to put it right', () => {
    const begun = back.when('huangpu-liaison', '第3项改成2');
    const undone = begun.when('organiser', '撤销退回 黄浦区局');
    expect(undone.said).toEqual(['黄浦区局退回后已经在改，没有撤销，请等其重报。']);
    expect(undone.events.filter(({ type }) => type === 'SendingBackUndone')).toEqual([]);
  });

  it('is the organiser’s, and only where something was sent back', () => {
    expect(moment.when('organiser', '撤销退回 黄浦区局').said).toEqual(['黄浦区局现在没有退回未改的报送，没有撤销。']);
    expect(back.when('huangpu-liaison', '撤销退回 黄浦区局').refused).toBe('not_allowed');
    expect(back.when('organiser', '撤销退回黄浦区局可以吗').events).toEqual([]);
  });

  it('is shown first where everything is meant', () => {
    const all = back.when('organiser', '退回 徐汇区局，重报').when('organiser', '撤销退回 全部');
    expect(all.said.join()).toContain('将撤销2家的退回。将告知王若溪、冯启明、卫子航。');
    expect(summaryOf(all.when('organiser', '不用了'))?.stages.returned.size).toBe(2);
    expect(summaryOf(all.when('organiser', '是'))?.stages.returned.size).toBe(0);
  });

  it('takes no message to the unit that has not gone yet', () => {
    const undone = back.when('organiser', '撤销退回 黄浦区局');
    const [send] = back.sends;
    expect(send && undone.renewed(send)).toBeNull();
  });
});

describe('what was accepted too soon', () => {
  const accepted = given(reviewed, shanghaiDirectory, past).at('2023-03-20 09:00').when('organiser', '通过 黄浦区局');

  it.each(['撤销通过 黄浦区局', '撤销黄浦区局的审核通过', '取消审核通过 黄浦'])('waits again at “%s”', (words) => {
    const undone = accepted.when('organiser', words);
    expect(undone.said).toEqual([
      `已撤销黄浦区局${tableTitle}的审核通过，重新待审核，已报的数不变。`,
      '已告知王若溪、冯启明。',
    ]);
    expect([...(summaryOf(undone)?.stages.waiting ?? [])].sort()).toEqual(['huangpu', 'xuhui']);
    expect(summaryOf(undone)?.tallies).toEqual(summaryOf(accepted)?.tallies);
    expect(undone.told('huangpu-liaison').join()).toContain('【撤销通过】');
  });

  it('goes back to accepted where only a later return of it is undone', () => {
    const undone = accepted.when('organiser', '退回 黄浦区局，请核实').when('organiser', '撤销退回 黄浦区局');
    expect(submissionOf(undone)?.status.kind).toBe('accepted');
  });
});
