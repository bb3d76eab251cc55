import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCampaign, loadDirectory, readDirectory } from '../../src/files/campaign-files.ts';
import { complaints } from './complaints.ts';
import { DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');

function brokenDirectory(from: string, to: string): string[] {
  expect(DIRECTORY_TEXT).toContain(from);
  return complaints(() => readDirectory(DIRECTORY_TEXT.replace(from, to), 'directory.yaml'));
}

describe('a broken directory file', () => {
  it.each([
    [
      'an id used twice',
      'id: west,',
      'id: east,',
      [
        '第 4 行第 10 列（units 第3项 / id）：编号“east”用了两次（第2项“示例县城东市场监管所”也是），请换一个；别处写着“west”，却没有这个编号，是不是它？',
      ],
    ],
    [
      'a name of two units',
      'aliases: [城西]',
      'aliases: [城东]',
      ['第 4 行第 5 列（units 第3项）：“城东”也是单位“示例县城东市场监管所”（units 第2项）的名称，两处只能留一处'],
    ],
    [
      'several names of two units',
      'shortName: 城西所, aliases: [城西]',
      'shortName: 城东所, aliases: [城东, 县局]',
      [
        '第 4 行第 5 列（units 第3项）：“城东所”、“城东”也是单位“示例县城东市场监管所”（units 第2项）的名称，两处只能留一处',
        '第 4 行第 5 列（units 第3项）：“县局”也是单位“示例县市场监督管理局”（units 第1项）的名称，两处只能留一处',
      ],
    ],
    [
      'a unit by its name instead of its id',
      'name: 周文博, unit: west',
      'name: 周文博, unit: 城西所',
      ['第 11 行第 41 列（people 第3项 / unit）：没有编号为“城西所”的单位，这里要写它的编号 west'],
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
      ['第 3 行第 73 列（units 第2项 / parent）：上级绕成了圈：县局 → 城东所 → 县局，请改其中一个 parent'],
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
      ['第 10 行第 66 列（people 第2项 / accounts）：账号“wecom Boss”已经是陈思远（people 第1项）的，请改掉一处'],
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
      ['第 15 行第 91 列（chats 第1项 / members）：成员写 all（全体），或人员编号的列表；请写成 [everyone]'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(brokenDirectory(from, to)).toEqual(expected);
  });
});

describe('a file as editors save it', () => {
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
    expect(complaints(() => loadDirectory(path))).toEqual(['文件不是 UTF-8 编码，请用编辑器“另存为”，编码选 UTF-8']);
  });

  it('says which file is missing', () => {
    expect(() => loadCampaign('no/such.yaml', directory)).toThrow('没有这个文件，请检查路径');
    expect(() => loadDirectory('no/such.yaml')).toThrow('no/such.yaml');
  });
});
