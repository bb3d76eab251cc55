/** What a file says anew is in force, and is said. */
import { expect, it } from 'vitest';
import { shanghaiFiles, type WritableFiles } from '../support/campaign-files.ts';
import { confirmed, openConversation, openPublished } from '../support/conversation.ts';

const due = (from: string, to: string) => (text: string) =>
  text.replace(`due: 2023年3月${from}日前`, `due: 2023年3月${to}日前`);

function options({ campaigns, directory }: WritableFiles) {
  return { durable: true, config: { campaigns, directory } };
}

it('announces a deadline that the file moves like one moved in chat, once', async () => {
  const files = await shanghaiFiles();
  const talk = await openPublished(options(files));
  await files.edit('campaign', due('22', '29'));
  await talk.restart();
  expect(talk.group()).toEqual([
    {
      at: '03-12 09:00',
      text: '【截止时间调整】活动总结和统计表的报送时间改为“2023年3月29日前”：请于3月28日（周二）17:30前报齐，最迟3月29日（周三）24:00。（原为3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00）',
      mentions: ['all'],
    },
  ]);
  expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('请于3月28日（周二）17:30前报齐');
  await talk.restart();
  expect(talk.group()).toEqual([]);
});

it('says nothing of a change that moves no deadline, or to where the chat has moved it', async () => {
  const files = await shanghaiFiles();
  const talk = await openPublished(options(files));
  await confirmed(talk, 'organiser', '截止改到3月29日前');
  talk.group();
  await files.edit('campaign', (text) => text.replace('shortTitle: 3·15活动', 'shortTitle: 三一五活动'));
  await talk.restart();
  await files.edit('campaign', due('22', '29'));
  await talk.restart();
  expect(talk.group()).toEqual([]);
});

it('says nothing before the plan is out', async () => {
  const files = await shanghaiFiles();
  const talk = await openConversation(options(files));
  await files.edit('campaign', due('22', '29'));
  await talk.restart();
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('请于3月28日（周二）17:30前报齐');
});
