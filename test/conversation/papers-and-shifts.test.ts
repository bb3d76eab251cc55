/** A return that is called 值班表 is a paper: what is said of it is not meant for the shifts. */
import { describe, expect, it } from 'vitest';
import { openThreeReturns } from '../support/three-returns.ts';

const gao = 'beishan-liaison';

describe('a roster that is handed in', () => {
  it.each(['谁没交值班表', '值班表几家没交', '值班表谁没报', '值班表交了几家', '谁没发值班表', '值班表情况'])(
    '%s: who owes it',
    async (words) => {
      const talk = await openThreeReturns();
      await talk.alone(gao, '值班表已报送OA');
      const said = await talk.alone('chief', words);
      expect(said).toMatch(/^《汛期值班表》未报齐11家：/);
      expect(said).not.toContain('排查整治');
    },
  );

  it.each(['撤回值班表', '撤销值班表', '取消值班表'])('%s takes it back', async (words) => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '值班表已报送OA');
    expect(await talk.alone(gao, words)).toContain('值班表改为未报');
  });

  it.each(['值班表改好了，已重新报OA', '值班表排好了，已发邮箱'])('%s', async (words) => {
    const talk = await openThreeReturns();
    expect(await talk.alone(gao, words)).toContain('值班表已登记');
  });

  it.each(['值班表改好了，还没报OA', '值班表改好了，明天报OA', '值班表改好了，报OA吗', '表改好了，已重新报OA'])(
    '%s hands in nothing',
    async (words) => {
      const talk = await openThreeReturns();
      expect(await talk.alone(gao, words)).not.toContain('已登记');
    },
  );

  it('leaves the shifts to who asks about them', async () => {
    const talk = await openThreeReturns();
    for (const words of ['值班情况', '值班表', '北山区局值班安排', '北山谁值班'])
      expect(await talk.alone('chief', words)).toContain('强降雨夜间值守');
  });
});

it('gives examples of its own campaign', async () => {
  const talk = await openThreeReturns();
  for (const words of [
    '移出 张三',
    '安排值班',
    '新增联络员 张三',
    '更换联络员 张 李',
    '张三延期到6月6日',
    '通知张三：开会',
  ])
    expect(await talk.alone('organiser', words)).not.toMatch(/黄浦|徐汇|崇明|金山|王丽|各区局/);
  expect(await talk.alone('organiser', '张三延期到6月6日')).toContain('延期 东城区局 到');
});
