import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evolveDirectory, initialDirectory } from '../../../src/domain/directory/state.ts';
import { viewDirectory } from '../../../src/domain/directory/view.ts';
import { foreignUnit } from '../../../src/domain/submission/foreign-unit.ts';
import { loadDirectory } from '../../../src/files/campaign-files.ts';

const { definition } = loadDirectory(fileURLToPath(new URL('../../../config/directory.yaml', import.meta.url)));
const state = initialDirectory();
evolveDirectory(state, {
  stream: 'directory',
  seq: 1,
  atMs: 0,
  cause: 'file',
  events: [{ type: 'DirectoryLoaded', definition, fileHash: 'x' }],
  replies: [],
  sends: [],
  hash: '',
});
const view = viewDirectory(state);
const foreign = (words: string) => foreignUnit(words, 'huangpu', view)?.shortName ?? null;

describe('figures said in another unit’s name', () => {
  it.each([
    ['徐汇区局公益广告3条', '徐汇区局'],
    ['徐汇区市场监督管理局：公益广告3条', '徐汇区局'],
    ['代静安区局报：抖音12条', '静安区局'],
    ['填报单位：徐汇区市场监管局\t填报日期：3月19日\n1\t组织重要新闻发布\t次\t1', '徐汇区局'],
    ['徐汇 公益广告3条', '徐汇区局'],
  ])('%s belongs to %s', (words, unit) => expect(foreign(words)).toBe(unit));

  it.each([
    '公益广告3条',
    '黄浦区局公益广告3条',
    '填报单位：黄浦区市场监管局\n1\t组织重要新闻发布\t次\t1',
    '静安寺广场咨询2次',
    '3',
    '',
  ])('%s is one’s own', (words) => expect(foreign(words)).toBeNull());
});
