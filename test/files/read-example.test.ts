import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { formatIso } from '../../src/domain/calendar/zone.ts';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');
const campaign = readCampaign(CAMPAIGN_TEXT, 'example.yaml', directory);

describe('a directory file', () => {
  it('spells out its shorthands', () => {
    expect(directory.units.find((unit) => unit.id === 'east')).toEqual({
      id: 'east',
      name: '示例县城东市场监管所',
      shortName: '城东所',
      aliases: ['城东'],
      groups: ['各市场监管所', '各所'],
      parent: 'bureau',
    });
    expect(directory.people[0]?.accounts).toEqual({ console: 'boss', wecom: 'Boss' });
    expect(directory.people[4]).toMatchObject({ id: 'newcomer', unit: null, roles: [] });
    expect(directory.chats[0]).toMatchObject({ push: null, members: directory.people.map(({ id }) => id) });
  });
});

describe('a campaign file', () => {
  it('expands printed names and keeps them', () => {
    expect(campaign.addressees).toEqual({
      printed: ['各有关部门', '有关科室'],
      units: ['east', 'west', 'centre'],
      open: ['有关科室'],
    });
    expect(campaign.returns[1]?.from.units).toEqual(['east', 'centre']);
  });

  it('takes the lead from the file, else proposes the first unit if the first name is one', () => {
    expect(campaign.tasks.map(({ no, lead, audience }) => [no, lead, audience.units])).toEqual([
      ['1', 'centre', ['centre', 'east', 'west']],
      ['2', 'centre', []],
    ]);
    const groupFirst = CAMPAIGN_TEXT.replace('[投诉举报中心, 各所]', '[各所, 投诉举报中心]');
    expect(readCampaign(groupFirst, 'example.yaml', directory).tasks[0]?.lead).toBeNull();
  });

  it('reads several returns, hours, closing time, and deadlines that the office fixed itself', () => {
    const dues = campaign.returns.map(({ due }) => [due.phrase, formatIso(due.dueAtMs), formatIso(due.lateAfterMs)]);
    expect(dues).toEqual([
      ['3月13日中午前', '2020-03-13T12:00:00+08:00', '2020-03-13T12:00:00+08:00'],
      ['活动结束后', '2020-03-19T17:30:00+08:00', '2020-03-19T17:30:00+08:00'],
    ]);
    const earlier = readCampaign(CAMPAIGN_TEXT, 'example.yaml', directory, { closingTime: '17:00' });
    expect(formatIso(earlier.returns[1]?.due.dueAtMs ?? 0)).toBe('2020-03-19T17:00:00+08:00');
    const byHand = 'due: {phrase: 3月19日前, dueAt: 2020-03-18 16:00, lateAfter: "2020-03-19 24:00"}';
    const fixed = readCampaign(CAMPAIGN_TEXT.replace(/due: \{.*\}/, byHand), 'example.yaml', directory);
    expect(formatIso(fixed.returns[1]?.due.dueAtMs ?? 0)).toBe('2020-03-18T16:00:00+08:00');
    expect(formatIso(fixed.returns[1]?.due.lateAfterMs ?? 0)).toBe('2020-03-20T00:00:00+08:00');
  });

  it('numbers rows from the top, shares headings among sub-rows, and lets money have decimals', () => {
    const { form } = campaign.returns[1] ?? {};
    expect(form?.hasRemark).toBe(true);
    expect(form?.rows.map(({ no, seq, label, kind, group }) => [no, seq, label, kind, group])).toEqual([
      [1, null, '普法宣传活动', 'integer', null],
      [2, null, '挽回经济损失', 'decimal', null],
      [3, null, '电视专题节目', 'integer', '媒体宣传报道'],
      [4, null, '其他', 'integer', '媒体宣传报道'],
      [5, null, '其他', 'integer', null],
    ]);
    const numbered = CAMPAIGN_TEXT.replace('[项目, 单位, 数量, 备注]', '[序号, 类别, 单位, 数量]');
    const rows = readCampaign(numbered, 'example.yaml', directory).returns[1]?.form?.rows;
    expect(rows?.map(({ seq }) => seq)).toEqual(['1', '2', '3', '3', '4']);
  });

  it('gives a return of materials alone no table', () => {
    expect(campaign.returns[0]?.form).toBeNull();
  });

  it('lays out shifts over midnight, and turns one without a time into a finding', () => {
    expect(campaign.duty?.shifts.map(({ id, startMs, endMs }) => [id, formatIso(startMs), formatIso(endMs)])).toEqual([
      ['evening', '2020-03-14T19:00:00+08:00', '2020-03-15T00:30:00+08:00'],
    ]);
    expect(campaign.findings[0]?.text).toBe('班次“央视晚会”的时间待定：央视3•15晚会播出时间确定后。');
  });

  it('lets named people stand, and the default where nobody is named', () => {
    expect(campaign.duty?.roster).toEqual([
      { shift: 'evening', unit: 'east', people: ['east-liaison'] },
      { shift: 'evening', unit: 'west', people: ['west-leader'] },
    ]);
  });

  it('has the default reminders, each of which the file may change', () => {
    expect(campaign.reminders).toMatchObject({ daysBefore: [7, 3, 1], quiet: { from: '20:00', to: '08:00' } });
    const own = readCampaign(`${CAMPAIGN_TEXT}reminders: {daysBefore: [2]}\n`, 'example.yaml', directory);
    expect(own.reminders).toEqual({ ...campaign.reminders, daysBefore: [2] });
  });

  it('says once per year that holidays are not known', () => {
    const later = CAMPAIGN_TEXT.replaceAll('2020-03', '2031-03');
    const findings = (text: string, calendar = createWorkingCalendar()) =>
      readCampaign(text, 'example.yaml', directory, { calendar }).findings.filter(({ text }) => text.includes('放假'));
    expect(findings(CAMPAIGN_TEXT)).toEqual([]);
    expect(findings(later).map(({ text }) => text)).toEqual(['2031年的放假和调休安排不在日历里。']);
    expect(findings(later, createWorkingCalendar({ holidays: ['2031-10-01'], workdays: [] }))).toEqual([]);
  });
});
