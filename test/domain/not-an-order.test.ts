import { expect, it } from 'vitest';
import { given, shanghai, shanghaiDirectory } from '../support/given.ts';
import { published } from '../support/histories.ts';

it('shows how an order is given with names of this campaign, not with blanks to fill', () => {
  const { said, events } = given(shanghai, shanghaiDirectory, [published()]).when(
    'organiser',
    '安排值班 黄浦区局 王若溪吗',
  );
  expect(said.join()).toMatch(/^这句我没有当作指令办理。要办请直接发“安排值班 \S+ \S+”。$/);
  expect(said.join()).not.toMatch(/[{}]/);
  expect(events).toEqual([]);
});
