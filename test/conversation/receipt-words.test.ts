/** What signs for the plan, what is no more than a nod, and what is said beside it. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const silent = async (talk: Awaited<ReturnType<typeof openPublished>>) => talk.alone('organiser', '谁没收到');

describe('a receipt', () => {
  it.each([
    '奉贤局 章天佑 收到',
    '奉贤局章天佑收到',
    '章天佑 收到',
    '奉贤区局：收到',
    '回复收到',
    '知道了，马上办',
    '明白，立即落实',
  ])('is “%s”', async (words) => {
    const talk = await openPublished();
    expect(await talk.say('fengxian-liaison', words)).toBe('奉贤区局已签收（2/28）。');
    expect(await silent(talk)).not.toContain('奉贤');
  });

  it.each(['明白', '知道了', 'OK', '好的', '长宁收到', '长宁局 沈志恒 收到'])(
    'is not “%s”, and who says it hears what is',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.say('fengxian-liaison', words)).toContain('奉贤区局还没有签收3·15活动方案，看过请回“收到”。');
      expect(await silent(talk)).toMatch(/长宁区局.*奉贤区局/);
      await talk.say('fengxian-liaison', '收到');
      expect(await talk.say('fengxian-liaison', words)).not.toContain('还没有签收');
    },
  );

  it.each(['请各区局回复收到', '知道了，晚点报', '收到请回复'])('is not “%s”', async (words) => {
    const talk = await openPublished();
    await talk.say('fengxian-liaison', words);
    expect(await silent(talk)).toContain('奉贤区局');
  });

  it('takes nothing for one that was given already', async () => {
    const talk = await openPublished();
    await talk.alone('fengxian-liaison', '收到');
    expect(await talk.alone('fengxian-liaison', '知道了，马上办')).toBe('好的。');
    expect(await talk.alone('fengxian-liaison', '收到')).toContain('此前已签收');
  });
});

describe('a complaint beside a receipt', () => {
  it.each([
    ['收到，但是没有附件', '没有附件'],
    ['收到，附件打不开', '附件打不开'],
    ['收到，附件打不开，公益广告3条', '附件打不开'],
  ])('is passed on: %s', async (words, complaint) => {
    const talk = await openPublished();
    const said = await talk.alone('fengxian-liaison', words);
    expect(said).toContain('奉贤区局已签收');
    expect(said).toContain(`已把“${complaint}”转给组织者`);
    expect(talk.told('organiser').at(-1)?.text).toContain(`“${complaint}”`);
  });

  it.each(['收到，表格还没填好', '收到，图片还没拍', '收到，没有意见'])('is none in %s', async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('fengxian-liaison', words)).not.toContain('转给组织者');
  });
});
