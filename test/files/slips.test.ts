import { describe, expect, it } from 'vitest';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { complaints } from './complaints.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');

function said(from: string, to: string): string[] {
  if (CAMPAIGN_TEXT.includes(from))
    return complaints(() => readCampaign(CAMPAIGN_TEXT.replace(from, to), 'example.yaml', directory));
  expect(DIRECTORY_TEXT).toContain(from);
  return complaints(() => readDirectory(DIRECTORY_TEXT.replace(from, to), 'directory.yaml'));
}

const WIDE_COLON = '冒号要用英文半角“:”，后面空一格（这里是全角的“：”）';
const COMMA = '分隔两项的“，”是全角逗号，请改成半角逗号“,”，后面空一格';
const TWO_NAMES = '是几个名称连在了一起，中间请用半角逗号“,”隔开：投诉举报中心, 各所';

describe('a slip of the pen is said once, where it is, with what to write', () => {
  it.each([
    ['a full-width colon', 'shortTitle: 示例', 'shortTitle：示例', 3, 11, WIDE_COLON],
    ['a full-width colon in an item', '- id: roster', '- id：roster', 26, 7, WIDE_COLON],
    ['a full-width colon deep down', '  issuer: ', '  issuer：', 6, 9, WIDE_COLON],
    ['a full-width colon in the last line of a part', '  roster: leaders', '  roster：leaders', 57, 9, WIDE_COLON],
    ['a full-width colon before a list', 'sections:', 'sections：', 13, 9, WIDE_COLON],
    ['a full-width colon before brackets', 'units: [投诉', 'units：[投诉', 19, 14, WIDE_COLON],
    ['a full-width colon after a Chinese key', '各有关部门: [', '各有关部门：[', 10, 3, WIDE_COLON],
    ['a full-width colon in braces', 'shortName: 县局', 'shortName：县局', 2, 36, WIDE_COLON],
    ['a full-width colon right after a brace', '{id: east,', '{id：east,', 3, 6, WIDE_COLON],
    ['a full-width colon in an hour', '"19:00"', '"19：00"', 55, 59, '这里有全角符号，请写成 19:00'],
    ['no space after a colon', 'shortTitle: 示例', 'shortTitle:示例', 3, 11, '冒号后面少了一个空格'],
    ['no space after a colon in an item', '- id: roster', '- id:roster', 26, 7, '冒号后面少了一个空格'],
    [
      'no space after a colon in braces',
      'shortName: 县局',
      'shortName:县局',
      2,
      36,
      '冒号后面少了一个空格，请写成 shortName: 县局',
    ],
    [
      'a hard space after a colon',
      'shortTitle: ',
      'shortTitle:\u00a0',
      3,
      12,
      '冒号后面的空格不是普通的半角空格，请删去重打一个',
    ],
    ['no colon', 'shortTitle: 示例', 'shortTitle 示例', 3, 11, '键后面少了冒号“: ”（半角冒号，后面空一格）'],
    ['no colon before a list', 'sections:', 'sections', 13, 9, '键后面少了冒号“: ”（半角冒号，后面空一格）'],
    ['an equals sign', 'shortTitle: 示例', 'shortTitle = 示例', 3, 11, '这里写了等号，请改成冒号“: ”（后面空一格）'],
    [
      'two colons in a value',
      'shortTitle: 示例',
      'shortTitle: 示例: 一',
      3,
      13,
      '值里有半角冒号加空格“: ”，请给整个值加上引号',
    ],
    ['a value that ends with a colon', 'shortTitle: 示例', 'shortTitle: 示例:', 3, 13, '值以冒号结尾：多打的请删去'],
    ['a full-width comma in braces', 'id: east, name', 'id: east，name', 3, 14, COMMA],
    ['a semicolon in braces', 'id: east, name', 'id: east；name', 3, 14, '分隔两项的“；”不对，请改成半角逗号“,”'],
    ['a full-width comma between names', '[投诉举报中心, 各所]', '[投诉举报中心，各所]', 19, 17, TWO_NAMES],
    ['顿号 between names', '[投诉举报中心, 各所]', '[投诉举报中心、各所]', 19, 17, TWO_NAMES],
    ['no comma between names', '[投诉举报中心, 各所]', '[投诉举报中心 各所]', 19, 17, TWO_NAMES],
    [
      'a full-width comma between aliases',
      'aliases: [城东]',
      'aliases: [城东，东城]',
      3,
      60,
      '中间请用半角逗号“,”隔开：城东, 东城',
    ],
    [
      'a full-width comma between roles',
      '[leader, organiser]',
      '[leader，organiser]',
      9,
      49,
      '是全角逗号，请改成半角逗号“,”',
    ],
    ['no comma in braces', 'id: east, name', 'id: east name', 3, 14, '这里少了逗号：两项之间请加半角逗号“,”'],
    ['no comma after a bracket', '[城东], parent', '[城东] parent', 3, 63, '这里少了逗号：两项之间请加半角逗号“,”'],
    ['two commas', '[投诉举报中心, 各所]', '[投诉举报中心,, 各所]', 19, 24, '连着写了两个标点，请删去一个'],
    ['no space after a dash', '  - id: roster', '  -id: roster', 26, 3, '列表项开头的“-”后面少了一个空格'],
    ['a full-width dash', '  - id: table', '  － id: table', 33, 3, '减号是全角的，请改成半角的“-”，后面空一格'],
    ['no dash', '  - id: table', '    id: table', 33, 5, '这里少了“- ”：列表里新的一项要以“- ”开头（前面 2 个空格）'],
    ['a bracket left open', '中心, 各所]', '中心, 各所', 19, 16, '括号没有配对：这个“[”后面少了“]”'],
    ['a brace left open', 'shortName: 县局}', 'shortName: 县局', 2, 5, '括号没有配对：这个“{”后面少了“}”'],
    ['a bracket left open inside braces', 'aliases: [城东],', 'aliases: [城东,', 3, 62, '括号没有配对：这里少了“]”'],
    [
      'a bracket left open before a brace',
      'roles: [reporter]}\n  - {id: west-liaison',
      'roles: [reporter}\n  - {id: west-liaison',
      10,
      63,
      '括号没有配对：这里少了“]”',
    ],
    ['another bracket closing', 'shortName: 县局}', 'shortName: 县局]', 2, 49, '括号没有配对：这里的“]”应是“}”'],
    ['a bracket too many', '中心, 各所]', '中心, 各所]]', 19, 28, '多了一个“]”，请删去'],
    [
      'a bracket inside a word',
      'unit: west, roles: [leader]',
      'unit: we{st, roles: [leader]',
      12,
      42,
      '多了一个“{”，请删去',
    ],
    ['full-width brackets', '[投诉举报中心, 各所]', '【投诉举报中心, 各所】', 19, 16, '请写成 [投诉举报中心, 各所]'],
    ['a full-width bracket closing', '中心, 各所]', '中心, 各所］', 19, 27, '括号“］”是全角的，请改成半角的“]”'],
    [
      'full-width braces',
      '- {label: 其他}\nduty',
      '- ｛label: 其他｝\nduty',
      48,
      11,
      '括号“｛”是全角的，请改成半角的“{”',
    ],
    [
      'a quotation mark left open',
      'shortTitle: 示例',
      'shortTitle: "示例',
      3,
      13,
      '引号没有配对：这个 " 后面少了另一半',
    ],
    ['a quotation mark half full-width', 'no: "1"', 'no: "1”', 16, 15, '引号一半是全角的，请改成英文半角的 "'],
    [
      'words after a quotation',
      'shortTitle: 示例',
      'shortTitle: "三"一五"示例"',
      3,
      13,
      '引号外面还有字：请只在整个值的两头加引号',
    ],
    ['a tab', '  title: 示例活动方案', '\ttitle: 示例活动方案', 5, 1, '行首用了制表符（Tab），请改成空格'],
    ['full-width spaces', '  title: 示例活动方案', '　　title: 示例活动方案', 5, 1, '行首用了全角空格，请改成半角空格'],
    ['a space too many', '  issuer: ', '   issuer: ', 6, 4, '这一行前面应有 2 个空格，现在是 3 个（与第 5 行对齐）'],
    ['a space too few', '  issuer: ', ' issuer: ', 6, 2, '这一行前面应有 2 个空格，现在是 1 个（与第 5 行对齐）'],
    ['no indentation', '  issuer: ', 'issuer: ', 6, 1, '这一行前面应有 2 个空格，现在是 0 个（与第 5 行对齐）'],
    [
      'a key of an item not below it',
      '        title: 投诉处理',
      '       title: 投诉处理',
      17,
      8,
      '应有 8 个空格，现在是 7 个（与第 16 行对齐）',
    ],
    ['an item out of line', '  - id: table', '   - id: table', 33, 4, '应有 2 个空格，现在是 3 个（与第 26 行对齐）'],
    ['something typed into the indentation', '  issuer: ', ' > issuer: ', 6, 2, '行首多了“>”，请删去'],
    [
      'a text broken in two',
      '畅通渠道。',
      '畅通\n渠道。',
      19,
      1,
      '多半是上一行的文字断了行，请接到上一行末尾，写成一行',
    ],
    [
      'a value that is a comment',
      'shortTitle: 示例',
      'shortTitle: #示例',
      3,
      1,
      '“#”后面的字算注释；要写“#”，请给整个值加引号',
    ],
    [
      'a full-width number sign',
      'open: [',
      '＃ 下面是说不清的\nopen: [',
      11,
      1,
      '注释开头的“＃”是全角的，请改成半角的“#”',
    ],
    ['an asterisk', 'shortTitle: 示例', 'shortTitle: *示例', 3, 13, '以 * 开头的值要加引号'],
    ['a percent sign', 'shortTitle: 示例', 'shortTitle: %示例', 3, 13, '以“%”开头的值，请整个加上引号'],
    ['a date as people write it', '2020-03-11', '2020年3月11日', 7, 9, '请写成 2020-03-11'],
    ['a capital', 'roster: leaders', 'roster: Leaders', 57, 11, '请写成 leaders'],
    [
      'a number in quotes',
      'roster: leaders',
      'absentAfterMinutes: "10"\n  roster: leaders',
      57,
      23,
      '请去掉引号，写成 10',
    ],
    [
      'a key misspelt',
      'units: [投诉举报中心, 各所]',
      'unites: [投诉举报中心, 各所]',
      19,
      9,
      '没有“unites”这一项，是不是想写“units”？',
    ],
    [
      'a key that has to be there misspelt',
      'shortTitle: 示例',
      'shortTitel: 示例',
      3,
      1,
      '没有“shortTitel”这一项，是不是想写“shortTitle”？',
    ],
  ])('%s', (_, from, to, line, column, text) => {
    expect(said(from, to)).toEqual([
      expect.stringMatching(new RegExp(`^第 ${line} 行第 ${column} 列(?:（[^）]*）)?：`)),
    ]);
    expect(said(from, to)[0]).toContain(text);
  });

  it('speaks Chinese even of what it cannot read', () => {
    const [first, ...more] = said(
      '        - {label: 普法宣传活动, measure: 场次}',
      '        - {label: 普法 {[} "] 活动, measure',
    );
    expect(first).toMatch(/^第 42 行/);
    expect(first).not.toMatch(/[a-z]{4}/);
    expect(more).toEqual([]);
  });

  it('ends on any damage, in words', () => {
    const marks = [':', '：', ',', '，', '"', '[', ']', '{', '}', '\t', '-', '#', '\n', '　', '*', '&', '|', ''];
    for (let at = 0; at < CAMPAIGN_TEXT.length; at += 11) {
      const mark = marks[at % marks.length] ?? '';
      const damaged = CAMPAIGN_TEXT.slice(0, at) + mark + CAMPAIGN_TEXT.slice(at + 1);
      for (const line of complaints(() => readCampaign(damaged, 'example.yaml', directory)))
        expect(line).toMatch(/^第 \d+ 行第 \d+ 列/);
    }
  });
});
