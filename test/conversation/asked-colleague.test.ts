import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  const type = (text: string) => talk.alone('huangpu-liaison', text);
  const colleague = (text: string) => talk.alone('huangpu-liaison-2', text);
  await type('公益广告3条，其余为0');
  await colleague('公益广告改成大约300');
  return { talk, type, colleague };
}

it('does not confirm over what a colleague is asked, and names them', async () => {
  const { talk, type } = await open();
  for (const again of ['确认提交', '确认提交'])
    expect(await type(again)).toMatch(/^还不能提交，冯启明有一问未答：.*是约数，没有记.*\n请冯启明回答，或直接报/);
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toContain('还没有单位提交（0/27家）');
});

it('confirms once the colleague has answered', async () => {
  const { type, colleague } = await open();
  await colleague('280');
  expect(await type('确认提交')).toContain('已提交。');
});

it('confirms once the speaker has given the figure', async () => {
  const { type } = await open();
  await type('第2项改成4');
  expect(await type('确认提交')).toContain('已提交。');
});

it('confirms with the figure in the same message', async () => {
  const { type } = await open();
  expect(await type('公益广告4条，确认提交')).toContain('已提交。');
});

it('changes nothing when figures that are in already are said once more', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '总结、图片已报送OA');
  await talk.alone('xuhui-liaison', '公益广告3条，抖音12条，其余为0，确认提交');
  expect(await talk.alone('xuhui-liaison', '公益广告3条，抖音12条')).toMatch(/^与已记录的一致，不用改：/);
  expect(await talk.alone('xuhui-liaison', '进度')).toMatch(/^徐汇区局已报齐，谢谢。/);
});
