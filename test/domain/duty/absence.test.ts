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

it('says before the plan is out that the organisers alone were told', () => {
  const said = given(shanghai, shanghaiDirectory, []).at('2023-03-12 09:30').when('xuhui-leader', '请假，不能到岗');
  expect(said.said.join()).toContain('已告知组织者周文博、吴佳宁。');
  expect(said.told('xuhui-leader')).toEqual([]);
});

it('asks to be phoned about where a message reaches nobody', () => {
  const said = reported(() => 'nowhere');
  expect(said.said.join()).toContain('领导和组织者这里都通知不到，请您电话告知');
  expect(said.sends).toEqual([]);
});

const noMessage = given(shanghai, shanghaiDirectory, [published()], {
  reach: (person) => (person === 'huangpu-liaison' ? 'nowhere' : 'alone'),
}).at('2023-03-14 09:00');

it('asks nobody for a swap whom no message reaches', () => {
  const asked = noMessage.when('huangpu-leader', '换班 王若溪');
  expect(asked.said.join()).toContain('王若溪没有收得到消息的账号，没能去问');
  expect(asked.events).toEqual([]);
});

it('says whom of those on the roster nobody could tell', () => {
  const assigned = noMessage.when('organiser', '确认安排值班 黄浦区局 王若溪');
  expect(assigned.said.join()).toContain('王若溪没有收得到消息的账号，请您转告。其他有变动的同志已另行通知。');
  expect(assigned.told('huangpu-liaison')).toEqual([]);
  expect(assigned.told('huangpu-leader')).toHaveLength(1);
});
