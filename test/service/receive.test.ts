import { expect, it } from 'vitest';
import { openRoom } from './office-room.ts';

const group = (account: string) => ({ chat: { kind: 'group' as const, account } });

it('refuses a chat that no campaign knows, and says who can help', async () => {
  const room = await openRoom();
  expect(await room.say('xuhui-liaison', '收到', group('elsewhere'))).toBe(
    '这个群还没有登记到任何活动，请联系组织者在通讯录文件中登记（群号：elsewhere）。',
  );
  expect(await room.say('xuhui-liaison', '帮助', group('shanghai-315'))).toContain('“填报”');
});

it('tells someone no directory knows how to bind, in a group as alone', async () => {
  const room = await openRoom();
  const how = '您好，我是督办助手，通讯录里还没有您。请发“绑定 单位全称”，组织者确认后就可以使用。';
  expect(await room.say('WoAiNi', '收到', { platform: 'wecom' })).toBe(how);
  expect(await room.say('stranger', '公益广告3条', group('shanghai-315'))).toBe(how);
});

it('binds a stranger by account, under the name given, and knows them by it afterwards', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  expect(await room.say('Stranger9', '绑定 徐汇区局 李明', { platform: 'wecom' })).toMatch(/^已申请绑定徐汇区/);
  expect(await room.say('organiser', '绑定申请')).toContain('1号 李明（企业微信账号Stranger9） → 徐汇区局');
  await room.say('organiser', '确认绑定1');
  expect(await room.say('Stranger9', '收到', { platform: 'wecom' })).toBe('徐汇区局已签收（2/28）。');
});

it('leaves no trace in the ledger of what it refuses, and logs it without its words', async () => {
  const room = await openRoom();
  const before = room.campaign.host.durableSeq();
  await room.say('huangpu-liaison', '发布方案');
  await room.say('nobody', '秘密的话');
  await room.say('xuhui-liaison', '啊'.repeat(4000));
  await room.say('xuhui-liaison', '收到', group('elsewhere'));
  expect(room.campaign.host.durableSeq()).toBe(before);
  const refused = room.log.lines.filter(({ message }) => message === 'message refused');
  expect(refused.map(({ fields }) => fields['code'])).toEqual([
    'not_allowed',
    'unknown_sender',
    'too_long',
    'unknown_chat',
  ]);
  expect(room.log.text()).not.toMatch(/秘密|啊啊/);
});

it('answers the same message the same, whoever the process', async () => {
  const one = await openRoom();
  const message = { messageId: 'm-1' };
  const first = await one.say('organiser', '确认发布方案', message);
  const two = await openRoom({ store: one.store, clock: one.clock, owner: 'two' });
  expect(await two.say('organiser', '确认发布方案', message)).toBe(first);
  expect(await one.say('organiser', '确认发布方案', message)).toBe(first);
  expect(one.state().delivery.open.size).toBe(2);
});

it('keeps messages of the same id on two platforms apart', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.say('xuhui-liaison', '收到', { messageId: 'same' });
  expect(await room.say('JinganLiaison', '收到', { messageId: 'same', platform: 'wecom' })).toBe(
    '静安区局已签收（3/28）。',
  );
});

it('reads an answer to a quoted message', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  const reply = await room.say('xuhui-liaison', '公益广告3条', { quoted: '【报送提醒】3·15活动统计表和材料' });
  expect(reply).toContain('第2项 播放公益广告 3条');
});

it('keeps the words a figure came from, the person and the message', async () => {
  const room = await openRoom();
  await room.say('xuhui-liaison', '公益广告3条', { messageId: 'm-7' });
  const [returned] = room.state().submission.returns.values();
  expect(returned?.submissions.get('xuhui')?.cells.get(2)).toMatchObject({
    value: 3,
    words: '公益广告3条',
    source: { person: 'xuhui-liaison', cause: 'console/m-7', atMs: room.clock.nowMs(), words: '公益广告3条' },
  });
});

const colleagues = '「王若溪：公益广告99条」\n专题报道98次';

it.each([
  ['nested', colleagues],
  ['long', `${'各单位：请尽快报送。'.repeat(299)}公益广告99条`],
  ['with brackets that close nothing', '公益广告99条」\n- - - - - -\n专题报道98次」」'],
])('never takes a figure from what is quoted, and reads the words beside it: %s', async (_, quoted) => {
  const room = await openRoom();
  const reply = await room.say('xuhui-liaison', '公益广告3条', { quoted });
  expect(reply).toContain('第2项 播放公益广告 3条');
  const [returned] = room.state().submission.returns.values();
  const figures = [...(returned?.submissions.get('xuhui')?.cells.values() ?? [])].map(({ value }) => value);
  expect(figures).toEqual([3]);
});

it.each([
  ['nested', `「冯启明：${colleagues}」\n- - - - - - - -\n收到`],
  ['long', `「冯启明：${'各单位：请尽快报送。\n'.repeat(240)}公益广告99条」\n- - - - - - - -\n收到`],
  ['cut off', `「冯启明：${colleagues.slice(0, 12)}\n公益广告99条\n专题报道98次`],
])('takes no figure from a quotation typed into the text: %s', async (_, text) => {
  const room = await openRoom();
  await room.say('xuhui-liaison', text);
  const [returned] = room.state().submission.returns.values();
  expect(returned?.submissions.get('xuhui')?.cells.size ?? 0).toBe(0);
});

it('answers many pictures in one message with one line', async () => {
  const room = await openRoom();
  const pictures = Array.from({ length: 200 }, () => ({ kind: 'image' as const, name: '图片' }));
  expect(await room.say('xuhui-liaison', '', { attachments: pictures })).toMatch(
    /^徐汇区局图片已收到（图片共200个）。\n还差：[^\n]*$/,
  );
  const files = Array.from({ length: 200 }, (__, at) => ({ kind: 'file' as const, name: `${at}.docx` }));
  expect((await room.say('jingan-liaison', '', { attachments: files })).split('\n')[0]).toBe(
    '收到“0.docx”“1.docx”“2.docx”等200个文件，这是哪一项材料？',
  );
});

it.each([
  ['a stranger', 'nobody', `绑定${'，'.repeat(2990)}x`],
  ['a stranger', 'nobody', `绑定${'?'.repeat(2990)}`],
  ['an organiser', 'organiser', `通知${' '.repeat(2990)}x`],
  ['a liaison', 'xuhui-liaison', `${'啊'.repeat(2990)}x`],
])('takes no longer over a text made to be slow: %s, %s', async (_, sender, text) => {
  const room = await openRoom();
  const tookMs: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const beganMs = performance.now();
    await room.say(sender, text);
    tookMs.push(performance.now() - beganMs);
  }
  expect(Math.min(...tookMs)).toBeLessThan(60);
});
