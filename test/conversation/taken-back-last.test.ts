/** 撤回 takes back what its speaker said last, whatever it was and whichever return it was said of. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

it.each(['撤回', '刚才那条不算'])(
  'takes back the figure said after a question that stays open, at %s',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('putuo-liaison', '资料两千多');
    await talk.alone('putuo-liaison', '公益广告3条');
    expect(await talk.alone('putuo-liaison', words)).toContain('第2项 播放公益广告恢复为未填');
    expect(await talk.alone('putuo-liaison', '还有什么问题')).toContain('“资料两千多”是约数');
    expect(await talk.alone('putuo-liaison', words)).toMatch(/^好的，刚才那条没有记，也不再问/);
  },
);

it('lets the question go that came last, and leaves the figure before it', async () => {
  const talk = await openPublished();
  await talk.alone('putuo-liaison', '公益广告3条');
  await talk.alone('putuo-liaison', '资料两千多');
  expect(await talk.alone('putuo-liaison', '撤回')).toMatch(/^好的，刚才那条没有记，也不再问/);
  expect(await talk.alone('putuo-liaison', '看表')).toContain('2 播放公益广告 3条');
});

it('takes back the material handed in last, not the one of the return named first', async () => {
  const talk = await openThreeReturns();
  await talk.alone('bridges-liaison', '总结', { name: 'a.docx', kind: 'file' });
  await talk.alone('bridges-liaison', '值班表', { name: 'b.docx', kind: 'file' });
  expect(await talk.alone('bridges-liaison', '撤回')).toMatch(/^已撤回上一条：值班表恢复为未报。/);
  expect(await talk.alone('bridges-liaison', '撤回')).toMatch(/^已撤回上一条：总结恢复为未报。/);
});

it.each([
  ['培训20人次', '撤回'],
  ['总结已报送OA', '刚才那个不算'],
])('takes back the roster reported after %s', async (first, words) => {
  const talk = await openThreeReturns();
  await talk.alone('jiangkou-liaison', first);
  await talk.alone('jiangkou-liaison', '值班表已报送');
  expect(await talk.alone('jiangkou-liaison', words)).toMatch(/^已撤回上一条：值班表恢复为未报。/);
});

it('takes back all that one message wrote, in each of its tables', async () => {
  const talk = await openThreeReturns();
  await talk.alone('gaoxin-liaison', '宣传活动3场，隐患8处');
  const said = await talk.alone('gaoxin-liaison', '撤回');
  expect(said).toContain('《防汛宣传培训统计表》第1项 举办宣传活动恢复为未填');
  expect(said).toContain('《汛期建设工程排查整治统计表》第2项 发现安全隐患恢复为未填');
});

it('takes back a figure by name, though a roster was reported since', async () => {
  const talk = await openThreeReturns();
  await talk.alone('gaoxin-liaison', '宣传活动300场');
  await talk.alone('gaoxin-liaison', '是');
  await talk.alone('gaoxin-liaison', '值班表已报送');
  const said = await talk.alone('gaoxin-liaison', '刚才的300不算');
  expect(said).not.toContain('值班表恢复');
});
