import { describe, expect, it } from 'vitest';
import { evolveConsole, initialConsole } from '../../../src/platform/console/log.ts';
import { throughSnapshot } from '../../support/snapshot.ts';
import { hourMs, say, startMs, startRehearsal } from './rehearsal.ts';

async function busyConsole() {
  const rehearsal = startRehearsal();
  const { console, clock } = rehearsal;
  await console.post(say('收到', { mention: true, messageId: 'm1' }));
  await console.post(say('', { chat: 'single:zhang', messageId: 'm2', file: { name: '总结.docx', kind: 'file' } }));
  await clock.set(startMs + hourMs);
  await console.channel.push({
    key: 'k',
    to: { kind: 'chat', chat: 'work', push: 'work' },
    text: '催',
    mentions: ['all'],
  });
  return rehearsal;
}

describe('the fold of the console’s stream', () => {
  it('numbers messages per chat and ties answers to what they answer', async () => {
    const { journal } = await busyConsole();
    const { chats, taken, clockMs } = journal.state();
    expect(clockMs).toBe(startMs + hourMs);
    expect(chats.get('work')).toEqual([
      { n: 1, atMs: startMs, from: 'zhang', text: '收到', mentions: [], file: null, replyTo: null },
      { n: 2, atMs: startMs, from: 'bot', text: '收到“收到”', mentions: [], file: null, replyTo: 1 },
      { n: 3, atMs: startMs + hourMs, from: 'bot', text: '催', mentions: ['all'], file: null, replyTo: null },
    ]);
    expect(chats.get('single:zhang')?.map(({ n }) => n)).toEqual([1, 2]);
    expect([...taken]).toEqual([
      ['m1', { chat: 'work', from: 'zhang', n: 1, heard: true, answers: [2] }],
      ['m2', { chat: 'single:zhang', from: 'zhang', n: 1, heard: true, answers: [2] }],
    ]);
  });

  it('comes back from a snapshot as it was, and goes on', async () => {
    const { journal, lines } = await busyConsole();
    const state = await throughSnapshot(journal.state());
    expect(state).toEqual(journal.state());
    evolveConsole(state, { ...JSON.parse(lines.at(-1) ?? ''), seq: lines.length + 1 });
    expect(state.chats.get('work')?.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  it('knows no answer to a message it never took in', () => {
    const state = initialConsole();
    const event = { type: 'Answered', messageId: 'ghost', chat: 'work', texts: ['?'] } as const;
    const entry = {
      stream: 'console',
      seq: 1,
      atMs: startMs,
      cause: 'answered/ghost',
      events: [event],
      replies: [],
      sends: [],
      hash: '',
    };
    evolveConsole(state, entry);
    expect(state).toEqual(initialConsole());
  });
});
