import { expect, it } from 'vitest';
import { evolveDirectory, initialDirectory } from '../../../src/domain/directory/state.ts';
import { viewDirectory } from '../../../src/domain/directory/view.ts';
import { directoryFile } from '../../service/office-room.ts';

const state = initialDirectory();
evolveDirectory(state, {
  stream: 'directory',
  seq: 1,
  atMs: 0,
  cause: 'file',
  events: [{ type: 'DirectoryLoaded', ...{ definition: directoryFile.definition, fileHash: 'h' } }],
  replies: [],
  sends: [],
  hash: '',
});
const view = viewDirectory(state);

it.each(['黄浦区市场监督管理局', '黄浦区局', '黄浦', ' 黄浦区市场监管局 '])('finds a unit by “%s”', (name) => {
  expect(view.unitsNamed(name).map(({ id }) => id)).toEqual(['huangpu']);
});

it('finds no unit by a part of its name', () => {
  expect(view.unitsNamed('市场监督管理局')).toEqual([]);
  expect(view.unitsNamed('')).toEqual([]);
});

it('mentions a unit’s reporters, else its leaders', () => {
  expect(view.contactsOf(['huangpu', 'xuhui', 'shanghai'])).toEqual([
    'huangpu-liaison',
    'huangpu-liaison-2',
    'xuhui-liaison',
    'shanghai-leader',
    'shanghai-leader-2',
  ]);
});

it('knows people by account per platform and by name in their unit', () => {
  expect(view.personByAccount('wecom', 'XuhuiLiaison')?.id).toBe('xuhui-liaison');
  expect(view.personByAccount('console', 'XuhuiLiaison')).toBeUndefined();
  expect(view.personNamed('卫子航', 'xuhui')?.id).toBe('xuhui-liaison');
  expect(view.personNamed('卫子航', 'huangpu')).toBeUndefined();
});

it('says the id of a unit that left', () => {
  expect(view.short('xuhui')).toBe('徐汇区局');
  expect(view.short('gone')).toBe('gone');
});
