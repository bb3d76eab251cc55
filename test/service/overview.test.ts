import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { overviewOf } from '../../src/service/overview.ts';
import { overviewText } from '../../src/service/overview-text.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from '../files/example-files.ts';

type Change = readonly [from: string, to: string];

interface Given {
  readonly directory?: readonly Change[];
  readonly campaign?: readonly Change[];
  readonly heartbeat?: string;
  readonly connected?: readonly (readonly [string, readonly string[] | null])[];
}

function changed(text: string, changes: readonly Change[] = []): string {
  return changes.reduce((written, [from, to]) => {
    expect(written).toContain(from);
    return written.replace(from, to);
  }, text);
}

/** Nothing is missing: the chat can push, the centre has a liaison, the shift is full. */
const COMPLETE: readonly Change[] = [
  ['campaign: example', 'campaign: example, push: console'],
  ['  - {id: newcomer, name: 郑立群}', '  - {id: newcomer, name: 郑立群, unit: centre, roles: [reporter]}'],
];

function overview({ directory = [], campaign = [], connected = [['console', null]], heartbeat }: Given) {
  const calendar = createWorkingCalendar();
  const people = readDirectory(changed(DIRECTORY_TEXT, [...COMPLETE, ...directory]), 'directory.yaml');
  return overviewOf({
    directory: people,
    campaigns: [readCampaign(changed(CAMPAIGN_TEXT, campaign), 'example.yaml', people, { calendar })],
    calendar,
    connected: new Map(connected),
    heartbeat,
  });
}

const gapsOf = (given: Given) => overview(given).campaigns[0]?.gaps;

/** Of every liaison. */
const ACCOUNTS: readonly Change[] = [
  ['unit: east, roles: [reporter]', 'unit: east, roles: [reporter], accounts: {wecom: East}'],
  ['unit: west, roles: [reporter]', 'unit: west, roles: [reporter], accounts: {wecom: West}'],
  ['unit: centre, roles: [reporter]', 'unit: centre, roles: [reporter], accounts: {wecom: Centre}'],
];

/** As an office's chat on WeCom would be written. */
const ON_WECOM: Change = ['platform: console', 'platform: wecom'];

describe('the overview at start', () => {
  it('counts what there is', () => {
    expect(overview({})).toEqual({
      campaigns: [
        {
          id: 'example',
          title: '示例',
          units: 3,
          people: 4,
          groups: ['工作群'],
          returns: [
            { title: '值班表', units: 2, phrase: '3月13日中午前', dueAtMs: Date.parse('2020-03-13T12:00+08:00') },
            { title: '统计表', units: 2, phrase: '活动结束后', dueAtMs: Date.parse('2020-03-19T17:30+08:00') },
          ],
          shifts: [
            {
              title: '3•14晚会',
              units: 2,
              startMs: Date.parse('2020-03-14T19:00+08:00'),
              endMs: Date.parse('2020-03-15T00:30+08:00'),
            },
          ],
          gaps: [],
        },
      ],
      strays: [],
    });
  });

  it.each<[string, Given, unknown]>([
    ['nobody to publish the plan', { directory: [['[leader, organiser]', '[leader]']] }, { kind: 'no-organiser' }],
    [
      'units that owe something and have no liaison, by name',
      {
        directory: [
          ['unit: west, roles: [reporter]', 'unit: west, roles: []'],
          ['unit: centre, roles: [reporter]', 'unit: centre'],
        ],
      },
      { kind: 'no-liaison', units: ['城西所', '投诉举报中心'] },
    ],
    ['a campaign without a chat', { directory: [['campaign: example', 'campaign: other']] }, { kind: 'no-group' }],
    [
      'a chat in which the bot cannot speak unasked',
      { directory: [[', push: console', '']] },
      { kind: 'silent-group', group: '工作群', why: { kind: 'no-push' } },
    ],
    [
      'a chat of a platform that is not connected',
      { directory: [ON_WECOM] },
      { kind: 'silent-group', group: '工作群', why: { kind: 'not-connected', platform: 'wecom' } },
    ],
    [
      'a push that no webhook has the name of',
      { directory: [ON_WECOM, ...ACCOUNTS], connected: [['wecom', ['work-group']]] },
      { kind: 'silent-group', group: '工作群', why: { kind: 'unknown-push', push: 'console', known: ['work-group'] } },
    ],
    [
      'liaisons without an account where the campaign is run, by their units',
      { directory: [ON_WECOM, ...ACCOUNTS.slice(1)], connected: [['wecom', ['console']]] },
      { kind: 'unknown-liaisons', units: ['城东所'] },
    ],
    [
      'organisers without an account where the campaign is run',
      { directory: [ON_WECOM, ...ACCOUNTS, [', accounts: {wecom: Boss}', '']], connected: [['wecom', ['console']]] },
      { kind: 'unknown-organisers', people: ['陈思远'] },
    ],
    [
      'a chat in which nobody has an account',
      {
        directory: [ON_WECOM, ['members: all', 'members: [east-liaison]']],
        connected: [['wecom', ['console']]],
      },
      { kind: 'silent-group', group: '工作群', why: { kind: 'nobody' } },
    ],
    [
      'a heartbeat that would go to everybody',
      { heartbeat: 'console' },
      { kind: 'heartbeat-for-all', group: '工作群' },
    ],
    [
      'a return that nobody owes',
      { campaign: [['from: [各所]', 'from: [有关科室]']] },
      { kind: 'nobody-meant', what: '报送“值班表”' },
    ],
    [
      'a deadline at a weekend',
      { campaign: [['due: 3月13日中午前', 'due: 3月14日前']] },
      {
        kind: 'day-off',
        what: '值班表',
        phrase: '3月14日前',
        day: '2020-03-14',
        dueAtMs: Date.parse('2020-03-13T17:30+08:00'),
      },
    ],
    [
      'a deadline on a holiday',
      { campaign: [['due: 3月13日中午前', 'due: 4月6日中午前']] },
      {
        kind: 'day-off',
        what: '值班表',
        phrase: '4月6日中午前',
        day: '2020-04-06',
        dueAtMs: Date.parse('2020-04-06T12:00+08:00'),
      },
    ],
    [
      'a shift without people',
      { directory: [['unit: west, roles: [leader]', 'unit: west']] },
      { kind: 'nobody-on-duty', shift: '3•14晚会', units: ['城西所'] },
    ],
  ])('says of %s', (_, given, gap) => {
    expect(gapsOf(given)).toEqual([gap]);
  });

  it('counts a shift of some units for these alone', () => {
    const own: Change = ['title: 3•14晚会, day: 2020-03-14', 'title: 3•14晚会, units: [投诉举报中心], day: 2020-03-14'];
    const [campaign] = overview({
      campaign: [own, ['unit: 城东所, people: [林晓雯]', 'unit: 投诉举报中心, people: []']],
    }).campaigns;
    expect(campaign?.shifts.map(({ units }) => units)).toEqual([1]);
    expect(campaign?.gaps).toEqual([{ kind: 'nobody-on-duty', shift: '3•14晚会', units: ['投诉举报中心'] }]);
  });

  it('a make-up workday at a weekend is no day off', () => {
    // 26 April 2020, a Sunday, was worked for 1 May.
    expect(gapsOf({ campaign: [['due: 3月13日中午前', 'due: 4月26日中午前']] })).toEqual([]);
  });

  it('names groups of campaigns that are not open', () => {
    expect(overview({ directory: [['campaign: example', 'campaign: other']] }).strays).toEqual([
      { group: '工作群', campaign: 'other' },
    ]);
  });
});

describe('the overview as the operator reads it', () => {
  it('is one block', () => {
    expect(overviewText(overview({}))).toBe(
      [
        '──────── 督办助手：启动情况 ────────',
        '【示例】example：单位3家，人员4人，群1个（工作群）',
        '  报送“值班表”：2家，3月13日中午前（提醒到3月13日（周五）12:00）',
        '  报送“统计表”：2家，活动结束后（提醒到3月19日（周四）17:30）',
        '  值班“3•14晚会”：2家，3月14日（周六）19:00至3月15日（周日）00:30',
        '没有发现缺项。',
      ].join('\n'),
    );
  });

  it('says what is missing and what to do about it', () => {
    const text = overviewText(
      overview({
        directory: [ON_WECOM, ['[leader, organiser]', '[leader]'], ['unit: centre, roles: [reporter]', 'unit: centre']],
        campaign: [['due: 3月13日中午前', 'due: 3月14日前']],
        connected: [['wecom', ['work-group']]],
      }),
    );
    expect(text).toContain('  ！没有组织者：没有人能发布方案');
    expect(text).toContain('  ！投诉举报中心没有联络员：');
    expect(text).toContain(
      '  ！群“工作群”的 push 写的是“console”，配置文件 wecom.webhooks 里没有这个名字（有 work-group）',
    );
    expect(text).toContain('  ！报送“值班表”的期限“3月14日前”碰到休息日3月14日（周六），提醒到3月13日（周五）17:30');
    expect(text).toContain('有 5 处要留意');
  });

  it('makes quotation marks inside a title single', () => {
    const text = overviewText(overview({ campaign: [['title: 3•14晚会', 'title: “3•14”晚会']] }));
    expect(text).toContain('值班“‘3•14’晚会”：');
  });

  it('does not list a whole city', () => {
    const units = Array.from({ length: 40 }, (_, index) => `第${index}所`);
    const gap = { kind: 'no-liaison' as const, units };
    const [campaign] = overview({}).campaigns;
    const text = overviewText({ campaigns: campaign ? [{ ...campaign, gaps: [gap] }] : [], strays: [] });
    expect(text).toContain('第11所等40家没有联络员');
    expect(text).not.toContain('第12所');
  });
});
