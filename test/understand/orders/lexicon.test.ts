/** What people type, read through the frames of all rooms together, as the bot reads them. */
import { describe, expect, it } from 'vitest';
import type { RoomOrder } from '../../../src/domain/campaign/slices.ts';
import { coreFrames } from '../../../src/domain/core-orders.ts';
import { type DirectoryOrder, directoryOrders } from '../../../src/domain/directory/orders.ts';
import { filled } from '../../../src/domain/replies/roles.ts';
import { allOrders } from '../../../src/domain/rooms.ts';
import type { CoreOrder } from '../../../src/domain/utterance.ts';
import { createLexicon } from '../../../src/understand/orders/lexicon.ts';

const lexicon = createLexicon<RoomOrder | CoreOrder>([
  { frames: coreFrames, kind: 'ask' },
  ...allOrders().map(([, { frames, kind }]) => ({ frames, kind })),
]);
const arrangements = createLexicon<DirectoryOrder>(Object.values(directoryOrders));

/** The campaign's own orders go before those about people. */
const read = (text: string) => lexicon.read(text, 2023) ?? arrangements.read(text);
const orderIn = (text: string) => {
  const said = read(text);
  return said && !said.vetoed ? said.order : null;
};

/** What people type on their phones, by the instruction it is. */
const phrasings: Readonly<Record<string, readonly string[]>> = {
  help: ['帮助', '帮助。', 'help', 'HELP', '怎么用？', '请问怎么用', '你能做什么', '使用说明', '菜单', '功能'],
  greeting: ['你好', '您好！', '在吗？', '早上好', '在不在'],
  publish: ['发布方案', '请发布方案', '下发方案', '发布通知', '印发通知', '发方案', '发布活动方案', '发布方案吧'],
  plan: ['方案', '看方案', '查看方案', '通知全文', '活动方案', '查看通知'],
  'my-tasks': [
    '我的任务',
    '我的任务？',
    '请问我的任务是什么',
    '我们局的任务',
    '本单位任务',
    '任务清单',
    '任务有哪些',
    '我要做什么',
    '我们该做什么',
  ],
  deadline: [
    '什么时候截止',
    '截止时间',
    '截止日期是什么时候',
    '什么时候交？',
    '几号截止',
    '请问什么时候报',
    '截止到几号',
  ],
  'ask-organiser': ['找组织者', '人工', '联系组织者', '转人工', '找负责人'],
  bindings: ['绑定申请', '待确认的绑定'],
  fill: ['填报', '开始填报', '我要填报', '继续填报', '填表', '报数', '填写统计表', '填报吧', '现在填报'],
  previous: ['上一项', '前一项', '返回上一项', '上一个', '上一题'],
  skip: ['跳过', '先跳过', '跳过这项', '下一项', '下一个', '略过'],
  pause: ['暂停', '先暂停', '停一下', '先不填了', '等会再填', '稍后再填', '退出'],
  'own-progress': [
    '进度',
    '我的进度',
    '本单位进度',
    '还差什么',
    '还缺哪几项',
    '我们还差什么没报',
    '填到哪了',
    '我们局的进度怎么样',
  ],
  confirm: [
    '确认提交',
    '确认提交。',
    '确认无误',
    '确认无误提交',
    '提交',
    '可以提交',
    '没问题，提交',
    '确认上报',
    '现在提交',
    '确认提交，谢谢',
  ],
  reopen: ['修改', '我要修改', '更正', '重新填报', '撤回提交', '修改统计表', '取消提交'],
  'duty-status': [
    '值班情况',
    '谁在值班',
    '现在谁值班',
    '值班安排',
    '今晚谁值班？',
    '到岗情况',
    '值班表',
    '今天值班人员',
  ],
  'chase-receipts': ['催收到', '催一下收到', '提醒签收', '催签收', '催未签收单位'],
  'who-not-received': [
    '谁没收到',
    '谁还没收到',
    '哪些单位没收到？',
    '还有谁没签收',
    '未签收单位',
    '哪几家没回复',
    '收到情况',
    '谁未收到',
  ],
  'not-reported': [
    '未报单位',
    '谁没报',
    '谁还没报？',
    '哪些单位没交',
    '未报名单',
    '没报的单位有哪些',
    '还有哪家没填',
    '未提交单位',
  ],
  chase: ['催办', '催一下', '催报', '催一催', '提醒未报单位', '提醒一下没报的', '催办一下', '请催办'],
  'close-return': ['截止填报', '停止填报', '关闭填报'],
  'open-return': ['开放填报', '重新开放填报', '恢复填报'],
  findings: ['审读意见', '审读结果', '通知有什么问题'],
  progress: [
    '汇总进度',
    '汇总',
    '进度汇总',
    '总体进度',
    '汇总一下',
    '目前进度',
    '全市进度',
    '整体情况怎么样',
    '各单位进度',
    '汇总情况',
    '进展如何',
    '请汇总一下进度',
  ],
  'check-in': [
    '到岗',
    '签到',
    '已到岗',
    '我到岗了',
    '到岗了！',
    '已签到',
    '在岗',
    '人员已全部到岗',
    '我局人员已到岗',
    '黄浦区局已到岗',
    '王丽到岗',
    '到位了',
  ],
  'assign-duty': ['安排值班', '排班'],
  bind: ['绑定'],
};

describe.each(Object.entries(phrasings))('%s', (name, words) => {
  it.each(words)('is “%s”', (text) => {
    expect(orderIn(text)?.name).toBe(name);
  });
});

it.each([
  ['绑定 黄浦区市场监管局', { name: 'bind', words: '黄浦区市场监管局' }],
  ['绑定：徐汇区局 王丽', { name: 'bind', words: '徐汇区局 王丽' }],
  ['我要绑定黄浦', { name: 'bind', words: '黄浦' }],
  ['确认绑定1', { name: 'settle-binding', no: 1, accept: true }],
  ['同意绑定 12号', { name: 'settle-binding', no: 12, accept: true }],
  ['确认绑定', { name: 'settle-binding', no: null, accept: true }],
  ['拒绝绑定2', { name: 'settle-binding', no: 2, accept: false }],
  ['任务1.1', { name: 'task', no: '1.1' }],
  ['查看任务2.3', { name: 'task', no: '2.3' }],
  ['任务 4-2', { name: 'task', no: '4.2' }],
  ['截止改到3月24日前', { name: 'move-deadline', phrase: '截止改到3月24日前' }],
  ['把截止时间改到3月24日17:30前', { name: 'move-deadline', phrase: '把截止时间改到3月24日17:30前' }],
  ['延期到下周五', { name: 'move-deadline', phrase: '到下周五' }],
  ['报送时间推迟到25日', { name: 'move-deadline', phrase: '报送时间推迟到25日' }],
  ['安排值班 黄浦区局 王丽', { name: 'assign-duty', words: '黄浦区局 王丽' }],
  ['值班人员改为王丽、张强', { name: 'assign-duty', words: '王丽、张强' }],
  ['公益广告汇总', { name: 'row-total', words: '公益广告' }],
  ['汇总公益广告', { name: 'row-total', words: '公益广告' }],
  ['抖音一共多少？', { name: 'row-total', words: '抖音' }],
  ['第2项合计', { name: 'row-total', words: '第2项' }],
  ['谁改过 黄浦区局第2项', { name: 'history', words: '黄浦区局第2项' }],
  ['黄浦区局第2项是谁改的', { name: 'history', words: '黄浦区局第2项' }],
  ['谁改过', { name: 'history', words: '' }],
  ['延期 黄浦区局 到3月24日', { name: 'move-deadline', phrase: '黄浦区局 到3月24日' }],
  ['催办', { name: 'chase', words: '' }],
  ['催一下徐汇区局', { name: 'chase', words: '徐汇区局' }],
  ['提醒黄浦、徐汇尽快报', { name: 'chase', words: '黄浦、徐汇' }],
  ['黄浦区局报了没有', { name: 'unit-page', words: '黄浦区局' }],
  ['换班 王丽 张强', { name: 'swap-duty', words: '王丽 张强' }],
  ['王丽替我值班', { name: 'swap-duty', words: '王丽' }],
  ['昨晚值班情况', { name: 'duty-status', day: 'yesterday' }],
  ['今天谁值班', { name: 'duty-status', day: 'today' }],
  ['请假，今晚不能到岗', { name: 'cannot-come', words: '请假，今晚不能到岗' }],
  ['找组织者：统计表里抖音算转发吗', { name: 'ask-organiser', words: '统计表里抖音算转发吗' }],
  ['答复2号：算转发', { name: 'answer-inquiry', no: 2, text: '算转发' }],
  ['填报 执法情况统计表', { name: 'fill', words: '执法情况统计表' }],
  ['截止填报 执法情况统计表', { name: 'close-return', words: '执法情况统计表' }],
  ['更换联络员 王丽 张强', { name: 'replace-person', words: '王丽 张强' }],
  ['黄浦区局联络员王丽换成张强', { name: 'replace-person', words: '黄浦区局联络员王丽换成张强' }],
  ['黄浦区局人员', { name: 'people', words: '黄浦区局' }],
])('reads “%s” with its details', (text, command) => {
  expect(orderIn(text)).toEqual(command);
});

it.each([
  '公益广告3条',
  '3',
  '无',
  '0',
  '收到',
  '收到投诉12件',
  '我们收到投诉12件，办结10件',
  '其余为0',
  '第3项改成20',
  '撤回',
  '确认',
  '是',
  '1',
  '没有',
  '跳过公益广告，抖音12条',
  '公益广告3条，确认提交',
  '确认提交公益广告3条',
  '签到了3场活动',
  '到岗情况良好，检查3次',
  '值班期间接听电话12个',
  '未到岗',
  '还没到岗',
  '方案印发3000份',
  '发布通知3次',
  '发布消费提示3条',
  '提交案件2件',
  '汇总报表已发邮箱，公益广告5条',
  '已催办3家',
  '修改第3项为20',
  '截止目前，公益广告3条',
  '截止3月20日公益广告播放12条',
  '截至目前开展宣传活动3场',
  '任务完成情况：公益广告3条',
  '帮助消费者挽回损失3万元',
  '开展帮助老年人活动2场',
  '进度表已报送',
  '合计15',
  '总共12条',
  '填报单位：黄浦区市场监督管理局',
  '填报人王丽，公益广告3条',
  '提醒告诫5次',
  '督促整改问题20个',
  '催收欠款3万元',
  '谢谢',
  '好的',
  '明天报',
  '',
  '   ',
  '？？',
  '第一行\n第二行',
  '帮助'.repeat(31),
])('is no command: %j', (text) => {
  expect(orderIn(text)).toBeNull();
});

/** How the help says an order is how it may be said. */
const names = { unit: '黄浦区局', person: '王丽', row: '播放公益广告', task: '1.1' };
const helped = [...allOrders(), ...Object.entries(directoryOrders)].flatMap(([name, { help, frames }]) =>
  help === null || frames.length === 0 ? [] : [[name, filled(help, names)] as const],
);

it.each(helped)('reads %s as the help has it: “%s”', (name, words) => {
  expect(orderIn(words)?.name).toBe(name);
});

describe('an order', () => {
  it.each([
    '截止填报了吗？',
    '要不要催办',
    '先别发布方案',
    '提交？',
    '等齐了再提交',
    '明天再催办',
    '王科说催办',
    '我觉得该催办',
  ])('is not given by “%s”', (text) => {
    const said = read(text);
    expect(said === null || said.vetoed || !['act', 'report'].includes(kindOf(said.order.name))).toBe(true);
  });

  it.each(['谁没报？', '汇总进度怎么样？', '值班情况如何'])('that changes nothing may be asked: “%s”', (text) => {
    expect(read(text)?.vetoed).toBe(false);
  });
});

function kindOf(name: string): string {
  return [...allOrders(), ...Object.entries(directoryOrders)].find(([order]) => order === name)?.[1].kind ?? '';
}

describe('a confirmation in the same breath', () => {
  it.each([
    ['确认发布方案', { name: 'publish' }],
    ['确认发布方案。', { name: 'publish' }],
    ['我确认发布方案', { name: 'publish' }],
    ['发布方案，确认', { name: 'publish' }],
    ['确认催办', { name: 'chase', words: '' }],
    ['确认截止填报', { name: 'close-return', words: '' }],
    // A frame that takes the whole, 确认 and all, for its slots does not swallow the confirmation.
    ['确认截止改到3月24日前', { name: 'move-deadline', phrase: '截止改到3月24日前' }],
    ['截止改到3月24日前，确认', { name: 'move-deadline', phrase: '截止改到3月24日前' }],
    ['确认延期到下周五', { name: 'move-deadline', phrase: '到下周五' }],
    ['确认安排值班 黄浦区局 王丽', { name: 'assign-duty', words: '黄浦区局 王丽' }],
  ])('is heard in “%s”', (text, order) => {
    expect(read(text)).toEqual({ order, confirmed: true, vetoed: false });
  });

  it('is none where the words are an order of their own', () => {
    expect(read('确认绑定1')).toEqual({
      order: { name: 'settle-binding', no: 1, accept: true },
      confirmed: false,
      vetoed: false,
    });
    expect(read('发布方案')?.confirmed).toBe(false);
  });

  it('makes no order of a question', () => {
    expect(read('确认发布方案吗？')?.vetoed ?? true).toBe(true);
  });
});
