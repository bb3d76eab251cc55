import { describe, expect, it } from 'vitest';
import type { Push } from '../../../src/ports.ts';
import { startRehearsal } from './rehearsal.ts';

const toWork: Push = {
  key: 'campaign/c/1/0',
  to: { kind: 'chat', chat: 'work', push: 'work' },
  text: '请填报',
  mentions: [],
};

describe('pushes', () => {
  it('stand in the group with the people they mention', async () => {
    const { console } = startRehearsal();
    expect(await console.channel.push({ ...toWork, mentions: ['acc-zhang', 'gone', 'all'] })).toEqual({ kind: 'sent' });
    expect(console.messages('work', 0)).toMatchObject([
      { n: 1, from: 'bot', text: '请填报', mentions: ['zhang', 'all'] },
    ]);
  });

  it('reach a person in their single chat', async () => {
    const { console } = startRehearsal();
    await console.channel.push({ ...toWork, to: { kind: 'person', account: 'acc-li' } });
    expect(console.messages('single:li', 0)).toMatchObject([{ from: 'bot', text: '请填报' }]);
  });

  it('show once however often they are tried, after a restart too', async () => {
    const { console, lines } = startRehearsal();
    await console.channel.push(toWork);
    const after = startRehearsal({ lines }).console;
    expect(await after.channel.push(toWork)).toEqual({ kind: 'sent' });
    await after.channel.push({ ...toWork, key: 'campaign/c/2/0' });
    expect(after.messages('work', 0)).toHaveLength(2);
  });

  it.each<Push['to']>([
    { kind: 'chat', chat: 'nowhere', push: 'work' },
    { kind: 'chat', chat: 'wecom-group', push: 'work' },
    { kind: 'person', account: 'nobody' },
  ])('to $kind that the console does not know are refused', async (to) => {
    const { console, lines } = startRehearsal();
    expect(await console.channel.push({ ...toWork, to })).toMatchObject({ kind: 'refused' });
    expect(lines).toEqual([]);
  });
});

describe('who is there', () => {
  it('lists those with a console account, with their unit’s full name', () => {
    expect(startRehearsal().console.people()).toEqual([
      { id: 'zhang', name: '张晓敏', unit: '黄浦区市场监督管理局', roles: ['reporter'] },
      { id: 'li', name: '李国强', unit: '徐汇区市场监督管理局', roles: ['leader'] },
      { id: 'new', name: '新来的', unit: '', roles: [] },
    ]);
  });

  it('lists the console’s groups, then everyone’s single chat with the bot', () => {
    const chats = startRehearsal().console.chats();
    expect(chats.map(({ id, kind, members }) => [id, kind, members])).toEqual([
      ['work', 'group', ['zhang', 'li']],
      ['single:zhang', 'single', ['zhang']],
      ['single:li', 'single', ['li']],
      ['single:new', 'single', ['new']],
    ]);
    expect(chats[1]?.name).toBe('张晓敏与督办助手');
  });
});
