import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/domain/campaign/definition.ts';
import type { Expected } from '../../../src/domain/submission/expecting.ts';
import { placeAttachments } from '../../../src/understand/orders/attachments.ts';
import { readMaterials } from '../../../src/understand/orders/materials.ts';

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

const expected = (returnId: string, title: string, materials: readonly Material[], owed = materials): Expected => ({
  returnId,
  title,
  context: null,
  materials,
  owed,
  submitted: false,
});
const one = [expected('r', '活动总结和统计表', both)];

const said = (text: string, year?: number) =>
  readMaterials(text, one, year).said.map(({ material, how }) => `${material} ${how}`);

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
    expect(readMaterials('总结已报送OA，公益广告3条，抖音12条', one).rest).toBe('公益广告3条，抖音12条');
    expect(readMaterials('公益广告3条，抖音12条', one).rest).toBe('公益广告3条，抖音12条');
  });
});

describe('the word of', () => {
  it.each([
    ['another', '王科说总结已报送OA'],
    ['another year', '去年的总结已报送OA'],
    ['a year before the campaign’s', '2021年的总结已报送OA'],
    ['one who is not sure', '总结应该已经报送了吧'],
  ])('%s hands in nothing: “%s”', (_whose, text) => expect(said(text, 2023)).toEqual([]));
});

describe('of two returns that want a 总结', () => {
  const law = expected('law', '执法情况', [{ ...report, aliases: [] }]);
  const two = [...one, law];

  it('the one that is named has it', () => {
    expect(readMaterials('执法情况总结已报送OA', two).said.map(({ returnId }) => returnId)).toEqual(['law']);
  });

  it('the one that owes it still has it', () => {
    const handed = [expected('r', '活动总结和统计表', both, [pictures]), law];
    expect(readMaterials('总结已报送OA', handed).said.map(({ returnId }) => returnId)).toEqual(['law']);
  });

  it('is asked where both owe it', () => {
    const { said: sure, unsure } = readMaterials('总结已报送OA', two);
    expect(sure).toEqual([]);
    expect(unsure).toEqual([
      {
        name: 'ask-files',
        how: 'statement',
        names: ['总结已报送OA'],
        options: [
          { returnId: 'r', material: 'report' },
          { returnId: 'law', material: 'report' },
        ],
      },
    ]);
  });
});

it('takes the text itself where a material may be handed in so', () => {
  const text = { ...report, accepts: ['text'] as const };
  const words = '总结：3·15期间，我局组织了三场宣传活动。';
  expect(readMaterials(words, [expected('r', 't', [text])])).toEqual({
    said: [{ returnId: 'r', material: 'report', how: 'text', name: words }],
    unsure: [],
    takenBack: [],
    drafts: [],
    rest: '',
  });
  expect(readMaterials(words, one).said).toEqual([]);
});

describe('by file', () => {
  const place = (name: string, kind: 'file' | 'image', words = '', returns = one) =>
    placeAttachments([{ name, kind }], words, returns);
  const taken = (...given: Parameters<typeof place>) => place(...given).said.map(({ material }) => material);

  it('goes by the name', () => {
    expect(taken('3·15活动总结.docx', 'file')).toEqual(['report']);
    expect(taken('活动照片.zip', 'file')).toEqual(['pictures']);
  });

  it('goes by the words beside it', () => {
    expect(taken('新建文档.docx', 'file', '这是我局总结')).toEqual(['report']);
    expect(taken('IMG_001.jpg', 'image', '活动照片')).toEqual(['pictures']);
  });

  it('takes a picture without a word for a picture that is wanted', () => {
    expect(taken('IMG_001.jpg', 'image')).toEqual(['pictures']);
    expect(taken('IMG_002.jpg', 'image', '', [expected('r', 't', both, [])])).toEqual(['pictures']);
  });

  it.each(['新建文档.docx', '请假条.pdf', '值班表.docx'])('asks what “%s” is', (name) => {
    const { said: sure, asked, aside } = place(name, 'file');
    expect([sure, aside]).toEqual([[], []]);
    expect(asked).toEqual([
      {
        name: 'ask-files',
        how: 'file',
        names: [name],
        options: [
          { returnId: 'r', material: 'report' },
          { returnId: 'r', material: 'pictures' },
        ],
      },
    ]);
  });

  it.each([
    ['总结初稿.docx', ''],
    ['总结.docx', '初稿，先别算'],
    ['总结模板.docx', '是用这个模板吗'],
  ])('lays a draft aside: %s “%s”', (name, words) => {
    const { said: sure, asked, aside } = place(name, 'file', words);
    expect([sure, asked]).toEqual([[], []]);
    expect(aside).toEqual([{ name: 'leave-aside', names: [name], why: 'draft' }]);
  });

  it.each(['统计表.xlsx', '报表.xls', '数据.csv', '附件.et'])('takes no table for a material: %s', (name) => {
    const { said: sure, asked, aside } = place(name, 'file');
    expect([sure, asked]).toEqual([[], []]);
    expect(aside).toEqual([{ name: 'leave-aside', names: [name], why: 'unreadable' }]);
  });

  it('lays aside what no return accepts', () => {
    expect(place('a.jpg', 'image', '', [expected('r', 't', [report])]).aside).toHaveLength(1);
    expect(place('a.docx', 'file', '', []).aside).toHaveLength(1);
  });

  it('places each of several for itself', () => {
    const files = [
      { name: '总结.docx', kind: 'file' },
      { name: 'a.jpg', kind: 'image' },
      { name: '无名.pdf', kind: 'file' },
    ] as const;
    const { said: sure, asked } = placeAttachments(files, '', one);
    expect(sure.map(({ material, name }) => [material, name])).toEqual([
      ['report', '总结.docx'],
      ['pictures', 'a.jpg'],
    ]);
    expect(asked.map(({ names }) => names)).toEqual([['无名.pdf']]);
  });
});
