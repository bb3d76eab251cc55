import { expect, it } from 'vitest';
import { confirmed, openPublished } from '../support/conversation.ts';

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

it('keeps what was asked of one who is taken off, and asks who submits', async () => {
  const talk = await openPublished();
  await talk.alone('minhang-liaison', '专题报道200多次');
  await confirmed(talk, 'organiser', '移除人员 闵行区局 张景行');
  const type = (text: string) => talk.alone('minhang-liaison-2', text);
  expect(await type('其余为0')).toContain('第8项 专题报道还没有报准，没有记0。');
  expect(await type('确认提交')).toBe(
    '还不能提交。\n“专题报道200多次”是约数，没有记。请报第8项 专题报道的准确数（次）。',
  );
  expect(await type('210')).toContain('8 专题报道 210次');
  expect(await type('确认提交')).toContain('已提交。');
});

it('lets go of it where a figure is given, whoever was asked', async () => {
  const talk = await openPublished();
  await talk.alone('minhang-liaison', '专题报道200多次');
  await confirmed(talk, 'organiser', '移除人员 闵行区局 张景行');
  expect(await talk.alone('minhang-liaison-2', '专题报道210次，其余为0，确认提交')).toContain('已提交。');
});

it('keeps it where another takes over who is asked something already', async () => {
  const talk = await openPublished();
  await talk.alone('minhang-liaison', '专题报道200多次');
  await talk.alone('minhang-liaison-2', '公益广告约10条');
  await confirmed(talk, 'organiser', '更换联络员 闵行区局 张景行换成孔令仪');
  await talk.alone('minhang-liaison-2', '公益广告12条，其余为0');
  expect(await talk.alone('minhang-liaison-2', '确认提交')).toContain('专题报道200多次');
});
