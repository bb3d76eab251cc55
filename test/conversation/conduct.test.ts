import { expect, it } from 'vitest';
import { openConversation, openPublished, reportAll } from '../support/conversation.ts';

const notHers = '这项操作由组织者（周文博、吴佳宁）办理。';

it('takes a unit out on a yes, tells its people and nobody else, and keeps its figures aside', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'chongming-liaison');
  await reportAll(talk, 'huangpu-liaison');
  expect(await talk.say('organiser', '公益广告汇总')).toContain('6条');

  expect(await talk.say('organiser', '移出 崇明区局')).toBe(
    '将移出崇明区局：不再签收、报送和值班，已报的数另存、不计入汇总。将告知苏致远、潘丽娜。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(await talk.say('organiser', '公益广告汇总')).toContain('6条');
  expect(await talk.say('organiser', '是')).toBe(
    '崇明区局已移出本次活动，不再提醒；已报的数另存，不计入汇总。已告知苏致远、潘丽娜。要恢复请发“加入 崇明区局”。',
  );

  expect(talk.told('chongming-liaison').map(({ text }) => text)).toEqual([
    '【移出活动】贵单位不再列入3·15活动，不用签收、报送和值班；已报的数保留备查。',
  ]);
  expect(talk.group()).toEqual([]);
  expect(talk.told('huangpu-liaison')).toEqual([]);
  expect(await talk.say('organiser', '公益广告汇总')).toContain('3条');
  expect(await talk.alone('chongming-liaison', '公益广告5条')).toBe('贵单位本次没有需要填报的统计表。');
  expect(await talk.say('organiser', '移出 崇明')).toBe('崇明区局不在本次活动里，没有改。');
});

it('finds a unit that comes back as it left: receipt, figures and shifts', async () => {
  const talk = await openPublished();
  await talk.alone('chongming-liaison', '收到');
  await reportAll(talk, 'chongming-liaison');
  await talk.say('organiser', '确认安排值班 崇明区局 苏致远 晚会');
  await talk.say('organiser', '确认移出崇明');
  expect(await talk.say('organiser', '谁没收到')).toContain('（共27家）');

  expect(await talk.say('organiser', '加入 崇明区局')).toBe(
    '将把崇明区局列入本次活动。将告知苏致远、潘丽娜。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  const answer = await talk.say('organiser', '是');
  expect(answer).toContain('方案此前已签收，不再补发。');
  expect(answer).toContain('已报齐');
  expect(answer).toContain('晚会期间带队值守，3月15日（周三）19:30—22:30（本局设定），值班人员：苏致远');
  expect(await talk.say('organiser', '谁没收到')).toContain('（共28家）');
  expect(talk.group()).toEqual([]);
  expect(talk.told('chongming-liaison').at(-1)?.text).toContain('【列入活动】贵单位已列入3·15活动');
});

it('shows which unit joins, sends it the plan alone, and says what it owes', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '加入 市药监局')).toBe(
    '将把市药监局列入本次活动。方案将单独发给马知行，待其签收。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.told('drug-liaison')).toEqual([]);
  const answer = await talk.say('organiser', '是');
  expect(answer.split('\n').slice(0, 3)).toEqual([
    '市药监局已列入本次活动，从现在起：',
    '方案已单独发给马知行，待其签收。',
    '须报送：活动总结和统计表，还差统计表、总结、图片，3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。',
  ]);
  expect(talk.group()).toEqual([]);
  const plan = talk.told('drug-liaison').map(({ text }) => text);
  expect(plan[0]).toMatch(/^【补发方案】贵单位新列入3·15活动，请查收并回复“收到”。\n【/);
  expect(plan.join('')).toContain('任务共');
  expect(await talk.say('organiser', '加入 市药监局')).toBe('市药监局本来就在本次活动里，没有改。');
  expect(await talk.alone('drug-liaison', '收到')).toBe('市药监局已签收（2/29）。');
});

it('does nothing where a unit that was shown is not to join after all', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '加入 市药监局');
  expect(await talk.say('organiser', '不用了')).toBe('好的，没有办理。');
  expect(talk.told('drug-liaison')).toEqual([]);
  expect(await talk.say('organiser', '差异')).toBe('群里没有改动，与文件一致。');
});

it('asks which units are meant, and obeys none but an organiser', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '加入 火星局')).toContain('没有认出“火星局”');
  expect(await talk.say('organiser', '移出 崇明、火星局')).toContain('没有认出“崇明、火星局”');
  expect(await talk.say('organiser', '崇明不用报了？')).toBe('这句我没有当作指令办理。要办请直接发“移出 崇明区局”。');
  for (const words of ['移出 崇明', '加入 市药监局', '暂停活动', '取消活动', '恢复活动', '差异'])
    expect(await talk.say('huangpu-liaison', words)).toBe(notHers);
  expect(await talk.say('organiser', '差异')).toBe('群里没有改动，与文件一致。');
  // Addressed by the file, but excepted from the return: joining makes it owe that too.
  expect(await talk.say('organiser', '确认加入 消保处')).toContain('须报送：活动总结和统计表');
  expect(await talk.say('organiser', '差异')).toContain('加入单位：消费者权益保护处。');
});

it('puts the campaign off on a yes: nothing goes out by itself, reports are taken, until it is brought back', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '活动延期到下周')).toBe(
    '将暂停3·15活动（到下周）：提醒、催签收、值班签到都停发，各单位报来的照收。将在工作群通知29家、@所有人。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.group()).toEqual([]);
  await talk.say('organiser', '是');
  expect(talk.group()).toMatchObject([
    { mentions: ['all'], text: expect.stringMatching(/^【活动暂停】3·15活动暂停开展（到下周）/) },
  ]);

  await talk.until('2023-03-15 09:40');
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('huangpu-liaison', '收到')).toBe('黄浦区局已签收（2/28）。');
  expect(await talk.alone('huangpu-liaison', '公益广告3条')).toContain('已记：');
  const summary = await talk.say('shanghai-leader', '汇总进度');
  expect(summary.split('\n')[1]).toBe('活动自3月12日（周日）09:00起由周文博暂停（到下周），提醒和值班签到停发。');
  expect(summary).not.toContain('未到岗');

  await talk.say('organiser', '恢复活动');
  expect(await talk.say('organiser', '是')).toBe('3·15活动已恢复，提醒照常，期间错过的不补发。正在工作群通知29家。');
  expect(talk.group()).toMatchObject([{ mentions: ['all'], text: expect.stringMatching(/^【活动恢复】/) }]);
  await talk.until('2023-03-15 19:29');
  expect(talk.group()).toEqual([]);
  await talk.until('2023-03-15 19:30');
  expect(talk.group().map(({ text }) => text.slice(0, 6))).toEqual(['【值班签到】']);
});

it('calls the campaign off on a yes: nothing is taken or sent, all can be read, and it can be brought back', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'huangpu-liaison');
  await talk.say('organiser', '取消活动，因天气原因 @所有人');
  expect(talk.group()).toEqual([]);
  await talk.say('organiser', '是');
  expect(talk.group()).toMatchObject([
    {
      mentions: ['all'],
      text: '【活动取消】3·15活动取消（因天气原因 ＠所有人），不用再签收、报送和值班。如有疑问请联系组织者周文博、吴佳宁。',
    },
  ]);

  const over = '3·15活动已于3月12日（周日）09:00取消，这条没有记录，也不用再办。如有疑问请联系组织者周文博、吴佳宁。';
  for (const words of ['公益广告3条', '收到', '填报', '撤回', '总结已报送OA'])
    expect(await talk.alone('xuhui-liaison', words)).toBe(over);
  expect(await talk.alone('xuhui-leader', '我15号晚上不能到岗值班')).toBe(over);
  for (const words of ['催办', '截止改到3月24日前', '暂停提醒', '加入 市药监局', '移出 崇明', '暂停活动'])
    expect(await talk.say('organiser', words)).toBe(
      '3·15活动已于3月12日（周日）09:00取消，这条没有记录。要恢复请发“恢复活动”。',
    );
  expect(await talk.say('shanghai-leader', '公益广告汇总')).toContain('3条');
  expect(await talk.say('shanghai-leader', '汇总进度')).toContain(
    '活动已于3月12日（周日）09:00由周文博取消（因天气原因 ＠所有人），不再收报送。',
  );
  await talk.until('2023-03-20 12:00');
  expect(talk.group()).toEqual([]);

  expect(await talk.say('organiser', '确认恢复活动')).toContain('3·15活动已恢复');
  expect(await talk.alone('xuhui-liaison', '收到')).toContain('徐汇区局已签收');
  talk.group();
  await talk.until('2023-03-21 10:00');
  expect(talk.group().map(({ at, text }) => [at, text.slice(0, 6)])).toEqual([['03-21 10:00', '【报送提醒】']]);
});

it('says before the plan is out that nobody was told', async () => {
  const talk = await openConversation();
  expect(await talk.say('organiser', '暂停活动')).toContain('方案还没有发布，暂不通知各单位。');
  expect(await talk.say('organiser', '是')).toContain('方案还没有发布，没有通知各单位。');
  expect(talk.group()).toEqual([]);
});

it('lists what chat amended over the files, room by room', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认加入 市药监局');
  await talk.say('organiser', '确认移出崇明');
  await talk.say('organiser', '截止改到3月24日前');
  await talk.say('organiser', '是');
  await talk.say('organiser', '延期 黄浦区局 到3月28日前');
  await talk.say('organiser', '暂停提醒');
  await talk.say('organiser', '确认安排值班 黄浦区局 王若溪 晚会');
  await talk.say('organiser', '新增联络员 徐汇区局 薛从文');
  await talk.say('organiser', '确认移除人员 静安区局 杨博文');
  expect((await talk.say('organiser', '与文件的差异')).split('\n')).toEqual([
    '群里改过、与文件不同的：',
    '· 加入单位：市药监局。',
    '· 移出单位：崇明区局。',
    '· 《活动总结和统计表》报送时间由“2023年3月22日前”改为“3月24日前”（3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00）。',
    '· 黄浦区局《活动总结和统计表》延到“3月28日前”（3月27日（周一）17:30前报齐，最迟3月28日（周二）24:00）。',
    '· 报送提醒自3月12日（周日）09:00起暂停。',
    '· 黄浦区局“3·15”晚会期间带队值守值班：褚安然改为王若溪。',
    '· 人员：薛从文绑定到徐汇区局。',
    '· 人员：杨博文已移除。',
  ]);
});

it('remembers all of it over a restart', async () => {
  const talk = await openConversation({ durable: true });
  await talk.say('organiser', '确认发布方案');
  await talk.say('organiser', '通知黄浦、徐汇：请补图片，收到请回复');
  await talk.alone('huangpu-liaison', '收到');
  await talk.say('organiser', '确认移出崇明');
  await talk.say('organiser', '确认暂停活动');
  talk.group();
  await talk.restart('2023-03-13 11:00');
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '谁没回通知')).toBe(
    '1号通知（“请补图片，收到请回复”）未签收1家（共2家）：徐汇区局。',
  );
  const amended = await talk.say('organiser', '差异');
  expect(amended).toContain('移出单位：崇明区局。');
  expect(amended).toContain('活动自3月12日（周日）09:00起由周文博暂停');
});

it('goes on by itself on the day to which it was put off, and says what fell due meanwhile', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '延期 黄浦区局 到3月31日前');
  expect(await talk.say('organiser', '活动延期到3月24日')).toBe(
    '将暂停3·15活动，3月24日（周五）09:00自动恢复：提醒、催签收、值班签到都停发，各单位报来的照收。《活动总结和统计表》在恢复前就截止，要顺延请另发“截止改到…”。将在工作群通知29家、@所有人。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(await talk.say('organiser', '是')).toContain('3月24日（周五）09:00自动恢复，要提前请发“恢复活动”。');
  expect(talk.group().map(({ text }) => text)).toEqual([
    '【活动暂停】3·15活动暂停开展，3月24日（周五）09:00恢复。期间不再提醒和点名，已报和要报的仍可发来。',
  ]);
  expect((await talk.say('shanghai-leader', '汇总进度')).split('\n')[1]).toContain('3月24日（周五）09:00自动恢复');
  await talk.until('2023-03-24 08:59');
  expect(talk.group()).toEqual([]);
  await talk.until('2023-03-24 09:00');
  expect(talk.group()).toMatchObject([
    {
      at: '03-24 09:00',
      text: '【活动恢复】3·15活动恢复开展，请各单位继续办理。\n· 活动总结和统计表（黄浦区局）：请于3月30日（周四）17:30前报齐，最迟3月31日（周五）24:00。',
      mentions: ['all'],
    },
  ]);
  expect(talk.told('organiser').at(-1)?.text).toBe(
    '【活动恢复】3·15活动已按期恢复，提醒照常。\n《活动总结和统计表》的截止时间（3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00）已过，要改请发“截止改到…”。',
  );
  await talk.until('2023-03-24 10:00');
  expect(talk.group().map(({ text }) => text.slice(0, 6))).toEqual(['【报送提醒】']);
});

it.each([
  ['活动延期三天', '3月15日（周三）09:00自动恢复'],
  ['活动推迟两个工作日', '3月14日（周二）09:00自动恢复'],
  ['暂停活动，到3月20日再开展', '3月20日（周一）09:00自动恢复'],
])('reads how long from “%s”', async (words, until) => {
  const talk = await openPublished();
  expect(await talk.say('organiser', words)).toContain(until);
});

it('refuses a day that is over, and is brought back before its day by a word', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '活动延期到3月10日')).toBe(
    '3月10日（周五）09:00已经过了，活动没有暂停。请写以后的日期，例如“活动延期到4月1日”。',
  );
  await talk.say('organiser', '确认活动延期到3月20日');
  await talk.say('organiser', '确认恢复活动');
  talk.group();
  await talk.until('2023-03-20 09:30');
  expect(talk.group().filter(({ text }) => text.startsWith('【活动恢复】'))).toEqual([]);
});

it.each(['取消活动', '暂停活动', '活动延期到3月20日', '移出 崇明区局', '截止填报'])(
  'leaves no trace of “%s” where it was not to be after all',
  async (words) => {
    const talk = await openPublished();
    // How many messages went out today is counted with the answers.
    const progress = async () => (await talk.say('organiser', '汇总进度')).replace(/今天我发的消息.*/, '');
    const before = await progress();
    expect(await talk.say('organiser', words)).toContain('不办请回“不用了”');
    expect(await talk.say('organiser', '不用了')).toBe('好的，没有办理。');
    expect(await progress()).toBe(before);
    expect(await talk.say('organiser', '差异')).toBe('群里没有改动，与文件一致。');
    expect(talk.group()).toEqual([]);
    expect(talk.told('chongming-liaison')).toEqual([]);
    expect(await talk.alone('chongming-liaison', '公益广告3条')).toMatch(/^已记：/);
  },
);

it('sends nobody who runs the campaign to himself', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认截止填报');
  expect(await talk.alone('huangpu-liaison', '公益广告3条')).toContain('请联系组织者周文博、吴佳宁');
  await talk.say('organiser', '确认取消活动');
  expect(await talk.say('organiser', '确认截止改到3月24日前')).toBe(
    '3·15活动已于3月12日（周日）09:00取消，这条没有记录。要恢复请发“恢复活动”。',
  );
  const help = await talk.alone('organiser', '帮助');
  expect(help).not.toContain('周文博');
  expect(help).not.toContain('消费者权益保护处');
});

it('tells those on the roster too that their unit is out, and back', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:30');
  talk.told('enforcement-leader');
  expect(await talk.say('organiser', '移出 执法总队')).toContain('将告知郎月华、鲁正阳。');
  expect(await talk.say('organiser', '是')).toContain('已告知郎月华、鲁正阳。');
  const told = () => talk.told('enforcement-leader').map(({ text }) => text.slice(0, 6));
  expect(told()).toEqual(['【移出活动】']);
  expect(await talk.say('organiser', '加入 执法总队')).toBe(
    '将把执法总队列入本次活动。方案将单独发给郎月华，待其签收。将告知鲁正阳。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  await talk.say('organiser', '是');
  expect(told()).toEqual(['【列入活动】']);
});

it.each(['进度', '还差什么', '我报了哪些', '什么时候截止'])(
  'answers “%s” of a unit that owes nothing, alone and in the group',
  async (words) => {
    const talk = await openPublished();
    await talk.say('organiser', '确认移出 执法总队');
    expect(await talk.alone('enforcement-liaison', words)).toBe('贵单位本次没有要报送的内容。');
    expect(await talk.say('enforcement-liaison', words)).toBe('贵单位本次没有要报送的内容。');
  },
);

it('tells the leader of a unit that was taken out no deadline, and other leaders all', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认移出 执法总队');
  expect(await talk.alone('enforcement-leader', '什么时候截止')).toBe('贵单位本次没有要报送的内容。');
  expect(await talk.alone('shanghai-leader', '什么时候截止')).toContain('3月22日');
});
