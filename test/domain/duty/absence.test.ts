import { expect, it } from 'vitest';
import type { Reach } from '../../../src/domain/situation.ts';
import { given, shanghai, shanghaiDirectory } from '../../support/given.ts';
import { published } from '../../support/histories.ts';

function reported(reach: (person: string) => Reach) {
  return given(shanghai, shanghaiDirectory, [published()], { reach })
    .at('2023-03-15 08:30')
    .when('xuhui-leader', '请假，不能到岗');
}

it('says whom an absence reached, and no one else', () => {
  const said = reported((person) => (person === 'organiser-2' ? 'nowhere' : 'alone'));
  expect(said.said.join()).toContain('已告知组织者周文博。');
  expect(said.told('organiser')).toHaveLength(1);
  expect(said.told('organiser-2')).toEqual([]);
});

it('asks to be phoned about where a message reaches nobody', () => {
  const said = reported(() => 'nowhere');
  expect(said.said.join()).toContain('领导和组织者这里都通知不到，请您电话告知');
  expect(said.sends).toEqual([]);
});
