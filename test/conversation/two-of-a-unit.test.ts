/** Two people of a unit fill one table: nobody's figure is changed behind their back. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function twoOfPudong() {
  const talk = await openPublished();
  await talk.alone('pudong-liaison', '公益广告5条，其余为0');
  talk.told('pudong-liaison');
  return talk;
}

it('tells who reported a figure that a colleague has changed it', async () => {
  const talk = await twoOfPudong();
  await talk.alone('pudong-liaison-2', '公益广告6条');
  const [news, ...more] = talk.told('pudong-liaison');
  expect(news?.text).toMatch(/^\S+改了贵单位《\S+》：第2项 播放公益广告由5条改为6条。$/);
  expect(more).toEqual([]);
});

it('tells who submitted the table that it is a draft again', async () => {
  const talk = await twoOfPudong();
  await talk.alone('pudong-liaison', '确认提交');
  await talk.alone('pudong-liaison-2', '公益广告6条');
  expect(talk.told('pudong-liaison').map(({ text }) => text)).toEqual([
    expect.stringMatching(/第2项 播放公益广告由5条改为6条。表因此改为草稿，核对无误请由您或同事回“确认提交”。$/),
  ]);
});

it('says nothing of what is new, the same, or one’s own', async () => {
  const talk = await openPublished();
  await talk.alone('pudong-liaison', '公益广告5条');
  talk.told('pudong-liaison');
  await talk.alone('pudong-liaison-2', '抖音3条，公益广告5条');
  await talk.alone('pudong-liaison-2', '抖音4条');
  expect(talk.told('pudong-liaison')).toEqual([]);
  expect(talk.told('pudong-liaison-2')).toEqual([]);
});
