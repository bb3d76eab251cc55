import { describe, expect, it } from 'vitest';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { complaints } from './complaints.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');

function brokenCampaign(from: string, to: string): string[] {
  expect(CAMPAIGN_TEXT).toContain(from);
  return complaints(() => readCampaign(CAMPAIGN_TEXT.replace(from, to), 'example.yaml', directory));
}

describe('a campaign file that is not written as it should be', () => {
  it.each([
    [
      'an unknown key',
      'shortTitle: 示例',
      'shortTitel: 示例',
      ['第 3 行第 1 列（shortTitel）：没有“shortTitel”这一项，是不是想写“shortTitle”？'],
    ],
    [
      'an unknown key deep down',
      '        lead: 投诉',
      '        leader: 投诉',
      ['第 24 行第 9 列（sections 第1项 / tasks 第2项 / leader）：没有“leader”这一项，是不是想写“lead”？'],
    ],
    [
      'a key unlike any other',
      'open: [',
      'zzzzzzzzzz: []\nopen: [',
      [expect.stringMatching(/^第 11 行第 1 列（zzzzzzzzzz）：没有“zzzzzzzzzz”这一项；这里可以写 id、title、/)],
    ],
    [
      'a number for a text',
      'no: "1"',
      'no: 1.10',
      ['第 16 行第 13 列（sections 第1项 / tasks 第1项 / no）：这里要写文字，请加引号写成 "1.10"'],
    ],
    [
      'a text for a list',
      'open: [有关科室]',
      'open: 有关科室',
      ['第 11 行第 7 列（open）：这里要写列表（每项一行，以“- ”开头），现在是“有关科室”；请写成 [有关科室]'],
    ],
    [
      'a list for a text',
      'title: 示例活动\n',
      'title: [示例活动]\n',
      ['第 2 行第 1 列（title）：这里要写文字，现在写成了列表'],
    ],
    [
      'nothing after the colon',
      'shortTitle: 示例',
      'shortTitle:',
      ['第 3 行第 1 列（shortTitle）：冒号后面是空的，这里要写文字'],
    ],
    [
      'a date that does not exist',
      'date: 2020-03-11',
      'date: 2020-02-30',
      ['第 7 行第 9 列（notice / date）：日期写成 2023-03-22 这样，而且要真有这一天'],
    ],
    [
      'an id with other letters',
      'id: example',
      'id: 示例',
      ['第 1 行第 5 列（id）：编号只用小写字母、数字和连字符，例如 huangpu-liaison'],
    ],
    [
      'an audience of another shape',
      'from: [各所]',
      'from: 各所',
      ['第 28 行第 11 列（returns 第1项 / from）：写单位名称的列表，或写 names: [...] 和 except: [...]；请写成 [各所]'],
    ],
    [
      'a typo inside one shape of an audience',
      'except: [城西所]',
      'exept: [城西所]',
      ['第 35 行第 28 列（returns 第2项 / from / exept）：没有“exept”这一项，是不是想写“except”？'],
    ],
    [
      'a moment that does not exist',
      '{phrase: 活动结束后, by: 3月19日下班前}',
      '{phrase: 活动结束后, dueAt: 2020-03-32 17:00}',
      ['第 37 行第 5 列（returns 第2项 / due）：时刻不存在，请按 2023-03-22 17:30 这样重写'],
    ],
    [
      'an unknown way to hand in',
      'accepts: [file, statement]',
      'accepts: [email]',
      [
        '第 32 行第 42 列（returns 第1项 / materials 第1项 / accepts 第1项）：写 file（文件）、image（图片）、text（直接发文字）或 statement（一句话说明已报）',
      ],
    ],
    [
      'a row without a label',
      '- {label: 挽回经济损失, ',
      '- {',
      [
        '第 43 行第 11 列（returns 第2项 / form / rows 第2项）：一行写 label（类别名称）；分组写 group（组名）和 rows（组内各行）',
      ],
    ],
    [
      'a shift with a wrong hour',
      'from: "19:00"',
      'from: 7点',
      ['第 55 行第 59 列（duty / shifts 第1项 / from）：时间写成 09:00 这样（24 小时制，小时写两位）；请写成 07:00'],
    ],
    [
      'a shift without hours',
      'from: "19:00", ',
      '',
      [
        '第 55 行第 7 列（duty / shifts 第1项）：班次写 day（日期）、from（几点起）、to（几点止）；时间还没定的，只写 when（等什么确定）',
      ],
    ],
    [
      'a full-width colon',
      'shortTitle: 示例',
      'shortTitle：示例',
      [expect.stringMatching(/^第 3 行第 11 列：冒号要用英文半角“:”，后面空一格/)],
    ],
    [
      'a tab',
      '  title: 示例活动方案',
      '\ttitle: 示例活动方案',
      [expect.stringMatching(/^第 5 行第 1 列：行首用了制表符（Tab），请改成空格/)],
    ],
    [
      'the same key twice',
      'shortTitle: 示例',
      'title: 示例',
      [
        '第 1 行第 1 列（shortTitle）：缺少“shortTitle”，请补上',
        '第 3 行第 1 列：“title”写了两次（前面是第 2 行），请删去一处，或改成别的',
      ],
    ],
    [
      'a quote that does not end',
      'shortTitle: 示例',
      'shortTitle: "示例',
      ['第 3 行第 13 列：引号没有配对：这个 " 后面少了另一半'],
    ],
    [
      'a mobile number',
      'to: 区消协',
      'to: 区消协 13812345678',
      ['第 29 行第 13 列：这里有手机号码，属于个人信息，请删去，改写办公电话'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(brokenCampaign(from, to)).toEqual(expected);
  });

  it('names the file and every place at once, in the order of the lines', () => {
    const text = CAMPAIGN_TEXT.replace('date: 2020-03-11', 'date: 3月11日')
      .replace('no: "2"', 'no: 2')
      .replace('roster: leaders', 'roster: leader');
    expect(() => readCampaign(text, 'example.yaml', directory)).toThrow(
      [
        'example.yaml 有 3 处要改，改好后重新启动：',
        '  第 7 行第 9 列（notice / date）：日期写成 2023-03-22 这样，而且要真有这一天',
        '  第 20 行第 13 列（sections 第1项 / tasks 第2项 / no）：这里要写文字，请加引号写成 "2"',
        '  第 57 行第 11 列（duty / roster）：写 reporters（各单位联络员）、leaders（各单位领导）或 empty（先空着，在群里排班）',
      ].join('\n'),
    );
  });

  it.each(['', '# 空的', '- 一个列表', '一句话', '{'])('survives %j', (text) => {
    expect(complaints(() => readCampaign(text, 'example.yaml', directory)).length).toBeGreaterThan(0);
  });

  it('meets whatever is cut out of a file with a complaint or a campaign, never with a failure', () => {
    const lines = CAMPAIGN_TEXT.split('\n');
    for (let index = 0; index < lines.length; index += 1) {
      const cut = lines.toSpliced(index, 1).join('\n');
      expect(() => complaints(() => readCampaign(cut, 'example.yaml', directory))).not.toThrow();
    }
  });
});
