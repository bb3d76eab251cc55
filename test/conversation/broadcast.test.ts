import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

it('publishes the plan as few messages that fit, cut at line ends, everyone mentioned once', async () => {
  const talk = await openConversation();

  expect(await talk.say('organiser', '发布方案')).toBe(
    '将把方案发到工作群（共2条消息，@所有人），请28家单位签收。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe('方案正在发到工作群，共2条消息，28家单位须签收，贵单位已算签收。');

  const plan = talk.group();
  expect(plan.map(({ mentions }) => mentions)).toEqual([['all'], []]);
  for (const { text } of plan) expect(bytes(text)).toBeLessThanOrEqual(2048);
  expect(plan[0]?.text.split('\n').slice(0, 4)).toEqual([
    '【2023年“3·15”国际消费者权益日系列活动】',
    '上海市市场监督管理局 沪市监消保〔2023〕105号，3月12日（周日）印发（此件公开发布）',
    '',
    '报送：统计表、总结、图片，“2023年3月22日前”报市局消费者权益保护处。请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00，过后计为逾期。',
  ]);
  const tasks = plan.flatMap(({ text }) => text.split('\n')).filter((line) => /^\d\.\d /.test(line));
  expect(tasks).toHaveLength(18);
  expect(tasks[14]).toBe(
    '4.3 快速处置“3·15”曝光和转办诉求（市局消费者权益保护处及相关处室、投诉举报中心、机场分局、各区市场监管局、临港新片区市场监管局）',
  );
  expect(tasks.at(-1)).toBe('5.3 做好信息报送（各单位）');
});

it('does not publish twice', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser-2', '发布方案')).toBe(
    '方案已于3月12日（周日）09:00发布，未重复发送。要再发一遍请发“重发方案”，催签收请发“催收到”。',
  );
  expect(talk.group()).toEqual([]);
});

it('says before the plan is out that there is nothing to sign for or to chase', async () => {
  const talk = await openConversation();
  const notYet = '方案还没有发布，请组织者先发“发布方案”。';
  expect(await talk.say('huangpu-liaison', '收到')).toBe(notYet);
  expect(await talk.say('organiser', '谁没收到')).toBe(notYet);
  expect(await talk.say('organiser', '催收到')).toBe(notYet);
  expect(await talk.say('organiser', '催办')).toBe(notYet);
  await talk.until('2023-03-14 12:00');
  expect(talk.group()).toEqual([]);
});

it('shows each unit its own tasks, its return and its shifts, and nothing of others', async () => {
  const talk = await openPublished();
  expect(await talk.say('huangpu-liaison', '我的任务')).toBe(
    [
      '黄浦区局共8项任务：',
      '1.1 制作投放公益广告',
      '1.4 宣传食品安全消费知识',
      '3.4 发布创意“食安封签”、食安封签”征文、建言建议获奖作品',
      '4.2 利用媒体互动处置群众问题',
      '4.3 快速处置“3·15”曝光和转办诉求',
      '5.1 加强组织协调',
      '5.2 做好应急值守',
      '5.3 做好信息报送',
      '发“任务1.1”（换成编号）看全文。',
      '须报送：活动总结和统计表，还差统计表、总结、图片，3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。',
      '值守：带队值守，3月15日（周三）09:00—17:30（本局设定），值班人员：褚安然。',
      '值守：“3·15”晚会期间带队值守，3月15日（周三）19:30—22:30（本局设定），值班人员：褚安然。',
    ].join('\n'),
  );
  expect(await talk.say('price-antitrust-liaison', '我的任务')).toBe(
    [
      '反垄断和价格监督检查办公室共3项任务：',
      '2.4 开展美发行业“阳光”价格行动',
      '5.1 加强组织协调',
      '5.3 做好信息报送',
      '发“任务2.4”（换成编号）看全文。',
      '须报送：活动总结和统计表，还差统计表、总结、图片，3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。',
    ].join('\n'),
  );
});

it('says so where a unit has no task of its own', async () => {
  const talk = await openPublished();
  expect(await talk.say('shanghai-leader', '我的任务')).toBe('市局没有分到具体任务。');
});

it('shows one task in full, with its proposed lead', async () => {
  const talk = await openPublished();
  const text = await talk.alone('price-antitrust-liaison', '任务2.4');
  expect(text.split('\n')[0]).toBe('2.4 开展美发行业“阳光”价格行动');
  expect(text).toContain('实施部门：市局反垄断和价格监督检查办公室（建议牵头：反垄断和价格监督检查办公室）');
  expect(await talk.alone('price-antitrust-liaison', '任务9.9')).toBe(
    '没有编号“9.9”的任务，编号从1.1到5.3，例如“任务1.1”。',
  );
});

it('takes 收到 as the receipt of the whole unit, once', async () => {
  const talk = await openPublished();
  expect(await talk.say('huangpu-liaison', '收到')).toBe('黄浦区局已签收（2/28）。');
  expect(await talk.say('huangpu-liaison-2', '收到，马上落实')).toBe('');
  expect(await talk.alone('huangpu-liaison-2', '收到，马上落实')).toBe('黄浦区局此前已签收，无需重复。');
  expect(await talk.say('drug-liaison', '收到')).toBe('市药监局不在本次签收范围内，谢谢。');
});

it('answers the first receipt in the group, then at half with a count, and says when all have signed', async () => {
  const talk = await openPublished();
  const [first = '', second = '', third = '', ...rest] = talk
    .people()
    .filter(({ id, roles }) => roles.includes('reporter') && !/^drug-|-2$/.test(id) && id !== 'organiser')
    .map(({ id }) => id);
  expect(await talk.say(first, '收到')).toMatch(/已签收（2\/28）。$/);
  expect(await talk.say(second, '收到')).toBe('');
  await talk.until('2023-03-12 09:10');
  expect(await talk.say(third, '收到')).toBe('');
  const answers: string[] = [];
  for (const id of rest) answers.push(await talk.say(id, '收到'));
  expect(answers.filter((text) => text !== '')).toEqual(['已签收14/28家。', '28家单位已全部签收，谢谢。']);
});

it('answers every receipt in the single chat', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', '收到')).toBe('黄浦区局已签收（2/28）。');
  expect(await talk.alone('xuhui-liaison', '收到')).toBe('徐汇区局已签收（3/28）。');
});

it('lists those without a receipt and reminds them alone when the organiser says so', async () => {
  const talk = await openPublished();
  const signed = ['huangpu', 'xuhui', 'changning', 'jingan', 'putuo', 'hongkou', 'yangpu', 'minhang', 'baoshan'];
  const offices = ['publicity', 'advertising', 'quality-development', 'food-coordination', 'product-quality'];
  for (const unit of [...signed, ...offices, 'jiading', 'pudong', 'jinshan', 'songjiang', 'qingpu', 'fengxian'])
    await talk.say(`${unit}-liaison`, '收到');
  for (const unit of ['lingang', 'airport', 'enforcement', 'food-sampling', 'price-antitrust'])
    await talk.say(`${unit}-liaison`, '已收悉');

  expect(await talk.say('shanghai-leader', '谁没收到')).toBe('未签收2家（共28家）：崇明区局、投诉举报中心');
  expect(await talk.say('organiser', '催收到')).toBe('已提醒2家未签收单位。');
  expect(talk.group()).toEqual([
    {
      at: '03-12 09:00',
      text: '【请签收】3·15活动方案，以下单位还未签收：崇明区局、投诉举报中心。请联络员回复“@督办助手 收到”。',
      mentions: ['chongming-liaison', 'complaints-liaison'],
    },
  ]);
});

it('reminds the rest of the receipt on the next working day at 10:00, once', async () => {
  const talk = await openPublished();
  await talk.say('huangpu-liaison', '收到');
  await talk.until('2023-03-13 09:59');
  expect(talk.group()).toEqual([]);
  await talk.until('2023-03-14 09:59');
  const [reminder, ...more] = talk.group();
  expect(more).toEqual([]);
  expect(reminder?.at).toBe('03-13 10:00');
  expect(reminder?.text).toBe('【请签收】3·15活动方案，还有26家单位未签收。请联络员回复“@督办助手 收到”。');
  expect(reminder?.mentions).not.toContain('huangpu-liaison');
});

it('says no more about receipts when all have signed', async () => {
  const talk = await openPublished();
  const people = talk.people().filter(({ roles }) => roles.includes('reporter'));
  for (const { id } of people) await talk.say(id, '收到');
  expect(await talk.say('organiser', '谁没收到')).toBe('28家单位已全部签收。');
  expect(await talk.say('organiser', '催收到')).toBe('各单位都已签收，不用催。');
  await talk.until('2023-03-13 12:00');
  expect(talk.group()).toEqual([]);
});

it('shows whom 催收到 would call before it calls many', async () => {
  const talk = await openConversation();
  await talk.say('organiser', '确认发布方案');
  talk.group();
  expect(await talk.alone('organiser', '催收到')).toMatch(/^将在工作群提醒27家未签收单位，@各家联络员。确认请回“是”/);
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('organiser', '是')).toBe('已提醒27家未签收单位。');
  expect(talk.group()).toHaveLength(1);
});
