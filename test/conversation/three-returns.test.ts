import { describe, expect, it } from 'vitest';
import { openThreeReturns } from '../support/three-returns.ts';

const inspection = '《汛期建设工程排查整治统计表》';
const training = '《防汛宣传培训统计表》';
const gao = 'beishan-liaison';

it('names each return of the plan, its receiver and its deadline', async () => {
  const { plan } = await openThreeReturns();
  expect(plan).toContain('报送：汛期值班表，“2024年5月24日前”报市住建局办公室。');
  expect(plan).toContain(
    '报送：汛期建设工程排查整治统计表，“2024年5月31日17:00前”报市住建局质量安全处。请于5月31日（周五）17:00前报齐，过后计为逾期。',
  );
  expect(plan).toContain('报送：防汛宣传培训统计表、总结，“2024年6月5日前”报市住建局人事教育处。');
});

it('says which return is in, and what else the unit owes', async () => {
  const talk = await openThreeReturns();
  expect(await talk.alone(gao, '值班表已报送OA')).toBe(
    `北山区局值班表已登记。\n《汛期值班表》已全部报齐，谢谢。另有${inspection}${training}还没有报齐。`,
  );
  await talk.alone(gao, '举办宣传活动3场，其余为0，总结已报送OA');
  expect(await talk.alone(gao, '确认提交')).toBe(
    `北山区局${training}已提交。\n${training}已全部报齐，谢谢。另有${inspection}还没有报齐。`,
  );
  await talk.alone(gao, '排查在建工地3个，其余为0');
  expect(await talk.alone(gao, '确认提交')).toBe(`北山区局${inspection}已提交。\n${inspection}已全部报齐，谢谢。`);
});

it('says of each return where it goes', async () => {
  const talk = await openThreeReturns();
  expect(await talk.alone(gao, '报到哪里？')).toBe(
    [
      '《汛期值班表》报市住建局办公室，值班表也可以直接发给我。',
      `${inspection}统计表在这里填，由市住建局质量安全处汇总。`,
      `${training}统计表在这里填，由市住建局人事教育处汇总，总结也可以直接发给我。`,
    ].join('\n'),
  );
});

describe('which table figures are for', () => {
  it('goes by the rows they name, though their numbers fit another table too', async () => {
    const talk = await openThreeReturns();
    const pasted =
      '序号\t类别\t单位\t数量\n1\t举办宣传活动\t场\t21\n2\t培训从业人员\t人次\t11\n3\t发放宣传资料\t份\t1500\n4\t开展应急演练\t次\t15';
    expect(await talk.alone(gao, pasted)).toMatch(new RegExp(`^${training}4项已填齐：\n1 举办宣传活动 21场`));
  });

  it('goes by the title that stands beside them', async () => {
    const talk = await openThreeReturns();
    expect(await talk.alone(gao, `${training}1、21 2、11 3、1500 4、15`)).toContain(`${training}4项已填齐：`);
  });

  it('asks where numbers alone fit two, in one line, though a file was talked about before', async () => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '', { name: '附件1.docx', kind: 'file' });
    await talk.alone(gao, '1');
    expect(await talk.alone(gao, '1、21 2、11\n3、1500 4、15')).toBe(
      [
        `“1、21 2、11 3、1500 4、15”是报哪张表的？`,
        `1. ${inspection}`,
        `2. ${training}`,
        '请回序号；都不是请回“都不是”。',
      ].join('\n'),
    );
    expect(await talk.alone(gao, '2')).toContain(`${training}4项已填齐：`);
  });

  it('leave a table that is in as it is, where others of them only might be its own', async () => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '举办宣传活动31场，发放宣传资料300份，其余为0');
    await talk.alone(gao, '第1项写错了，是24');
    await talk.alone(gao, '确认提交');
    const said = await talk.alone(
      gao,
      '排查在建工地15个，隐患整改率90.8%，投入整改资金20.6万元，下达整改通知书700份，其余为0',
    );
    expect(said).not.toContain(training);
    expect(said).toContain('6项已填齐');
  });

  it('asks rather than overwrite a table that is in', async () => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '排查在建工地3个，其余为0，确认提交');
    expect(await talk.alone(gao, '1、4 2、5 3、6 4、7')).toContain('是报哪张表的？');
    await talk.alone(gao, '2');
    expect(await talk.alone(gao, '进度')).toContain(`北山区局${inspection}：已报齐`);
  });

  it('takes a single correction for the table that was just sent in', async () => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '排查在建工地3个，其余为0，确认提交');
    expect(await talk.alone(gao, '第1项改成4')).toContain(`${inspection}已记：第1项 排查在建工地 4个`);
  });
});

it('does not say that 39.2万元 was converted for a row in 万元', async () => {
  const talk = await openThreeReturns();
  expect(await talk.alone(gao, '投入整改资金39.2万元')).toContain('已记：第5项 投入整改资金 39.2万元。');
  expect(await talk.alone(gao, '投入整改资金45000元')).toContain('4.5万元（由45000元换算，原39.2万元）');
});

describe('reminders', () => {
  it('leave two hours to the plan itself', async () => {
    const talk = await openThreeReturns();
    expect(await talk.until('2024-05-20 18:00')).toEqual([]);
    expect((await talk.until('2024-05-22 10:00')).filter((text) => text.includes('报送提醒'))).toHaveLength(1);
  });

  it('ask for what is owed: a roster is sent, not filled in', async () => {
    const talk = await openThreeReturns();
    const [reminder] = (await talk.until('2024-05-22 10:00')).filter((text) => text.includes('报送提醒'));
    expect(reminder).toContain('12家均未报齐。\n请点开与督办助手的单聊，把值班表发过来。');
  });

  it('call the last day today', async () => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-24 09:00');
    const [reminder] = await talk.until('2024-05-24 10:00');
    expect(reminder).toContain('汛期值班表，最迟今天24:00，过后计为逾期。');
    expect(reminder).toContain('请点开与督办助手的单聊发“填报”，材料也在单聊里发。');
  });

  it('by the organiser’s word show how many owe what, and how to chase for one alone', async () => {
    const talk = await openThreeReturns();
    await talk.alone(gao, '值班表已报送OA');
    expect(await talk.say('organiser', '催办')).toBe(
      '将在工作群提醒12家未报齐单位（汛期值班表11家、排查整治统计表7家、宣传培训统计表12家；只催一项请发“催办 汛期值班表”），@各家联络员。确认请回“是”（10分钟内有效），不办请回“不用了”。',
    );
    expect(await talk.say('organiser', '催办 汛期值班表')).toContain('将在工作群提醒11家未报齐单位');
    await talk.say('organiser', '是');
    const [reminder, ...more] = (await talk.until('2024-05-20 09:06')).filter((text) =>
      text.startsWith('【报送提醒】'),
    );
    expect(more).toEqual([]);
    expect(reminder).toBe(
      '【报送提醒】汛期值班表，请于5月23日（周四）17:30前报齐（还有3天）。还有11家未报齐（共12家）。\n请点开与督办助手的单聊，把值班表发过来。',
    );
  });
});

it('says who of a unit is still to come, where its first comes alone', async () => {
  const talk = await openThreeReturns();
  await talk.until('2024-05-29 20:00');
  expect(await talk.say('nanhu-liaison', '到岗')).toBe('南湖区局林溪已到岗（强降雨夜间值守），夏青尚未到岗。');
  expect(await talk.say('dongcheng-liaison', '到岗')).toBe('');
  expect(await talk.alone('chief', '值班情况')).toContain('5月29日（周三）20:00—次日08:00）正在进行，到岗1/6家。');
});

describe('a return of materials only', () => {
  it('takes a spreadsheet that is called what is wanted, by its name or beside it', async () => {
    const talk = await openThreeReturns();
    const taken = (name: string) => `已收到（${name}）。\n《汛期值班表》已全部报齐，谢谢。`;
    const file = (name: string) => ({ name, kind: 'file' as const });
    expect(await talk.alone('gas-liaison', '', file('值班表.xlsx'))).toContain(taken('值班表.xlsx'));
    expect(await talk.alone('water-liaison', '这是我们的值班表', file('1.xlsx'))).toContain(taken('1.xlsx'));
    expect(await talk.alone('archive-liaison', '', file('统计表.xlsx'))).toContain('没有登记');
  });

  it('is waited for until its own day', async () => {
    const talk = await openThreeReturns();
    for (const words of ['值班表没有统计好', '值班表还没有排好'])
      expect(await talk.alone('water-liaison', words)).toMatch(/^好的，先空着。.*请于5月23日（周四）17:30前报齐/);
    expect(await talk.alone('water-liaison', '宣传资料还没统计好')).toContain('请于6月4日');
  });
});

it('opens no other table than the one named, which the unit does not owe', async () => {
  const talk = await openThreeReturns();
  const said = '贵单位不用报《排查整治统计表》，要报的是《汛期值班表》《宣传培训统计表》。';
  expect(await talk.alone('gas-liaison', '填报 排查整治统计表')).toBe(said);
  expect(await talk.alone(gao, '填报 排查整治统计表')).toContain(`${inspection}共6项`);
});
