import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

it('shows a notice to a whole group first, then sends it with its issuer, mentioning that group’s people alone', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '通知各区局：明天10点开会，请回收到')).toBe(
    '将通知16家（各区局），@各家联络员，要回执：“明天10点开会，请回收到”。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe('已通知16家单位（1号通知），等16家回“收到”。');
  const [sent, ...more] = talk.group();
  expect(more).toEqual([]);
  expect(sent?.text).toBe(
    '【通知】1号（消费者权益保护处周文博）\n明天10点开会，请回收到\n（看过请回“@督办助手 收到”）',
  );
  expect(sent?.mentions).toContain('chongming-liaison');
  expect(sent?.mentions).not.toContain('airport-liaison');
  expect(sent?.mentions).not.toContain('all');
});

it('sends to a few named units at once, the words as typed and no mention in them', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '通知黄浦、徐汇：请补图片。@所有人 <@all> 发到 a@b.cn，谢谢！')).toBe(
    '已通知黄浦区局、徐汇区局（1号通知）。',
  );
  expect(talk.group()).toEqual([
    {
      at: '03-12 09:00',
      text: '【通知】1号（消费者权益保护处周文博）\n请补图片。＠所有人 <＠all> 发到 a@b.cn，谢谢！',
      mentions: ['huangpu-liaison', 'huangpu-liaison-2', 'xuhui-liaison'],
    },
  ]);
  expect(await talk.say('organiser', '谁没回1号通知')).toBe('1号通知没有要求回执。');
});

it('calls everyone only where everyone is meant', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '通知全体：明天停水')).toContain('将通知29家（全体单位），@所有人：“明天停水”。');
  await talk.say('organiser', '是');
  expect(talk.group().map(({ mentions }) => mentions)).toEqual([['all']]);
});

it('knows a group by the end of its name, and asks whom an unknown name means', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '发个通知给各处室，内容是请核对数据，收到请回')).toContain('将通知8家（各处室）');
  expect(await talk.say('organiser', '通知黄浦、火星局：开会')).toContain('没有找到“火星局”，没有通知。');
  expect(await talk.say('organiser', '发通知：开会')).toContain('请写明通知谁');
  expect(await talk.say('huangpu-liaison', '通知徐汇：开会')).toBe('这项操作由组织者（周文博、吴佳宁）办理。');
  expect(talk.group()).toEqual([]);
});

it('sends nothing before the plan is out', async () => {
  const talk = await openConversation();
  expect(await talk.say('organiser', '通知各区局：开会')).toBe('方案还没有发布，没有通知。请先发“发布方案”。');
  expect(talk.group()).toEqual([]);
});

it('keeps the receipts of each notice, lists who has not answered, and chases them alone', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '通知黄浦、徐汇、长宁：明天10点开会，请回收到');
  await talk.say('organiser', '通知徐汇、静安：请补图片，收到请回复');
  talk.group();
  expect(await talk.say('huangpu-liaison', '收到')).toBe('黄浦区局已签收1号通知（1/3）。');
  expect(await talk.alone('xuhui-liaison', '收到')).toBe(
    '徐汇区局已签收2号通知（1/2）。\n另有1号通知（“明天10点开会，请回收到”）、3·15活动方案还没签收，看过请再回“收到”。',
  );
  expect(await talk.say('shanghai-leader', '谁没回通知')).toBe(
    [
      '1号通知（“明天10点开会，请回收到”）未签收2家（共3家）：徐汇区局、长宁区局。',
      '2号通知（“请补图片，收到请回复”）未签收1家（共2家）：静安区局。',
    ].join('\n'),
  );
  expect((await talk.say('organiser', '汇总进度')).split('\n')).toContain(
    '1号通知（“明天10点开会，请回收到”）：签收1/3家，未签收：徐汇区局、长宁区局。',
  );
  expect(await talk.say('organiser', '通知清单')).toBe(
    [
      '1号通知（“明天10点开会，请回收到”）：3月12日（周日）09:00由周文博发3家，签收1/3家。',
      '2号通知（“请补图片，收到请回复”）：3月12日（周日）09:00由周文博发2家，签收1/2家。',
    ].join('\n'),
  );

  expect(await talk.say('organiser', '再通知1号没回的')).toBe('已再通知2家没回1号通知的单位。');
  expect(talk.group()).toMatchObject([{ mentions: ['xuhui-liaison', 'changning-liaison'] }]);
  await talk.say('jingan-liaison', '收到');
  expect(await talk.say('organiser', '再通知2号没回的')).toBe('2号通知2家已全部签收，谢谢。');
  expect(talk.group()).toEqual([]);
});

it('reminds by itself once, together with the plan, on the next working day', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '通知黄浦、徐汇、长宁：明天10点开会，请回收到');
  talk.group();
  await talk.say('huangpu-liaison', '收到');
  await talk.until('2023-03-14 09:59');
  const reminders = talk.group();
  expect(reminders.map(({ at }) => at)).toEqual(['03-13 10:00']);
  expect(reminders[0]?.text).toContain('· 3·15活动方案，还有27家单位未签收。');
  expect(reminders[0]?.text).toContain('· 1号通知（“明天10点开会，请回收到”），还有2家单位未签收。');
});

it('sends a long notice in messages that fit, its whole words', async () => {
  const talk = await openPublished();
  const text = `请核对以下内容。\n${'第一条要求必须落实到位。'.repeat(120)}\n不用回复。`;
  expect(await talk.say('organiser', `通知黄浦：${text}`)).toBe('已通知黄浦区局（1号通知）。');
  const sent = talk.group();
  expect(sent.length).toBeGreaterThan(1);
  for (const part of sent) expect(Buffer.byteLength(part.text)).toBeLessThanOrEqual(2048);
  expect(sent.map((part) => part.text).join('')).toContain('不用回复。');
  expect(sent.slice(1).flatMap(({ mentions }) => mentions)).toEqual([]);
});

it('shows whom a second call would reach before it goes to many', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认通知各区局：明天10点开会，请回收到');
  talk.group();
  expect(await talk.alone('organiser', '再通知没回的')).toMatch(
    /^将在工作群再通知16家没回1号通知的单位，@各家联络员。确认请回“是”/,
  );
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('organiser', '是')).toBe('已再通知16家没回1号通知的单位。');
  expect(talk.group()).toHaveLength(1);
});
