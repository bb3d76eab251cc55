/** What is asked beside figures, and what leaders and liaisons ask in passing: answered, or passed on, and never a mere 好的. */
import { describe, expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

describe('a question beside a figure', () => {
  it.each([
    ['什么时候截止，公益广告6条', '请于3月21日'],
    ['公益广告6条，报到哪里', '由市局消费者权益保护处汇总'],
    ['公益广告6条，请问抖音是按条还是按个算', '第3项 抖音小视频参与数按“条”填'],
    ['总结要盖章吗，公益广告6条', '已把“总结要盖章吗”转给组织者'],
    ['公益广告6条，对了图片要不要原图？', '已把“图片要不要原图？”转给组织者'],
    ['公益广告6条，图片几张', '已把“图片几张”转给组织者'],
    ['公益广告6条，啥时候交', '请于3月21日'],
    ['公益广告6条，总结谁签字', '已把“总结谁签字”转给组织者'],
  ])('%s', async (words, answered) => {
    const talk = await openPublished();
    const said = await talk.alone('huangpu-liaison', words);
    expect(said).toContain('第2项 播放公益广告 6条');
    expect(said).toContain(answered);
  });

  it.each([
    '还是老样子，公益广告6条',
    '公益广告6条，其余为0可以吗',
    '公益广告6条，对吗',
    '公益广告是不是6条',
    '公益广告6条，抖音12条',
  ])('is none in %s', async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-liaison', words)).not.toMatch(/转给组织者|请于3月21日/);
  });
});

describe('a leader', () => {
  it.each([
    ['现在什么情况', '【3·15活动进度】'],
    ['广告多少条', '第2项 播放公益广告合计3条'],
    ['谁没交图片', '图片未报26家（共27家）：徐汇区局'],
    ['总结几家没交', '总结未报26家'],
    ['多少家没报', '未报齐26家'],
    ['把表发我', '目前还不能导出Excel或发送文件'],
    ['导出Excel', '发“汇总进度”看总体'],
  ])('%s', async (words, said) => {
    const talk = await openPublished();
    await reportAll(talk, 'huangpu-liaison');
    expect(await talk.alone('shanghai-leader', words)).toContain(said);
  });
});

describe('a liaison', () => {
  it.each([
    ['22号交算不算迟', '最迟3月22日（周三）24:00'],
    ['未收到附件', '请回“找组织者”'],
    ['没看到附件1', '请回“找组织者”'],
    ['导出Excel', '发“看表”'],
    ['转发的算不算', '请回“找组织者”'],
  ])('%s', async (words, said) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-liaison', words)).toContain(said);
  });

  it('who complains has the words passed on', async () => {
    const talk = await openPublished();
    await talk.alone('huangpu-liaison', '未收到附件');
    expect(await talk.alone('huangpu-liaison', '找组织者')).toContain('未收到附件');
  });
});

it.each(['公益广告6条，其余为0行吗', '公益广告6条，其余为0，提交可以吗', '公益广告6条，其余为0，确认提交，行吗'])(
  'zeroes nothing and submits nothing where only asked: %s',
  async (words) => {
    const talk = await openPublished();
    const said = await talk.alone('huangpu-liaison', words);
    expect(said).toContain('第2项 播放公益广告 6条');
    expect(said).toContain('“其余为0”像是在问，还没有记，要记请单独发“其余为0”。');
    expect(said).toContain('还缺8项');
    expect(said).not.toMatch(/表中没有|转给组织者|已提交/);
  },
);

it.each(['还要报吗', '还用报吗', '要不要报', '我们不用交了吧', '不用报了吗', '我们单位需要填报吗'])(
  'tells what is owed to %s',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('huangpu-liaison', words)).toContain('黄浦区局还差统计表、总结、图片');
  },
);
