/** Orders whose words take them back, put them off or ask, behind what they pass on; and those that name a whole group. */
import { describe, expect, it } from 'vitest';
import { type Conversation, openPublished } from '../support/conversation.ts';

const table = '《2023年“3·15”国际消费者权益日系列活动统计表》';

async function withTables(...people: readonly string[]): Promise<Conversation> {
  const talk = await openPublished();
  for (const person of people) await talk.alone(person, '公益广告3条，其余为0，总结、图片已报送OA，确认提交');
  return talk;
}

describe('退回', () => {
  it.each([
    '退回静安区局，算了先不退',
    '退回静安区局，还是先别退了',
    '退回静安区局，数字偏大，还是算了吧',
    '退回静安区局，等我问问领导再说',
    '退回静安区局，要不要？',
    '退回静安区局，数字偏大，这样退行不行',
  ])('sends nothing back at “%s”', async (words) => {
    const talk = await withTables('jingan-liaison');
    expect(await talk.alone('organiser', words)).not.toContain('退回静安区局《');
    await talk.alone('organiser', '是');
    expect(talk.told('jingan-liaison')).toEqual([]);
  });

  it.each([
    '退回静安区局，数字是不是偏大？请核实',
    '退回静安区局，没有盖章，别漏了',
    '退回静安区局，我核对过了，第3项不对',
    '退回静安区局，不完整',
  ])('sends back at “%s”', async (words) => {
    const talk = await withTables('jingan-liaison');
    expect(await talk.alone('organiser', words)).toContain('已退回静安区局');
  });
});

describe('通知', () => {
  it('lets a notice go that takes itself back', async () => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', '通知黄浦：明天开会，算了先不发')).toBe('好的，没有办理。');
    expect(talk.group()).toEqual([]);
  });

  it.each(['通知徐汇：材料盖章，先别发，我再想想', '通知徐汇：这样写行不行', '通知徐汇：明天开会，等我定了时间再说'])(
    'shows “%s” first',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.alone('organiser', words)).toMatch(/^将通知1家（徐汇）/);
      expect(talk.group()).toEqual([]);
      expect(await talk.alone('organiser', '是')).toContain('已通知徐汇区局');
    },
  );

  it.each(['通知徐汇：先别发材料', '通知徐汇：图片不要发群里，发给我', '通知徐汇：会议改天再开，别等了'])(
    'sends “%s” at once',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.alone('organiser', words)).toBe('已通知徐汇区局（1号通知）。');
    },
  );
});

describe('a group', () => {
  it('is shown before its tables go back, and who is not concerned is counted', async () => {
    const talk = await withTables('xuhui-liaison', 'jingan-liaison');
    expect(await talk.alone('organiser', '退回各区局，格式不对')).toContain(
      `将退回2家（徐汇区局、静安区局）已报的${table}，原因：格式不对。`,
    );
    expect(talk.told('jingan-liaison')).toEqual([]);
    expect((await talk.alone('organiser', '是')).split('\n')).toEqual([
      `已退回徐汇区局、静安区局${table}，原因：格式不对。`,
      expect.stringContaining('已告知'),
      '其余14家没有可办的。',
    ]);
    expect(await talk.alone('organiser', '撤销退回 各区局')).toContain('将撤销2家（徐汇区局、静安区局）的退回。');
    expect(await talk.alone('organiser', '是')).not.toContain('现在没有退回未改的');
  });
});
