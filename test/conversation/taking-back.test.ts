import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('takes back the submission before it takes back figures', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  await talk.alone('xuhui-liaison', '确认提交');
  expect(await talk.alone('xuhui-liaison', '撤回')).toBe(
    '已撤回提交，表改为草稿，填的数都还在。改好后请再回“确认提交”；要撤回最后一次填的数，请再发一次“撤回”。',
  );
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('2 播放公益广告 3条');
  expect(await talk.alone('xuhui-liaison', '撤回')).toContain('第2项 播放公益广告恢复为未填');
});
