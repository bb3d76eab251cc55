/** What is recorded already is nothing new, and a question is not answered by what was said of another figure. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const open = async () => {
  const talk = await openPublished();
  return (words: string) => talk.alone('changning-liaison', words);
};

it.each(['是350', '350', '应该是350册'])(
  'takes %s for the figure just corrected, not for an older question',
  async (words) => {
    const say = await open();
    await say('案件一百多件');
    await say('资料3500');
    await say('资料多写了个0');
    expect(await say(words)).not.toContain('第9项 查处侵害消费者权益案件 350件');
    expect(await say('看表')).toContain('9 查处侵害消费者权益案件 未填');
  },
);

it('still hears the answer to a question that other figures have passed over', async () => {
  const say = await open();
  await say('案件一百多件');
  await say('资料3500');
  expect(await say('120')).toContain('第9项 查处侵害消费者权益案件 120件');
});

it('asks nothing at 全是0 where nothing but zeros is recorded', async () => {
  const say = await open();
  await say('公益广告0，其余为0');
  expect(await say('我们全是0')).toMatch(/^与已记录的一致/);
  expect(await say('确认提交')).toContain('已提交');
});

it('fills what is missing at 全是0 over zeros, and leaves a row in doubt', async () => {
  const say = await open();
  await say('公益广告没有');
  await say('资料两千多');
  const said = await say('我们全是0');
  expect(said).not.toContain('要全部改为0吗');
  expect(await say('看表')).toContain('4 印发各类宣传资料 未填');
});

it('offers one thing once', async () => {
  const say = await open();
  const said = await say('抖音小视频这块街道参加的比较多有四十五条');
  expect(said.match(/45条/g)).toHaveLength(1);
});
