import { describe, expect, it } from 'vitest';
import { type Conversation, confirmed, openPublished } from '../support/conversation.ts';

/** A reporter of every unit on duty but those named checks in, standing in for its leader. */
async function checkInAllBut(talk: Conversation, ...absent: string[]) {
  const posts = talk.people().filter(({ id, unit, roles }) => {
    const onDuty = /区市场监督管理局$|临港|机场分局|执法总队|投诉举报中心|药品/.test(unit);
    return onDuty && roles.includes('reporter') && !absent.some((unitId) => id.startsWith(`${unitId}-`));
  });
  for (const { id } of posts) await talk.say(id, '到岗');
}

it('posts the check-in when a shift starts, mentioning those on the roster', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:59');
  talk.group();
  await talk.until('2023-03-15 09:00');
  const [call, ...more] = talk.group();
  expect(more).toEqual([]);
  expect(call?.text).toBe(
    '【值班签到】带队值守（3月15日（周三）09:00—17:30）开始，21家单位值守。到岗后请回“@督办助手 到岗”。',
  );
  expect(call?.mentions).toHaveLength(21);
  expect(call?.mentions).toContain('drug-leader');
  expect(call?.mentions).not.toContain('publicity-leader');
});

it('records who checks in, from an hour before, once', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 07:59');
  expect(await talk.say('xuhui-liaison', '到岗')).toBe(
    '现在没有需要签到的班次。下一班：带队值守，3月15日（周三）09:00—17:30，开始前1小时起可以签到。',
  );
  await talk.until('2023-03-15 08:30');
  expect(await talk.alone('xuhui-liaison', '到岗')).toBe('徐汇区局卫子航 08:30到岗（带队值守）。');
  expect(await talk.alone('xuhui-liaison', '签到')).toBe('卫子航已于08:30签到，无需重复。');
  expect(await talk.say('xuhui-liaison', '签到')).toBe('');
  expect(await talk.say('publicity-liaison', '到岗')).toBe(
    '新闻宣传处不在带队值守的值守名单里，如需值守请联系组织者安排。',
  );
});

it('names after ten minutes who is absent; after twenty tells their leader, or the organisers if it is the leader', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '安排值班 黄浦区局 王若溪 冯启明');
  await talk.until('2023-03-15 09:05');
  await checkInAllBut(talk, 'jingan', 'putuo', 'huangpu');
  await talk.say('huangpu-liaison', '到岗');
  talk.group();

  await talk.until('2023-03-15 09:15');
  expect(talk.group()).toEqual([
    {
      at: '03-15 09:10',
      text: '【未到岗】带队值守签到已开始10分钟，尚未到岗：黄浦区局 冯启明；静安区局 朱梦琪；普陀区局 尤静怡。到岗请回“@督办助手 到岗”。',
      mentions: ['huangpu-liaison-2', 'jingan-leader', 'putuo-leader'],
    },
  ]);

  await talk.say('putuo-liaison', '到岗');
  await talk.until('2023-03-15 12:00');
  const notice = (names: string, besides = '') => ({
    at: '03-15 09:20',
    text: `【值班提示】带队值守（3月15日（周三）09:00—17:30）尚未到岗：${names}。请马上联系落实。${besides}`,
    mentions: [],
  });
  expect(talk.told('huangpu-leader').slice(-1)).toEqual([notice('黄浦区局 冯启明')]);
  expect(talk.told('organiser')).toEqual([notice('静安区局 朱梦琪', '另有黄浦区局 冯启明，已告知本单位领导。')]);
  expect(talk.told('jingan-leader')).toEqual([]);
  expect(talk.told('putuo-leader')).toEqual([]);
  expect(talk.group()).toEqual([]);
});

it('takes someone of the unit who stands in as the post being held', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 09:05');
  await checkInAllBut(talk, 'jingan');
  expect(await talk.say('jingan-liaison', '到岗')).toBe('带队值守21家单位已全部到岗，辛苦了。');
  talk.group();
  await talk.until('2023-03-15 12:00');
  expect(talk.group()).toEqual([]);
  expect(talk.told('jingan-leader')).toEqual([]);
});

it('sends duty messages in the quiet hours too', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 19:00');
  talk.group();
  talk.told('organiser');
  await talk.until('2023-03-15 20:00');
  expect(talk.group().map(({ at, text }) => [at, text.slice(0, 6)])).toEqual([
    ['03-15 19:30', '【值班签到】'],
    ['03-15 19:40', '【未到岗】“'],
  ]);
  expect(talk.told('organiser').map(({ at }) => at)).toEqual(['03-15 19:50']);
});

it('answers 值班情况 with now and next', async () => {
  const talk = await openPublished();
  const next = '下一班：“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30），21家单位，均已排人。';
  expect(await talk.say('xuhui-liaison', '值班情况')).toBe(
    '当前没有在值的班次。\n下一班：带队值守（3月15日（周三）09:00—17:30），21家单位，均已排人。',
  );
  await talk.until('2023-03-15 09:05');
  await checkInAllBut(talk, 'jingan');
  expect(await talk.say('shanghai-leader', '谁在值班')).toBe(
    `带队值守（3月15日（周三）09:00—17:30）正在进行，到岗20/21家。未到岗：静安区局 朱梦琪。\n${next}`,
  );
  await talk.say('jingan-liaison', '已到岗');
  expect(await talk.say('shanghai-leader', '值班情况')).toBe(
    `带队值守（3月15日（周三）09:00—17:30）正在进行，21家全部到岗。\n${next}`,
  );
  await talk.until('2023-03-15 18:00');
  expect(await talk.say('shanghai-leader', '值班情况')).toBe(
    `带队值守（3月15日（周三）09:00—17:30）已结束，到岗21/21家。\n${next}`,
  );
  await talk.until('2023-03-15 23:00');
  expect(await talk.say('shanghai-leader', '值班情况')).toMatch(
    /^带队值守（3月15日（周三）09:00—17:30）已结束，到岗21\/21家。\n“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）已结束，到岗0\/21家。未到岗：执法总队 鲁正阳；/,
  );
});

it('names the absentees of the shift that ended last, and of a day asked about', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 09:05');
  await checkInAllBut(talk, 'jingan');
  await talk.until('2023-03-15 18:00');
  const over = '带队值守（3月15日（周三）09:00—17:30）已结束，到岗20/21家。未到岗：静安区局 朱梦琪。';
  const next = '下一班：“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30），21家单位，均已排人。';
  for (const words of ['谁没到岗', '值班情况', '今天谁没签到', '还有谁没到岗', '上一班谁没到岗', '还有几家没到岗'])
    expect(await talk.alone('organiser', words), words).toBe(`${over}\n${next}`);
  for (const words of ['今天白天谁没到岗', '白天谁没到岗', '今天上午谁没到岗'])
    expect(await talk.alone('organiser', words), words).toBe(over);
  expect(await talk.alone('organiser', '今晚谁值班')).toBe(next);
  expect(await talk.alone('organiser', '汇总进度')).toContain(`值班：${over}\n${next}`);
  await talk.until('2023-03-16 08:30');
  for (const words of ['昨晚谁没到岗', '昨天晚上谁没到岗', '昨晚没到岗的有哪些单位'])
    expect(await talk.alone('organiser', words), words).toMatch(
      /^“3·15”晚会期间带队值守.*已结束，到岗0\/21家。未到岗：/,
    );
  expect(await talk.alone('organiser', '昨天白天谁没到岗')).toBe(over);
  expect(await talk.alone('organiser', '昨天谁缺岗')).toMatch(/^带队值守.*\n“3·15”晚会期间带队值守.*已结束/);
});

it('names nobody absent who was never called', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-14 18:00');
  await confirmed(talk, 'organiser', '暂停活动');
  await talk.until('2023-03-15 09:30');
  expect(await talk.alone('organiser', '值班情况')).toMatch(
    /^带队值守（3月15日（周三）09:00—17:30）正在进行，活动暂停，未点名。\n下一班：/,
  );
  await talk.say('jingan-liaison', '到岗');
  await talk.until('2023-03-15 18:00');
  expect(await talk.alone('organiser', '谁没到岗')).toMatch(
    /^带队值守（3月15日（周三）09:00—17:30）已结束，活动暂停，未点名，已报到岗1家。\n下一班：/,
  );
  expect(await talk.alone('organiser', '静安区局明细')).toContain('朱梦琪，已到岗。');
  expect(await talk.alone('organiser', '黄浦区局明细')).not.toContain('未到岗');
  await talk.until('2023-03-16 09:00');
  await confirmed(talk, 'organiser', '恢复活动');
  const told = await talk.alone('organiser', '汇总进度');
  expect(told).toContain('值班：带队值守（3月15日（周三）09:00—17:30）已结束，没有发出签到，未点名，已报到岗1家。');
  expect(told).not.toContain('未到岗');
});

it('reads well behind 值班： in 汇总进度, while a shift runs and when all are over', async () => {
  const talk = await openPublished();
  const line = async () => /^值班：.*$/m.exec(await talk.alone('shanghai-leader', '汇总进度'))?.[0];
  await talk.until('2023-03-15 09:05');
  expect(await line()).toMatch(/^值班：带队值守（3月15日（周三）09:00—17:30）正在进行，到岗0\/21家。/);
  await talk.until('2023-03-15 23:00');
  expect(await line()).toMatch(/^值班：带队值守（3月15日（周三）09:00—17:30）已结束，到岗0\/21家。/);
});

describe('a substitute', () => {
  async function openShift() {
    const talk = await openPublished();
    await talk.say('organiser', '确认安排值班 黄浦区局 褚安然 王若溪');
    await talk.until('2023-03-15 09:05');
    talk.group();
    talk.told('organiser');
    return talk;
  }

  it.each(['我替褚安然到岗', '替褚安然到岗了', '我来替褚安然值班', '替小褚到岗', '我代褚局上岗', '替同事到岗'])(
    'of the own unit is recorded at “%s” for whom he stands in, and the organisers see it',
    async (words) => {
      const talk = await openShift();
      const clear = /褚/.test(words);
      const answer = await talk.alone('huangpu-liaison-2', words);
      if (!clear) {
        expect(answer).toContain('是值班名单上的哪一位（褚安然、王若溪），还没有记到岗。');
        return;
      }
      expect(answer).toBe('黄浦区局冯启明替褚安然 09:05到岗（带队值守）。');
      expect(talk.told('organiser').map(({ text }) => text)).toEqual([
        '【替班】黄浦区局冯启明替褚安然到岗（带队值守）。',
      ]);
      expect(talk.group()).toEqual([]);
      expect(await talk.alone('organiser', '黄浦区局明细')).toContain('褚安然、王若溪（冯启明替褚安然）');
    },
  );

  it('holds only the place of whom he stands in for', async () => {
    const talk = await openShift();
    await talk.alone('huangpu-liaison-2', '我替褚安然到岗');
    await talk.until('2023-03-15 09:12');
    const absence = talk
      .group()
      .map(({ text }) => text)
      .join();
    expect(absence).toContain('黄浦区局 王若溪；');
    expect(absence).not.toContain('褚安然');
  });

  it('of another unit is told the way, and not recorded', async () => {
    const talk = await openShift();
    expect(await talk.alone('xuhui-leader', '我替王若溪到岗')).toBe(
      '王若溪是黄浦区局的，您是徐汇区局的，没有记到岗。确由您替班的，请组织者发“安排值班 黄浦区局 朱少安”。'.replace(
        '朱少安',
        talk.people().find(({ id }) => id === 'xuhui-leader')?.name ?? '',
      ),
    );
    await talk.until('2023-03-15 09:12');
    expect(
      talk
        .group()
        .map(({ text }) => text)
        .join(),
    ).toContain('徐汇区局');
  });

  it.each(['褚安然替我到岗', '替褚安然签到', '明天我替褚安然到岗', '我替褚安然到岗行吗', '褚安然到岗了'])(
    'is nobody who does not say that he is there himself: “%s”',
    async (words) => {
      const talk = await openShift();
      await talk.alone('huangpu-liaison-2', words);
      await talk.until('2023-03-15 09:12');
      expect(
        talk
          .group()
          .map(({ text }) => text)
          .join(),
      ).toContain('黄浦区局 褚安然、王若溪');
    },
  );
});

it('leaves a shift that is over to who was on its roster when somebody takes over', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认安排值班 黄浦区局 王若溪');
  await talk.until('2023-03-15 18:00');
  await talk.say('organiser', '确认更换联络员 王若溪 冯启明');
  await talk.until('2023-03-15 18:01');
  const page = await talk.alone('organiser', '黄浦区局明细');
  expect(page).toContain('带队值守（3月15日（周三）09:00—17:30）：王若溪，未到岗。');
  expect(page).toContain('“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）：冯启明。');
});
