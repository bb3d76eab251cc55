import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

it('gives a repeated message its answer again and does nothing twice', async () => {
  const talk = await openConversation();
  const publish = () => talk.say('organiser', '确认发布方案', { messageId: 'publish' });
  const [first, again] = await Promise.all([publish(), publish()]);
  expect(first).toMatch(/^方案正在发到工作群/);
  expect(again).toBe(first);
  expect(await publish()).toBe(first);
  expect(talk.group()).toHaveLength(2);
});

it('refuses a message that is too long, with its length, and records none of it', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', `公益广告3条${'。'.repeat(9994)}`)).toBe(
    '这条消息有10000字，太长了，没有记录。请分成几条发（每条不超过3000字），长材料请作为文件发来。',
  );
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('还差统计表、总结、图片');
});

it('reads a long message within the limit', async () => {
  const talk = await openPublished();
  const essay = '我局高度重视，周密部署，认真组织。'.repeat(170);
  expect(await talk.alone('xuhui-liaison', `${essay}\n公益广告3条`)).toContain('第2项 播放公益广告 3条');
});

it.each(['\u200b公益广告3条\ufeff', '公益广告３条'])(
  'is not confused by invisible and wide characters: %j',
  async (words) => {
    const talk = await openPublished();
    const reply = await talk.alone('xuhui-liaison', words);
    expect(reply).not.toMatch(/\p{Cf}/u);
    expect(reply).toMatch(/^(?:已记：第2项 播放公益广告 3条|没看懂|“)/);
  },
);

it.each(['公益广告99999999999999999999条', '公益广告1e999条', '公益广告-5条', '公益广告3.5条'])(
  'records no figure that the row cannot hold: %s',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', words);
    expect(await talk.alone('xuhui-liaison', '进度')).not.toMatch(/2 播放公益广告 (?:-|9{9}|Infinity|3\.5)/);
  },
);

it('never says undefined, null or an id', async () => {
  const talk = await openPublished();
  const words = ['帮助', '进度', '我的任务', '值班情况', '方案', '填报', '上一项', '跳过', '确认提交', '撤回', '修改'];
  for (const person of ['xuhui-liaison', 'shanghai-leader', 'organiser', 'newcomer', 'drug-liaison'])
    for (const text of words)
      expect(await talk.alone(person, text)).not.toMatch(/undefined|null|NaN|\[object|[a-z]+-(?:liaison|leader)/);
});

// What a pattern can read in two ways it reads in 2^50 ways when it stands there fifty times: the whole program stood still for it.
it.each(['organiser', 'xuhui-liaison'])(
  'answers %s at once, however often a small word is repeated',
  async (person) => {
    const talk = await openPublished();
    await talk.alone('organiser', '催办');
    await talk.alone('xuhui-liaison', '专题报道200多次');
    const heads = ['', '退回 徐汇区局 第', '通过', '催办，', '总结已报送，我', '确认绑定', '还是原来的', '收到'];
    const words = [
      '嗯',
      '好的',
      '刚刚',
      '刚才',
      '那就',
      '先',
      '都不是',
      '的数',
      '明天的',
      '9',
      '9 ',
      '和',
      '就今天',
      '谢谢',
    ];
    for (const head of heads)
      for (const word of words) {
        const text = `${head}${word.repeat(50)}亿`;
        const beganMs = performance.now();
        await talk.alone(person, text);
        expect(performance.now() - beganMs, text).toBeLessThan(1_000);
      }
  },
);
