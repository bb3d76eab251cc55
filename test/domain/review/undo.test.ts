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

  describe('of several parts', () => {
    const materials = moment
      .when('organiser', '退回 黄浦区局 总结，内容不全')
      .when('organiser', '退回 黄浦区局 图片，不清楚');

    it('is undone as far as it was named, and called by its name', () => {
      const undone = materials.when('organiser', '撤销退回 黄浦区局 总结');
      expect(undone.said[0]).toBe('已撤销黄浦区局总结的退回，原来报的恢复有效，不用重报。');
      expect(undone.told('huangpu-liaison')).toEqual([
        '【撤销退回】贵单位总结的退回已撤销，原来报的仍然有效，不用重报。',
      ]);
      expect([...(submissionOf(undone)?.refused.keys() ?? [])]).toEqual(['pictures']);
      const all = materials.when('organiser', '撤销退回 黄浦区局');
      expect(all.said[0]).toBe('已撤销黄浦区局总结、图片的退回，原来报的恢复有效，不用重报。');
      expect(submissionOf(all)?.refused.size).toBe(0);
    });

    it('is no matter of what the unit does to its table', () => {
      const changed = materials.when('huangpu-liaison', '第3项改成2');
      const undone = changed.when('organiser', '撤销退回 黄浦区局');
      expect(undone.said[0]).toBe('已撤销黄浦区局总结、图片的退回，原来报的恢复有效，不用重报。');
    });

    it('leaves the table sent back where only a material is undone, and says so of one that is being put right', () => {
      const both = back.when('organiser', '退回 黄浦区局 总结，内容不全');
      expect(submissionOf(both.when('organiser', '撤销退回 黄浦区局 总结'))?.status.kind).toBe('returned');
      const table = both.when('organiser', '撤销退回 黄浦区局 统计表');
      expect(submissionOf(table)?.status.kind).toBe('submitted');
      expect(submissionOf(table)?.refused.size).toBe(1);
      const begun = both.when('huangpu-liaison', '第3项改成2').when('organiser', '撤销退回 黄浦区局');
      expect(begun.said).toEqual([
        '已撤销黄浦区局总结的退回，原来报的恢复有效，不用重报。',
        '已告知王若溪、冯启明。',
        `黄浦区局${tableTitle}退回后已经在改，没有撤销，请等其重报。`,
      ]);
      expect(submissionOf(begun)?.status.kind).toBe('returned');
    });

    it('is not undone for some of the rows that went back together, nor for others', () => {
      const rows = moment.when('organiser', '退回 黄浦区局 第3、5项，数字偏大');
      expect(rows.when('organiser', '撤销退回 黄浦区局 第3项').said).toEqual([
        `黄浦区局${tableTitle}第3、5项是一起退回的，没有撤销；要撤销请发“撤销退回 黄浦区局 统计表”。`,
      ]);
      expect(rows.when('organiser', '撤销退回 黄浦区局 第4项').said).toEqual([
        '黄浦区局现在没有退回未改的第4项，没有撤销。',
      ]);
      expect(submissionOf(rows.when('organiser', '撤销退回 黄浦区局 第3、5项'))?.status.kind).toBe('submitted');
    });

    it('is all of it in entries of an older version', () => {
      const about = {
        returnId: 'summary',
        unit: 'huangpu',
        source: { person: 'organiser', cause: 'wecom/1', atMs: moment.situation.nowMs, words: '' },
      };
      const undone = given(shanghai, shanghaiDirectory, [
        ...past,
        {
          at: '2023-03-19 09:00',
          events: () => [
            { type: 'SubmissionReturned', ...about, reason: '不清楚', rows: [3], materials: ['report', 'pictures'] },
            { type: 'SendingBackUndone', ...about },
          ],
        },
      ]).at('2023-03-20 09:00');
      expect(submissionOf(undone)?.status.kind).toBe('submitted');
      expect(submissionOf(undone)?.refused.size).toBe(0);
    });
  });

  it('is told to the unit by itself, and what went back before not again', () => {
    const second = moment
      .when('organiser', '退回 黄浦区局 总结，内容不全')
      .when('organiser', '退回 黄浦区局 图片，不清楚');
    const [text] = second.told('huangpu-liaison');
    expect(text).toContain('贵单位图片已退回，原因：不清楚。');
    expect(text).not.toContain('总结');
  });

  it('is left to the unit once it has begun to put it right', () => {
    const begun = back.when('huangpu-liaison', '第3项改成2');
    const undone = begun.when('organiser', '撤销退回 黄浦区局');
    expect(undone.said).toEqual([`黄浦区局${tableTitle}退回后已经在改，没有撤销，请等其重报。`]);
    expect(undone.events.filter(({ type }) => type === 'SendingBackUndone')).toEqual([]);
  });

  it('is the organiser’s, and only where something was sent back', () => {
    expect(moment.when('organiser', '撤销退回 黄浦区局').said).toEqual(['黄浦区局现在没有退回未改的报送，没有撤销。']);
    expect(back.when('huangpu-liaison', '撤销退回 黄浦区局').refused).toBe('not_allowed');
    expect(back.when('organiser', '撤销退回黄浦区局可以吗').events).toEqual([]);
  });

  it('is shown first where everything is meant', () => {
    const all = back.when('organiser', '退回 徐汇区局，重报').when('organiser', '撤销退回 全部');
    expect(all.said.join()).toContain('将撤销2家（黄浦区局、徐汇区局）的退回。将告知王若溪、冯启明、卫子航。');
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
