import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('takes back the submission before it takes back figures', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  await talk.alone('xuhui-liaison', '确认提交');
  expect(await talk.alone('xuhui-liaison', '撤回')).toBe(
    '已撤回提交，表改为草稿，填的数都还在。改好后请再回“确认提交”；要撤回最后一次报的内容，请再发一次“撤回”。',
  );
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('2 播放公益广告 3条');
  expect(await talk.alone('xuhui-liaison', '撤回')).toContain('第2项 播放公益广告恢复为未填');
});

const reopened = /^已撤回提交，表改为草稿/;

it.each([
  [
    ['公益广告3条，其余为0', '确认提交', '总结已报送OA'],
    [/^已撤回上一条：总结恢复为未报。/, reopened, /恢复为未填/],
  ],
  [
    ['公益广告3条，其余为0', '总结已报送OA', '确认提交'],
    [reopened, /^已撤回上一条：总结恢复为未报。/, /恢复为未填/],
  ],
  [
    ['公益广告3条，其余为0', '总结已报送OA，确认提交'],
    [reopened, /^已撤回上一条：总结恢复为未报。/],
  ],
  [
    ['公益广告3条，其余为0', '确认提交', '撤回', '总结已报送OA', '确认提交'],
    [reopened, /总结恢复为未报。/],
  ],
])('takes back the latest first, submission or material: %j', async (said, undone) => {
  const talk = await openPublished();
  for (const words of said) await talk.alone('xuhui-liaison', words);
  for (const reply of undone) expect(await talk.alone('xuhui-liaison', '撤回')).toMatch(reply);
});

it('takes back one’s own submission of what a colleague filled in, and leaves a colleague’s alone', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '新增联络员 徐汇区局 薛从文');
  await talk.alone('newcomer', '总结已报送OA');
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  await talk.alone('newcomer', '确认提交');
  expect(await talk.alone('newcomer', '撤回')).toMatch(reopened);
  await talk.alone('xuhui-liaison', '确认提交');
  expect(await talk.alone('newcomer', '撤回')).toMatch(/^已撤回上一条：总结恢复为未报。/);
  expect(await talk.alone('newcomer', '进度')).toMatch(/^徐汇区局统计表已提交/);
});
