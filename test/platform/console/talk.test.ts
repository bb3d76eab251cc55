import { describe, expect, it } from 'vitest';
import { say, startRehearsal } from './rehearsal.ts';

describe('what the bot hears', () => {
  it.each([
    ['a group message without a mention', say('大家好'), null],
    ['a mention by flag', say('我的任务', { mention: true }), '我的任务'],
    ['a mention at the start of the text', say('@督办助手 我的任务'), '我的任务'],
    ['a mention in the middle', say('请问@督办助手 还差谁'), '请问  还差谁'],
    ['a full-width mention with a colon', say('＠督办助手：收到'), '收到'],
    ['a mention with nothing else', say('@督办助手'), ''],
    ['a single chat, always', say('进度', { chat: 'single:zhang' }), '进度'],
    ['another name mentioned', say('@督办 收到'), null],
  ])('%s', async (_case, message, text) => {
    const { console, heard } = startRehearsal();
    const answer = await console.post(message);
    expect(answer.heard).toBe(text !== null);
    expect(heard.map((inbound) => inbound.text)).toEqual(text === null ? [] : [text]);
    expect(answer.replies).toEqual(text === null ? [] : [{ text: `收到“${text}”` }]);
  });

  it('hands on chat, sender and file as the platform knows them', async () => {
    const { console, heard } = startRehearsal();
    const file = { name: '总结.docx', kind: 'file' } as const;
    await console.post(say('', { chat: 'single:zhang', file, messageId: 'm1' }));
    await console.post(say('见附件', { mention: true, messageId: 'm2' }));
    expect(heard).toEqual([
      {
        platform: 'console',
        messageId: 'm1',
        chat: { kind: 'single', account: 'single:zhang' },
        sender: 'acc-zhang',
        text: '',
        quoted: null,
        attachments: [{ kind: 'file', name: '总结.docx' }],
      },
      expect.objectContaining({ chat: { kind: 'group', account: 'grp-1' }, attachments: [] }),
    ]);
  });
});

describe('who may speak where', () => {
  it.each([
    ['an unknown person', say('x', { from: 'nobody' }), 404, 'unknown_person'],
    ['a person without a console account', say('x', { from: 'far' }), 404, 'unknown_person'],
    ['an unknown chat', say('x', { chat: 'nowhere' }), 404, 'unknown_chat'],
    ['a chat of another platform', say('x', { chat: 'wecom-group' }), 404, 'unknown_chat'],
    ['a single chat of nobody', say('x', { chat: 'single:nobody' }), 404, 'unknown_chat'],
    ['someone else’s single chat', say('x', { chat: 'single:li' }), 403, 'not_a_member'],
    ['a group one is not in', say('x', { from: 'new' }), 403, 'not_a_member'],
  ])('refuses %s and records nothing', async (_case, message, status, code) => {
    const { console, lines, heard } = startRehearsal();
    await expect(console.post(message)).rejects.toMatchObject({ status, code });
    expect(lines).toEqual([]);
    expect(heard).toEqual([]);
  });
});

describe('the same message again', () => {
  it('gets the same answer and happens once', async () => {
    let count = 0;
    const { console, heard } = startRehearsal({ receive: async () => [{ text: `第${++count}次` }, { text: '完' }] });
    const first = await console.post(say('收到', { mention: true, messageId: 'm1' }));
    expect(await console.post(say('收到', { mention: true, messageId: 'm1' }))).toEqual(first);
    expect(first).toEqual({ messageId: 'm1', heard: true, replies: [{ text: '第1次' }, { text: '完' }] });
    expect(heard).toHaveLength(1);
    expect(console.messages('work', 0).map(({ n, from, text }) => [n, from, text])).toEqual([
      [1, 'zhang', '收到'],
      [2, 'bot', '第1次'],
      [3, 'bot', '完'],
    ]);
  });

  it('reaches the inside once when it comes twice at once', async () => {
    const { console, heard } = startRehearsal();
    const message = say('收到', { mention: true, messageId: 'm1' });
    const answers = await Promise.all([console.post(message), console.post(message), console.post(message)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(heard).toHaveLength(1);
    expect(console.messages('work', 0)).toHaveLength(2);
  });

  it('is one message even if nobody heard it', async () => {
    const { console } = startRehearsal();
    await console.post(say('大家好', { messageId: 'm1' }));
    expect(await console.post(say('大家好', { messageId: 'm1' }))).toEqual({
      messageId: 'm1',
      heard: false,
      replies: [],
    });
    expect(console.messages('work', 0)).toHaveLength(1);
  });

  it('is refused when the id belongs to someone else’s message', async () => {
    const { console, heard } = startRehearsal();
    await console.post(say('收到', { mention: true, messageId: 'm1' }));
    const other = say('收到', { mention: true, messageId: 'm1', from: 'li' });
    await expect(console.post(other)).rejects.toMatchObject({ status: 409, code: 'message_id_taken' });
    expect(heard).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', '7'])('takes %s for an id like any other', async (messageId) => {
    const { console } = startRehearsal();
    const answer = await console.post(say('收到', { mention: true, messageId }));
    expect(await console.post(say('收到', { mention: true, messageId }))).toEqual(answer);
    expect(console.messages('work', 0)).toHaveLength(2);
  });

  it('gets an id of its own when it has none', async () => {
    const { console } = startRehearsal();
    const [a, b] = [await console.post(say('一')), await console.post(say('一'))];
    expect(a.messageId).not.toBe(b.messageId);
    expect(console.messages('work', 0)).toHaveLength(2);
  });
});

describe('after a restart', () => {
  it('messages, numbers and answers are as they were', async () => {
    const before = startRehearsal();
    const message = say('收到', { mention: true, messageId: 'm1' });
    const answer = await before.console.post(message);
    const after = startRehearsal({ lines: before.lines });
    expect(after.console.messages('work', 0)).toEqual(before.console.messages('work', 0));
    expect(await after.console.post(message)).toEqual(answer);
    expect(after.heard).toEqual([]);
  });

  it('a message that was said and not answered is answered once, by resume', async () => {
    const before = startRehearsal({ receive: () => Promise.reject(new Error('killed')) });
    await expect(before.console.post(say('收到', { mention: true, messageId: 'm1' }))).rejects.toThrow('killed');
    const after = startRehearsal({ lines: before.lines });
    await after.console.resume();
    await after.console.resume();
    expect(after.heard.map(({ messageId }) => messageId)).toEqual(['m1']);
    expect(after.console.messages('work', 1).map(({ text }) => text)).toEqual(['收到“收到”']);
  });

  it('a message whose answer was lost is completed when it comes again', async () => {
    const before = startRehearsal();
    before.journal.beforeStore = (cause) => {
      if (cause.startsWith('answered/')) throw new Error('killed');
    };
    const message = say('收到', { mention: true, messageId: 'm1' });
    await expect(before.console.post(message)).rejects.toThrow('killed');
    const after = startRehearsal({ lines: before.lines });
    expect((await after.console.post(message)).replies).toEqual([{ text: '收到“收到”' }]);
    expect(after.console.messages('work', 0)).toHaveLength(2);
  });

  it('resume goes on after a message that cannot be answered, and says so', async () => {
    const before = startRehearsal({ receive: () => Promise.reject(new Error('killed')) });
    for (const messageId of ['bad', 'good'])
      await expect(before.console.post(say('收到', { mention: true, messageId }))).rejects.toThrow();
    const after = startRehearsal({
      lines: before.lines,
      receive: async ({ messageId }) => {
        if (messageId === 'bad') throw new Error('still broken');
        return [{ text: '好' }];
      },
    });
    await after.console.resume();
    expect(after.faults).toEqual([expect.objectContaining({ messageId: 'bad' })]);
    expect(after.console.messages('work', 2).map(({ text }) => text)).toEqual(['好']);
  });
});
