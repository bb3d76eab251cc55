import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const how = '还不知道您是哪个单位的。请发“绑定 单位全称”，组织者确认后就可以使用。';

it('binds someone unknown to a unit once an organiser confirms, and tells both', async () => {
  const talk = await openPublished();
  expect(await talk.say('newcomer', '绑定 黄浦区市场监管局')).toBe(
    '已申请绑定黄浦区市场监督管理局（申请1号），组织者确认后即可使用。',
  );
  const ask = '【绑定申请1号】薛从文申请代表黄浦区市场监督管理局填报。同意请回“确认绑定1”，不同意请回“拒绝绑定1”。';
  expect(talk.told('organiser').map(({ text }) => text)).toEqual([ask]);
  expect(talk.told('organiser-2').map(({ text }) => text)).toEqual([ask]);
  expect(await talk.alone('newcomer', '公益广告3条')).toBe(how);

  expect(await talk.alone('organiser', '确认绑定1')).toBe('已确认：薛从文为黄浦区市场监督管理局联络员。');
  expect(talk.told('newcomer').map(({ text }) => text)).toEqual([
    '绑定已确认，您可以代表黄浦区市场监督管理局填报了。发“我的任务”看看要做什么。',
  ]);
  expect(await talk.alone('newcomer', '公益广告3条')).toMatch(/^已记：第2项 播放公益广告 3条/);
  expect(await talk.alone('newcomer', '绑定 黄浦区局')).toBe('您已经是黄浦区市场监督管理局的人员，不用再绑定。');
});

it('knows a unit whose name is spaced out', async () => {
  const talk = await openPublished();
  expect(await talk.alone('newcomer', '绑定 徐 汇 区 局')).toMatch(/^已申请绑定徐汇区市场监督管理局（申请1号）/);
});

it('keeps a binding over a restart', async () => {
  const talk = await openPublished({ durable: true });
  await talk.alone('newcomer', '绑定 徐汇');
  await talk.alone('organiser', '确认绑定1');
  await talk.restart();
  expect(await talk.alone('newcomer', '收到')).toBe('徐汇区局已签收（2/28）。');
});

it('lists what waits, and tells who is turned down', async () => {
  const talk = await openPublished();
  await talk.alone('newcomer', '绑定 徐汇区局');
  await talk.alone('newcomer-2', '绑定 静安区局 雷雅');
  expect(await talk.alone('organiser', '绑定申请')).toBe(
    '待确认的绑定申请：\n1号 薛从文 → 徐汇区局\n2号 雷雅丹 → 静安区局\n请带编号回复，例如“确认绑定1”“拒绝绑定1”。',
  );
  expect(await talk.alone('organiser', '拒绝绑定1')).toBe('已拒绝薛从文绑定徐汇区市场监督管理局的申请。');
  expect(talk.told('newcomer').map(({ text }) => text)).toEqual([
    '绑定徐汇区市场监督管理局的申请没有通过，如有疑问请联系组织者。',
  ]);
  expect(await talk.alone('newcomer', '填报')).toBe(how);
  expect(await talk.alone('organiser', '确认绑定 2')).toBe('已确认：雷雅丹为静安区市场监督管理局联络员。');
  expect(await talk.alone('organiser', '绑定申请')).toBe('没有待确认的绑定申请。');
});

it.each(['确认绑定', '拒绝绑定'])('settles no request by “%s”, though only one waits', async (words) => {
  const talk = await openPublished();
  await talk.alone('newcomer', '绑定 徐汇区局');
  expect(await talk.alone('organiser', words)).toBe(
    '待确认的绑定申请：\n1号 薛从文 → 徐汇区局\n请带编号回复，例如“确认绑定1”“拒绝绑定1”。',
  );
  expect(await talk.alone('newcomer', '填报')).toBe(how);
});

it('does not ask the organisers twice for the same', async () => {
  const talk = await openPublished();
  await talk.alone('newcomer', '绑定 徐汇区局');
  expect(await talk.alone('newcomer', '绑定徐汇')).toBe(
    '绑定徐汇区市场监督管理局的申请（1号）已经提交，正在等组织者确认。',
  );
  expect(await talk.alone('newcomer', '绑定 静安区局')).toBe(
    '您绑定徐汇区市场监督管理局的申请（1号）还在等组织者处理，处理后才能申请别的单位；申请错了请先发“撤回绑定申请”。',
  );
  expect(talk.told('organiser')).toHaveLength(1);
});

it.each([
  ['绑定', '请写上单位，发“绑定 单位全称”。'],
  ['绑定 黄埔区局', '没有找到“黄埔区局”。是不是：黄浦区市场监督管理局？请发“绑定 单位全称”。'],
  ['绑定 火星分局', /^没有找到“火星分局”。/],
])('helps with “%s”', async (words, reply) => {
  const talk = await openPublished();
  expect(await talk.alone('newcomer', words)).toEqual(typeof reply === 'string' ? reply : expect.stringMatching(reply));
  expect(talk.told('organiser')).toEqual([]);
});

it('knows a unit by the usual short form of a market regulator', async () => {
  const talk = await openPublished();
  expect(await talk.alone('newcomer', '绑定 浦东新区市监局')).toBe(
    '已申请绑定浦东新区市场监督管理局（申请1号），组织者确认后即可使用。',
  );
});

it.each(['收到', '填报', '公益广告3条', '我的任务', '到岗', '今天天气不错'])(
  'tells someone without a unit how to bind at “%s”',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.say('newcomer', words)).toBe(how);
  },
);

it.each([
  ['确认更换联络员 卫子航 薛从文', '绑定 徐汇区局'],
  ['确认更换联络员 卫子航 薛从文', '绑定 静安区局'],
  ['新增联络员 徐汇区局 薛从文', '绑定 徐汇区局'],
])('has nothing left to confirm once an organiser placed who asked: %s after %s', async (order, asked) => {
  const talk = await openPublished();
  await talk.alone('newcomer', asked);
  expect(await talk.alone('organiser', order)).toMatch(/^徐汇区局：|^已把薛从文登记为徐汇区局人员/);
  expect(await talk.alone('organiser', '绑定申请')).toBe('没有待确认的绑定申请。');
  expect(await talk.alone('organiser', '确认绑定1')).toBe('没有待确认的绑定申请。');
  expect(await talk.alone('newcomer', '公益广告3条')).toMatch(/^已记：/);
  expect(await talk.alone('organiser', '徐汇区局人员')).toContain('薛从文（联络员）');
});

it('confirms several requests in one message, and names the number that waits no more', async () => {
  const talk = await openPublished();
  await talk.alone('newcomer', '绑定 徐汇区局');
  await talk.alone('newcomer-2', '绑定 静安区局');
  expect(await talk.alone('organiser', '确认绑定 1、2')).toBe(
    '已确认：薛从文为徐汇区市场监督管理局联络员。\n已确认：雷雅丹为静安区市场监督管理局联络员。',
  );
  expect(await talk.alone('newcomer-2', '公益广告3条')).toMatch(/^已记：/);
});

it.each(['撤回绑定申请', '不绑了', '取消绑定', '我不绑定了'])(
  'lets go of a request at “%s” of whoever made it',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('newcomer', '绑定 徐汇区局');
    await talk.alone('newcomer-2', '绑定 静安区局');
    expect(await talk.alone('newcomer', words)).toBe(
      '已撤回绑定徐汇区市场监督管理局的申请（1号）。要绑定别的单位请发“绑定 单位全称”。',
    );
    expect(await talk.alone('organiser', '确认绑定1')).toBe(
      '1号没有在等确认（可能已经办过，或本人撤回了）。待确认：2号。',
    );
    expect(await talk.alone('newcomer', words)).toBe('您没有等待确认的绑定申请。');
    expect(await talk.alone('newcomer', '绑定 静安区局')).toMatch(/^已申请绑定静安区市场监督管理局（申请3号）/);
  },
);
