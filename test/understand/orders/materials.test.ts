import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/domain/campaign/definition.ts';
import { placeAttachment, readMaterials } from '../../../src/understand/commands/materials.ts';

const report: Material = {
  id: 'report',
  title: '总结',
  aliases: ['活动总结', '工作总结'],
  accepts: ['file', 'statement'],
};
const pictures: Material = {
  id: 'pictures',
  title: '图片',
  aliases: ['照片', '活动图片'],
  accepts: ['image', 'file', 'statement'],
};
const both = [report, pictures];

const said = (text: string) => readMaterials(text, 'r', both).said.map(({ material, how }) => `${material} ${how}`);

describe('by word', () => {
  it.each([
    ['总结已报送OA', ['report statement']],
    ['活动总结已报', ['report statement']],
    ['总结已发邮箱', ['report statement']],
    ['总结报送了', ['report statement']],
    ['工作总结已通过OA报送', ['report statement']],
    ['总结发到OA了', ['report statement']],
    ['图片已上传', ['pictures statement']],
    ['照片发了', ['pictures statement']],
    ['总结和图片都已发邮箱', ['report statement', 'pictures statement']],
    ['总结、图片已报送', ['report statement', 'pictures statement']],
    ['总结已报送，图片没有', ['report statement', 'pictures none']],
    ['没有图片', ['pictures none']],
    ['图片没有', ['pictures none']],
    ['照片无', ['pictures none']],
    ['暂无照片', ['pictures none']],
    ['图片不涉及', ['pictures none']],
  ])('hands in at “%s”', (text, expected) => expect(said(text)).toEqual(expected));

  it.each([
    '总结明天报',
    '总结还没写好',
    '总结没报',
    '总结未报送',
    '总结怎么报',
    '总结报给谁',
    '总结报了吗？',
    '图片稍后发',
    '照片马上发',
    '正在写总结',
    '总结准备下午报送',
    '总结将于明天报送',
    '没有时间写总结',
    '印发图片资料300份',
    '总结会3次',
    '公益广告3条',
    '总结',
  ])('hands in nothing at “%s”', (text) => expect(said(text)).toEqual([]));

  it('leaves the rest of the message to be read', () => {
    expect(readMaterials('总结已报送OA，公益广告3条，抖音12条', 'r', both).rest).toBe('公益广告3条，抖音12条');
    expect(readMaterials('公益广告3条，抖音12条', 'r', both).rest).toBe('公益广告3条，抖音12条');
  });
});

describe('by file', () => {
  const place = (name: string, kind: 'file' | 'image', owed = both) =>
    placeAttachment({ name, kind }, 'r', both, owed)?.material ?? null;

  it('goes by the name first', () => {
    expect(place('3·15活动总结.docx', 'file')).toBe('report');
    expect(place('活动照片.zip', 'file')).toBe('pictures');
    expect(place('总结和统计表.docx', 'file')).toBe('report');
  });

  it('goes by what is still owed, then by the kind', () => {
    expect(place('新建文档.docx', 'file')).toBe('report');
    expect(place('新建文档.docx', 'file', [pictures])).toBe('pictures');
    expect(place('IMG_001.jpg', 'image')).toBe('pictures');
    expect(place('IMG_002.jpg', 'image', [])).toBe('pictures');
  });

  it('takes no spreadsheet and no picture where none is asked for', () => {
    for (const name of ['统计表.xlsx', '报表.xls', '数据.csv', '统计表.docx', '附件.et'])
      expect(place(name, 'file')).toBeNull();
    expect(placeAttachment({ name: 'a.jpg', kind: 'image' }, 'r', [report], [report])).toBeNull();
  });
});
