import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCampaign, loadDirectory, readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { FileError } from '../../src/files/file-error.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');

/** What the operator reads, without the first line. */
function complaints(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof FileError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

function brokenCampaign(from: string, to: string): string[] {
  expect(CAMPAIGN_TEXT).toContain(from);
  return complaints(() => readCampaign(CAMPAIGN_TEXT.replace(from, to), 'example.yaml', directory));
}

function brokenDirectory(from: string, to: string): string[] {
  expect(DIRECTORY_TEXT).toContain(from);
  return complaints(() => readDirectory(DIRECTORY_TEXT.replace(from, to), 'directory.yaml'));
}

describe('a broken campaign file', () => {
  it.each([
    [
      'an unknown key',
      'shortTitle: 示例',
      'shortTitel: 示例',
      [
        '第 1 行第 1 列（shortTitle）：缺少“shortTitle”，请补上',
        '第 3 行第 1 列（shortTitel）：没有“shortTitel”这一项，是不是想写“shortTitle”？',
      ],
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
      'zzzzzzzzzz: [',
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
      ['第 11 行第 7 列（open）：这里要写列表（每项一行，以“- ”开头），现在是“有关科室”'],
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
      'an unknown unit',
      'units: [投诉举报中心, 各所]',
      'units: [投诉举报中新, 各所]',
      [
        '第 19 行第 17 列（sections 第1项 / tasks 第1项 / units 第1项）：通讯录里没有单位“投诉举报中新”，是不是想写“投诉举报中心”？',
      ],
    ],
    [
      'a unit like no other',
      'from: [各所]',
      'from: [区消协]',
      [
        '第 28 行第 12 列（returns 第1项 / from 第1项）：通讯录里没有单位“区消协”；请改名称，或在通讯录里加上，或写进 expansions、open',
      ],
    ],
    [
      'an unknown unit inside an expansion',
      '[各市场监管所, 投诉举报中心]',
      '[各市场监管所, 纪检组]',
      [
        '第 10 行第 19 列（expansions / 各有关部门 第2项）：通讯录里没有单位“纪检组”；请改名称，或在通讯录里加上，或写进 expansions、open',
      ],
    ],
    [
      'an audience of another shape',
      'from: [各所]',
      'from: 各所',
      ['第 28 行第 11 列（returns 第1项 / from）：写单位名称的列表，或写 names: [...] 和 except: [...]'],
    ],
    [
      'a typo inside one shape of an audience',
      'except: [城西所]',
      'exept: [城西所]',
      ['第 35 行第 28 列（returns 第2项 / from / exept）：没有“exept”这一项，是不是想写“except”？'],
    ],
    [
      'a phrase that names no day',
      'due: 3月13日中午前',
      'due: 活动结束后',
      [
        '第 30 行第 10 列（returns 第1项 / due）：从“活动结束后”读不出期限（没有日期、日期不存在，或离成文日期两年以上）。可以写 3月22日前、3月22日中午前、3月22日下班前、3月22日17:00前；原文没有日期的，phrase 照抄原文，by 写本局定的期限',
      ],
    ],
    [
      'a deadline before the notice',
      'due: 3月13日中午前',
      'due: 3月10日中午前',
      ['第 30 行第 10 列（returns 第1项 / due）：期限 3月10日（周二）12:00 早于成文日期 2020-03-11，请检查年份和月日'],
    ],
    [
      'a moment that does not exist',
      '{phrase: 活动结束后, by: 3月19日下班前}',
      '{phrase: 活动结束后, dueAt: 2020-03-32 17:00}',
      ['第 37 行第 5 列（returns 第2项 / due）：时刻不存在，请按 2023-03-22 17:30 这样重写'],
    ],
    [
      'late before due',
      '{phrase: 活动结束后, by: 3月19日下班前}',
      '{phrase: 活动结束后, dueAt: 2020-03-20 17:00, lateAfter: 2020-03-19 17:00}',
      ['第 37 行第 5 列（returns 第2项 / due）：lateAfter（算迟报）早于 dueAt（应报），请对调或改正'],
    ],
    [
      'a task number used twice',
      'no: "2"',
      'no: "1"',
      ['第 20 行第 13 列（sections 第1项 / tasks 第2项 / no）：任务编号“1”用了两次'],
    ],
    [
      'a return id used twice',
      '- id: table',
      '- id: roster',
      ['第 33 行第 9 列（returns 第2项 / id）：报送编号“roster”用了两次，请换一个'],
    ],
    [
      'a return of nothing',
      '    materials:\n      - {id: list, title: 值班表, accepts: [file, statement]}\n',
      '',
      ['第 26 行第 5 列（returns 第1项）：报送里既没有统计表（form），也没有材料（materials）'],
    ],
    [
      'an unknown way to hand in',
      'accepts: [file, statement]',
      'accepts: [email]',
      [
        '第 32 行第 42 列（returns 第1项 / materials 第1项 / accepts 第1项）：写 file（文件）、image（图片）或 statement（一句话说明已报）',
      ],
    ],
    [
      'a row numbered out of order',
      '- {label: 挽回',
      '- {no: 3, label: 挽回',
      [
        '第 43 行第 16 列（returns 第2项 / form / rows 第2项 / no）：这是从上往下第 2 行，no 应写 2（也可以不写），现在是 3',
      ],
    ],
    [
      'a row twice',
      'label: 挽回经济损失, measure: 万元',
      'label: 普法宣传活动, measure: 场次',
      ['第 43 行第 19 列（returns 第2项 / form / rows 第2项 / label）：“普法宣传活动”这一行前面已经有了'],
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
      'a shift that ends before it starts',
      'endDay: 2020-03-15, ',
      '',
      ['第 55 行第 72 列（duty / shifts 第1项 / to）：班次结束不晚于开始；跨过半夜的班次请加 endDay（哪天结束）'],
    ],
    [
      'a shift before the notice',
      'day: 2020-03-14',
      'day: 2020-02-14',
      ['第 55 行第 41 列（duty / shifts 第1项 / day）：班次 2月14日（周五）19:00 早于成文日期 2020-03-11，请检查日期'],
    ],
    [
      'a shift with a wrong hour',
      'from: "19:00"',
      'from: 7点',
      ['第 55 行第 59 列（duty / shifts 第1项 / from）：时间写成 09:00 这样（24 小时制，小时写两位）'],
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
      'overlapping shifts',
      'when: 央视3•15晚会播出时间确定后',
      'day: 2020-03-15, from: "00:00", to: "02:00"',
      ['第 56 行第 7 列（duty / shifts 第2项）：班次“央视晚会”与“3•14晚会”时间重叠，请错开'],
    ],
    [
      'a shift id used twice',
      'id: later',
      'id: evening',
      ['第 56 行第 12 列（duty / shifts 第2项 / id）：班次编号“evening”用了两次，请换一个'],
    ],
    [
      'a roster for an unknown shift',
      '{shift: evening,',
      '{shift: evning,',
      ['第 59 行第 15 列（duty / assignments 第1项 / shift）：没有编号为“evning”的班次，是不是想写“evening”？'],
    ],
    [
      'unknown people in a roster',
      'people: [林晓雯]',
      'people: [林晓文]',
      ['第 59 行第 44 列（duty / assignments 第1项 / people 第1项）：通讯录里没有“林晓文”，是不是想写“林晓雯”？'],
    ],
    [
      'people of another unit in a roster',
      'people: [林晓雯]',
      'people: [west-liaison]',
      [
        '第 59 行第 44 列（duty / assignments 第1项 / people 第1项）：“周文博”不是这个单位的人，请在通讯录里改单位，或换人',
      ],
    ],
    [
      'leaders told before absentees are named',
      '  roster: leaders',
      '  escalateAfterMinutes: 5\n  roster: leaders',
      [
        '第 57 行第 25 列（duty / escalateAfterMinutes）：告知领导要晚于点名：escalateAfterMinutes 应大于 absentAfterMinutes',
      ],
    ],
    [
      'a full-width colon',
      'shortTitle: 示例',
      'shortTitle：示例',
      [expect.stringMatching(/^第 3 行第 1 列：冒号要用英文半角“:”，后面空一格/)],
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
      [expect.stringMatching(/^第 3 行第 1 列：同一项写了两次，请删去一处/)],
    ],
    [
      'a quote that does not end',
      'shortTitle: 示例',
      'shortTitle: "示例',
      [expect.stringMatching(/^第 \d+ 行第 \d+ 列：少了引号、括号或冒号/)],
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

  it('ends although an expansion contains itself', () => {
    expect(brokenCampaign('[各市场监管所, 投诉举报中心]', '[各有关部门]')).toContainEqual(
      expect.stringContaining('没有单位“各有关部门”'),
    );
  });

  it('reads a file with a byte order mark and Windows line ends, its lines counted alike', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-files-'));
    const path = join(folder, 'directory.yaml');
    const windows = `\uFEFF${DIRECTORY_TEXT.replaceAll('\n', '\r\n')}`;
    writeFileSync(path, windows);
    expect(loadDirectory(path).definition).toEqual(directory);
    writeFileSync(path, windows.replace('unit: east,', 'unit: esat,'));
    expect(complaints(() => loadDirectory(path))).toEqual([
      '第 10 行第 41 列（people 第2项 / unit）：没有编号为“esat”的单位，是不是想写“east”？',
    ]);
  });

  it('says of a file in GBK how to save it', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'duban-files-')), 'directory.yaml');
    writeFileSync(path, Buffer.from([0x61, 0x3a, 0x20, 0xb5, 0xa5, 0xce, 0xbb]));
    expect(complaints(() => loadDirectory(path))).toEqual([
      '第 1 行第 1 列：文件不是 UTF-8 编码，请用编辑器“另存为”，编码选 UTF-8',
    ]);
  });

  it('says which file is missing', () => {
    expect(() => loadCampaign('no/such.yaml', directory)).toThrow('没有这个文件，请检查路径');
    expect(() => loadDirectory('no/such.yaml')).toThrow('no/such.yaml');
  });
});

describe('a broken directory file', () => {
  it.each([
    [
      'an id used twice',
      'id: west,',
      'id: east,',
      [
        '第 4 行第 10 列（units 第3项 / id）：编号“east”用了两次，请换一个',
        '第 7 行第 49 列（groups 第1项 / units 第2项）：没有编号为“west”的单位，是不是想写“east”？',
        '第 11 行第 41 列（people 第3项 / unit）：没有编号为“west”的单位，是不是想写“east”？',
        '第 12 行第 40 列（people 第4项 / unit）：没有编号为“west”的单位，是不是想写“east”？',
      ],
    ],
    [
      'a name of two units',
      'aliases: [城西]',
      'aliases: [城东]',
      ['第 4 行第 5 列（units 第3项）：名称“城东”前面已经有单位或分组在用，两处只能留一处'],
    ],
    [
      'an unknown superior',
      'parent: bureau}\n  - {id: west',
      'parent: bureu}\n  - {id: west',
      [expect.stringMatching(/没有编号为“bureu”的单位，是不是想写“bureau”？$/)],
    ],
    [
      'a unit above itself',
      'shortName: 县局}',
      'shortName: 县局, parent: east}',
      [
        expect.stringContaining('“示例县市场监督管理局”成了自己的上级'),
        expect.stringContaining('“示例县城东市场监管所”成了自己的上级'),
      ],
    ],
    [
      'an unknown role',
      'roles: [leader, organiser]',
      'roles: [leader, organizer]',
      [
        '第 9 行第 57 列（people 第1项 / roles 第2项）：角色只有 reporter（联络员）、leader（领导）、organiser（组织者）',
      ],
    ],
    [
      'an account of two people',
      'unit: east, roles: [reporter]}',
      'unit: east, roles: [reporter], accounts: {wecom: Boss}}',
      ['第 10 行第 66 列（people 第2项 / accounts）：账号“wecom Boss”已经是另一个人的'],
    ],
    [
      'an unknown platform',
      'platform: console',
      'platform: wechat',
      ['第 15 行第 38 列（chats 第1项 / platform）：平台只有 console（演练网页）、wecom（企业微信）、dingtalk（钉钉）'],
    ],
    [
      'an unknown platform of an account',
      'accounts: {wecom: Boss}',
      'accounts: {wechat: Boss}',
      ['第 9 行第 80 列（people 第1项 / accounts / wechat）：没有“wechat”这一项，是不是想写“wecom”？'],
    ],
    [
      'an unknown member',
      'members: all',
      'members: [bos]',
      ['第 15 行第 92 列（chats 第1项 / members 第1项）：没有编号为“bos”的人员，是不是想写“boss”？'],
    ],
    [
      'members of another shape',
      'members: all',
      'members: everyone',
      ['第 15 行第 91 列（chats 第1项 / members）：成员写 all（全体），或人员编号的列表'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(brokenDirectory(from, to)).toEqual(expected);
  });
});
