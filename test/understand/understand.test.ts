/** A message becomes the orders, deliveries and reports it holds, in their order. */

import { describe, expect, it } from 'vitest';
import { blankContext } from '../../src/domain/reading.ts';
import type { Expected } from '../../src/domain/submission/expecting.ts';
import type { Question } from '../../src/domain/submission/state.ts';
import { type Message, type Understanding, understand } from '../../src/understand/understand.ts';
import { campaignFile, returnId } from '../service/office-room.ts';
import { lexicon } from '../support/lexicon.ts';

const [summary] = campaignFile.definition.returns;
if (!summary?.form) throw new Error('no return with a table');
const { form, materials, title } = summary;

const expected: Expected = {
  returnId,
  title,
  materials,
  owed: materials,
  submitted: false,
  context: blankContext(form),
};

interface Given extends Partial<Omit<Understanding, 'expectation'>> {
  readonly question?: Question;
  readonly returns?: readonly Expected[];
}

function heard(message: string | Partial<Message>, given: Given = {}) {
  const { question = null, returns = [expected], ...more } = given;
  const words = typeof message === 'string' ? { text: message } : message;
  return understand(
    { text: '', quoted: null, attachments: [], ...words },
    {
      lexicon,
      expectation: { returns, question, talking: false },
      awaits: null,
      shown: null,
      passedOver: false,
      hears: () => null,
      answers: null,
      year: 2023,
      ownNames: ['徐汇区局', '徐汇'],
      options: [],
      ...more,
    },
  ).parts;
}

const names = (...given: Parameters<typeof heard>) => heard(...given).map(({ order }) => order.name);

const whichMaterial: Question = {
  kind: 'which-material',
  how: 'file',
  names: ['新建文档.docx'],
  options: materials.map(({ id }) => ({ returnId, material: id })),
};
const doubt: Question = {
  kind: 'doubt',
  returnId,
  doubt: { kind: 'approximate', rows: [2], evidence: { start: 0, end: 4, text: '约200' }, choices: [] },
};

describe('one message', () => {
  it.each([
    ['收到', ['receipt']],
    ['徐汇收到', ['receipt']],
    ['公益广告3条', ['report']],
    ['收到，公益广告3条', ['receipt', 'report']],
    ['总结已报送OA', ['hand-in']],
    ['总结已报送OA，公益广告3条', ['hand-in', 'report']],
    ['总结已报送OA，谢谢', ['hand-in']], // thanks beside it are not answered as well
    ['公益广告3条，其余为0，确认提交', ['report', 'confirm']],
    ['公益广告3条，其余为0，总结已报送OA，图片已报送OA，确认提交', ['hand-in', 'report', 'confirm']],
    ['确认提交', ['confirm']],
    ['确认', ['confirm']],
    ['填报', ['fill']],
    ['', ['greeting']],
  ])('“%s” holds %j', (text, parts) => expect(names(text)).toEqual(parts));

  it('keeps figures beside an order that is none', () => {
    expect(names('公益广告3条，可以提交吗')).toEqual(['report']);
  });

  it('says whether an order was confirmed in the same breath, and whether it binds', () => {
    expect(heard('确认发布方案')).toEqual([{ order: { name: 'publish' }, confirmed: true }]);
    expect(heard('截止填报了吗')).toEqual([{ order: { name: 'deadline' } }]);
    expect(heard('先别发布方案').every(({ order, vetoed }) => order.name !== 'publish' || vetoed)).toBe(true);
  });

  it('under a quotation and with no word of its own reports nothing', () => {
    expect(names({ text: '', quoted: '公益广告88条' })).toEqual(['quotation']);
  });

  it('has no report where nothing can be reported', () => {
    expect(names('公益广告3条', { returns: [] })).toEqual([]);
  });
});

describe('a plain yes or no', () => {
  it('answers what was shown, where something waits', () => {
    expect(names('是', { awaits: 'question' })).toEqual(['yes']);
    expect(names('确认', { awaits: 'question' })).toEqual(['yes']);
    expect(names('不用了', { awaits: 'question' })).toEqual(['no']);
  });

  it('is no order where nothing waits', () => {
    // 是 is said to be one to nothing: no order hears it.
    expect(names('是')).toEqual(['yes']);
    expect(names('好的')).not.toContain('yes');
    expect(names('不用了')).not.toContain('no');
  });

  it('is none with a file beside it', () => {
    const attachments = [{ kind: 'file', name: '总结.docx' }] as const;
    expect(names({ text: '是', attachments }, { awaits: 'question' })).not.toContain('yes');
  });
});

describe('a question with numbered options', () => {
  const given = { question: whichMaterial, options: ['总结', '图片'] };

  it.each([
    ['1', 0],
    ['第二个', 1],
    ['图片', 1],
    ['总结', 0],
    ['都不是', null],
    ['不管了', null],
  ])('is answered by “%s”', (text, option) => {
    expect(heard(text, given)).toMatchObject([{ order: { name: 'choose', option } }]);
  });

  it('leaves everything else to be read as it is', () => {
    expect(names('公益广告3条', given)).toEqual(['report']);
    expect(names('我的任务', given)).toEqual(['my-tasks']);
    expect(names('3', given)).toEqual(['report']);
  });
});

describe('a doubt about a figure', () => {
  it('is let go by words, and not taken for an order to submit', () => {
    expect(heard('不管了', { question: doubt })).toEqual([{ order: { name: 'choose', option: null } }]);
    expect(names('确认', { question: doubt })).not.toContain('confirm');
  });
});

describe('files', () => {
  const file = (name: string) => ({ kind: 'file', name }) as const;

  it.each([
    ['总结.docx', ['hand-in']],
    ['新建文档.docx', ['ask-files']],
    ['总结初稿.docx', ['leave-aside']],
    ['统计表.xlsx', ['leave-aside']],
  ])('%s', (name, parts) => expect(names({ attachments: [file(name)] })).toEqual(parts));

  it('with figures beside them are both taken', () => {
    expect(names({ text: '公益广告3条', attachments: [file('总结.docx')] })).toEqual(['hand-in', 'report']);
  });
});
