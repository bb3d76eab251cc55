/** One file that holds several materials, as the words beside it say. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const file = (name: string) => ({ name, kind: 'file' as const });

describe('what words say is in the file is handed in with it', () => {
  it.each([
    ['资料包.rar', '总结和图片都在里面'],
    ['总结.docx', '总结，图片也在文档里'],
    ['总结.docx', '图片在总结里'],
    ['材料.zip', '总结、图片'],
    ['总结.docx', '总结和图片放在一个文件里了'],
  ])('%s, “%s”', async (name, words) => {
    const talk = await openPublished();
    await talk.send('putuo-liaison', file(name), words);
    expect(await talk.alone('putuo-liaison', '进度')).toMatch(/^普陀区局还差统计表。/);
  });
});

describe('what they do not say is not', () => {
  it.each([
    ['总结.docx', '图片稍后发'],
    ['总结.docx', '图片不在里面'],
    ['总结.docx', '图片也在里面吗'],
    ['总结.docx', '总结'],
  ])('%s, “%s”', async (name, words) => {
    const talk = await openPublished();
    await talk.send('putuo-liaison', file(name), words);
    expect(await talk.alone('putuo-liaison', '进度')).toMatch(/^普陀区局还差统计表、图片。/);
  });
});
