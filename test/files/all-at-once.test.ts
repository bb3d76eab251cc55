import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { loadDirectory, loadOffice, readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { complaints } from './complaints.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

type Change = readonly [from: string, to: string];

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((written, [from, to]) => {
    expect(written).toContain(from);
    return written.replace(from, to);
  }, text);
}

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');
const ofDirectory = (...changes: Change[]) =>
  complaints(() => readDirectory(changed(DIRECTORY_TEXT, changes), 'directory.yaml'));
const ofCampaign = (...changes: Change[]) =>
  complaints(() => readCampaign(changed(CAMPAIGN_TEXT, changes), 'example.yaml', directory));

/** What is wrong with a directory and campaigns read together, without the paths of their folder. */
function ofOffice(directoryText: string, ...campaigns: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'duban-office-'));
  writeFileSync(join(folder, 'people.yaml'), directoryText);
  const paths = campaigns.map((_, index) => join(folder, `${index + 1}.yaml`));
  for (const [index, path] of paths.entries()) writeFileSync(path, campaigns[index] ?? '');
  const read = () => loadOffice({ directory: join(folder, 'people.yaml'), campaigns: paths });
  return ['', ...complaints(read)].map((line) => line.replaceAll(`${folder}/`, '')).slice(1);
}

describe('mistakes of one file', () => {
  it('a bad role hides no double id, no unknown unit and no unknown member', () => {
    const said = ofDirectory(
      ['[leader, organiser]', '[leader, organizer]'],
      ['id: west, name', 'id: east, name'],
      ['unit: east, roles', 'unit: esat, roles'],
      ['members: all', 'members: [bos]'],
    );
    expect(said).toEqual([
      expect.stringContaining('第 4 行第 10 列（units 第3项 / id）：编号“east”用了两次'),
      expect.stringContaining('第 9 行第 57 列（people 第1项 / roles 第2项）：角色只有'),
      expect.stringContaining('第 10 行第 41 列（people 第2项 / unit）：没有编号为“esat”的单位'),
      expect.stringContaining('第 15 行第 92 列（chats 第1项 / members 第1项）：没有编号为“bos”的人员'),
    ]);
  });

  it('a mistake of writing, one of shape and one of sense are said together', () => {
    expect(
      ofCampaign(
        ['shortTitle: 示例', 'shortTitle：示例'],
        ['no: "2"', 'no: "1"'],
        ['roster: leaders', 'roster: leader'],
        ['due: 3月13日中午前', 'due: 活动结束后'],
      ),
    ).toEqual([
      expect.stringContaining('第 3 行第 11 列：冒号要用英文半角'),
      expect.stringContaining('第 20 行第 13 列（sections 第1项 / tasks 第2项 / no）：任务编号“1”用了两次'),
      expect.stringContaining('第 30 行第 10 列（returns 第1项 / due）：从“活动结束后”读不出期限'),
      expect.stringContaining('第 57 行第 11 列（duty / roster）：写 reporters'),
    ]);
  });

  it('a key misspelt hides no mistake in its value, and is not called missing', () => {
    expect(ofCampaign(['units: [投诉举报中心, 各所]', 'unit: [投诉举报中新, 各所]'])).toEqual([
      expect.stringContaining('没有“unit”这一项，是不是想写“units”？'),
      expect.stringContaining(
        '第 19 行第 16 列（sections 第1项 / tasks 第1项 / units 第1项）：通讯录里没有单位“投诉举报中新”',
      ),
    ]);
  });

  it('a line that cannot be read hides nothing after it, and is the reason for nothing', () => {
    expect(
      ofDirectory(
        ['{id: west, name: 示例县城西市场监管所, ', '{id: west, name} [: 示例县城西市场监管所, '],
        ['[leader, organiser]', '[leader, organizer]'],
        ['members: all', 'members: [bos]'],
      ),
    ).toEqual([
      expect.stringMatching(/^第 4 行第 \d+ 列：/),
      expect.stringContaining('（people 第1项 / roles 第2项）：角色只有'),
      expect.stringContaining('没有编号为“bos”的人员'),
    ]);
  });
});

describe('no mistake is said twice, nor for what follows from it', () => {
  it.each<[string, Change[], string[]]>([
    ['a date of the notice that is none', [['2020-03-11', '3月11日']], ['（notice / date）：日期写成']],
    ['an id that is missing', [['{id: list, title: 值班表, ', '{title: 值班表, ']], ['缺少“id”，请补上']],
    ['names in no list', [['open: [有关科室]', 'open: 有关科室']], ['请写成 [有关科室]']],
    [
      'a form without rows',
      [['      rows:\n        - {label: 普', '      rwos:\n        - {label: 普']],
      ['没有“rwos”'],
    ],
    ['a shift without hours', [['from: "19:00", ', '']], ['班次写 day（日期）']],
  ])('%s', (_, changes, expected) => {
    expect(ofCampaign(...changes)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it('a key misspelt in every line, after the first ten', () => {
    const rows = (key: string) => Array.from({ length: 14 }, (_, at) => `        - {${key}: 第${at}项}\n`).join('');
    const said = ofCampaign(['        - {label: 普', `${rows('lable')}        - {label: 普`]);
    expect(said).toHaveLength(11);
    expect(said[10]).toBe('同样的还有 4 处：没有“lable”这一项，是不是想写“label”？');
  });

  it('a unit copied and not changed', () => {
    const line = '  - {id: west, name: 示例县城西市场监管所, shortName: 城西所, aliases: [城西], parent: bureau}\n';
    expect(ofDirectory([line, line + line])).toEqual([
      '第 5 行第 10 列（units 第4项 / id）：编号“west”用了两次（第3项“示例县城西市场监管所”也是），请换一个',
    ]);
  });

  it('a person copied and not changed', () => {
    const line = '  - {id: east-liaison, name: 林晓雯, unit: east, roles: [reporter]}\n';
    expect(ofDirectory([line, line + line])).toEqual([expect.stringContaining('编号“east-liaison”用了两次')]);
  });

  it('a unit without an id that others refer to', () => {
    expect(ofDirectory(['{id: west, name', '{name'])).toEqual([expect.stringContaining('缺少“id”，请补上')]);
  });
});

describe('mistakes of several files', () => {
  const badPeople = changed(DIRECTORY_TEXT, [['[leader, organiser]', '[leader, organizer]']]);

  it('those of the directory hide none of a campaign, nor one campaign another', () => {
    const other = changed(CAMPAIGN_TEXT, [
      ['id: example', 'id: other'],
      ['no: "2"', 'no: 2'],
    ]);
    expect(ofOffice(badPeople, changed(CAMPAIGN_TEXT, [['from: [各所]', 'from: [区消协]']]), other)).toEqual([
      expect.stringContaining('角色只有'),
      '1.yaml 有 1 处要改，改好后重新启动：',
      expect.stringContaining('通讯录里没有单位“区消协”'),
      '2.yaml 有 1 处要改，改好后重新启动：',
      expect.stringContaining('请加引号写成 "2"'),
    ]);
  });

  it('names are not looked for in a directory whose names are at fault', () => {
    const nameless = changed(DIRECTORY_TEXT, [['name: 示例县投诉举报中心, shortName: 投诉举报中心, ', '']]);
    expect(ofOffice(nameless, CAMPAIGN_TEXT)).toEqual([
      expect.stringContaining('缺少“name”，请补上'),
      expect.stringContaining('缺少“shortName”，请补上'),
    ]);
    expect(ofOffice('nothing', changed(CAMPAIGN_TEXT, [['no: "2"', 'no: 2']]))).toEqual([
      expect.stringContaining('这里要写一组“键: 值”'),
      '1.yaml 有 1 处要改，改好后重新启动：',
      expect.stringContaining('请加引号写成 "2"'),
    ]);
  });

  it('one campaign listed twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-twice-'));
    const [directory, campaign] = [join(folder, 'people.yaml'), join(folder, 'one.yaml')];
    writeFileSync(directory, DIRECTORY_TEXT);
    writeFileSync(campaign, CAMPAIGN_TEXT);
    expect(complaints(() => loadOffice({ directory, campaigns: [campaign, campaign] }))).toEqual([
      '同一个方案文件列了两次，请删去一处',
    ]);
  });

  it.each([
    ['empty', '', '文件是空的（“#”后面的字不算），请写上内容，或检查是不是写错了文件'],
    ['only a comment', '# 草稿\n', '文件是空的（“#”后面的字不算），请写上内容，或检查是不是写错了文件'],
    [
      'of another kind',
      DIRECTORY_TEXT,
      '这不像方案：方案写的是 id、title、shortTitle、notice 等，这里一项也没有，请检查是不是写错了文件',
    ],
  ])('a file that is %s is told in one sentence', (_, text, sentence) => {
    expect(ofOffice(DIRECTORY_TEXT, text)).toEqual([sentence]);
  });

  it('keys that are all misspelt are still told one by one', () => {
    const said = ofOffice('unit: []\npeoples: []\n', CAMPAIGN_TEXT);
    expect(said).toContainEqual(expect.stringContaining('是不是想写“units”？'));
    expect(said).toContainEqual(expect.stringContaining('是不是想写“people”？'));
  });

  it('two campaigns of one id', () => {
    expect(ofOffice(DIRECTORY_TEXT, CAMPAIGN_TEXT, CAMPAIGN_TEXT)).toEqual([
      '第 1 行第 5 列（id）：编号“example”在 1.yaml 里已经用了，两项活动要用两个编号',
    ]);
  });
});

describe('what tells that a file is to be taken over', () => {
  const hashes = (directoryText: string, campaignText: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-hash-'));
    const paths = { directory: join(folder, 'people.yaml'), campaigns: [join(folder, 'campaign.yaml')] };
    writeFileSync(paths.directory, directoryText);
    writeFileSync(join(folder, 'campaign.yaml'), campaignText);
    const office = loadOffice(paths);
    return [office.directory.sha256, office.campaigns[0]?.sha256];
  };
  const [people, campaign] = hashes(DIRECTORY_TEXT, CAMPAIGN_TEXT);

  it('is the same for the same, whatever the comments', () => {
    expect(hashes(`# 通讯录\n${DIRECTORY_TEXT}`, `# 方案\n${CAMPAIGN_TEXT}`)).toEqual([people, campaign]);
  });

  it('changes for the campaign with a unit added to a group of the directory', () => {
    const grown = hashes(
      changed(DIRECTORY_TEXT, [['units: [east, west]', 'units: [east, west, bureau]']]),
      CAMPAIGN_TEXT,
    );
    expect(grown[0]).not.toBe(people);
    expect(grown[1]).not.toBe(campaign);
  });

  it('does not change for the campaign with what does not concern it', () => {
    const renamed = hashes(changed(DIRECTORY_TEXT, [['name: 郑立群', 'name: 郑立']]), CAMPAIGN_TEXT);
    expect(renamed[0]).not.toBe(people);
    expect(renamed[1]).toBe(campaign);
  });
});

describe('a configuration in one line', () => {
  const complaint = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'duban-line-')), 'one.yaml');
    writeFileSync(path, text);
    return complaints(() => readConfig({ DUBAN_CONFIG: path })).join();
  };

  it('or several, with full-width colons, is told so', () => {
    expect(complaint('database：file:./x.db\n')).toContain('冒号要用英文半角“:”');
    expect(complaint('database：memory\ndirectory：people.yaml\n')).toContain('冒号要用英文半角“:”');
    expect(complaint('just a text\n')).not.toContain('冒号要用');
  });
});

describe('a file that is not there', () => {
  const complaint = (name: string, there: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-near-'));
    writeFileSync(join(folder, there), '');
    return complaints(() => loadDirectory(join(folder, name))).join();
  };

  it('is held against those that are nearly called so, by what stands before the point', () => {
    expect(complaint('directry.yaml', 'directory.yaml')).toContain('那里有 directory.yaml，是不是它？');
    expect(complaint('directory.yml', 'directory.yaml')).toContain('那里有 directory.yaml，是不是它？');
    expect(complaint('bad.yaml', 'dir.yaml')).toBe('没有这个文件，请检查路径');
    expect(complaint('directory.yaml', 'directory.db')).toBe('没有这个文件，请检查路径');
  });
});
