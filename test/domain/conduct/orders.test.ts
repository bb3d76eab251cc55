import { expect, it } from 'vitest';
import { allOrders } from '../../../src/domain/rooms.ts';
import { createLexicon } from '../../../src/understand/orders/lexicon.ts';

const lexicon = createLexicon(allOrders().map(([, { frames, kind }]) => ({ frames, kind })));
const plainly = (words: string) => {
  const said = lexicon.read(words, 2023);
  return said && !said.vetoed ? said.order : null;
};

it.each([
  ['加入 崇明区局', { name: 'join-units', words: '崇明区局' }],
  ['加入崇明、金山', { name: 'join-units', words: '崇明、金山' }],
  ['增加单位：崇明区局', { name: 'join-units', words: '崇明区局' }],
  ['把崇明区局也加进来', { name: 'join-units', words: '崇明区局' }],
  ['崇明区局加入本次活动', { name: 'join-units', words: '崇明区局' }],
  ['移出 崇明区局', { name: 'release-units', words: '崇明区局' }],
  ['把崇明移出名单', { name: 'release-units', words: '崇明' }],
  ['不用报了 崇明区局', { name: 'release-units', words: '崇明区局' }],
  ['崇明区局这次不用报了', { name: 'release-units', words: '崇明区局' }],
  ['暂停活动', { name: 'postpone', note: '' }],
  ['先暂停本次活动', { name: 'postpone', note: '' }],
  ['活动延期', { name: 'postpone', note: '' }],
  ['活动延期到4月1日', { name: 'postpone', note: '到4月1日' }],
  ['推迟活动，因天气原因', { name: 'postpone', note: '因天气原因' }],
  ['取消活动', { name: 'cancel', note: '' }],
  ['活动因故取消', { name: 'cancel', note: '' }],
  ['恢复活动', { name: 'resume' }],
  ['继续开展活动', { name: 'resume' }],
  ['差异', { name: 'amendments' }],
  ['与文件的差异', { name: 'amendments' }],
  ['和文件有什么不同？', { name: 'amendments' }],
])('%s', (words, order) => {
  expect(plainly(words)).toEqual(order);
});

it.each([
  '要不要暂停活动',
  '暂停活动吗',
  '活动取消了吗',
  '活动取消了',
  '听说活动延期',
  '先别取消活动',
  '如果下雨就取消活动',
  '崇明是不是不用报了？',
])('does not take %s for an order', (words) => {
  expect(plainly(words)).toBeNull();
});

it.each(['其余不用报了', '第3项不用报了', '我们不用报了', '图片不用报了', '新增公益广告3条', '加入消费维权单位12家'])(
  'leaves %s to those who report',
  (words) => {
    expect(lexicon.read(words, 2023)?.order.name ?? '').not.toMatch(/-units$/);
  },
);

it.each([
  ['截止延期到3月24日', 'move-deadline'],
  ['延期 黄浦区局 到3月24日', 'move-deadline'],
  ['长宁延期到3月25日前', 'move-deadline'],
  ['暂停提醒', 'pause-reminders'],
  ['恢复提醒', 'resume-reminders'],
  ['暂停', 'pause'],
])('%s is another room’s %s', (words, name) => {
  expect(lexicon.read(words, 2023)?.order.name).toBe(name);
});
