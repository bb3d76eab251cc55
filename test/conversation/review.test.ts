import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Conversation, type ConversationOptions, openConversation, reportAll } from '../support/conversation.ts';

const title = '《2023年“3·15”国际消费者权益日系列活动统计表》';

/** The plan is out. */
async function published(options: ConversationOptions = {}): Promise<Conversation> {
  const talk = await openConversation(options);
  await talk.say('organiser', '发布方案');
  await talk.say('organiser', '是');
  talk.group();
  return talk;
}

async function handIn(talk: Conversation, person: string): Promise<string> {
  await talk.alone(person, '总结、图片已报送OA');
  return talk.alone(person, '公益广告3条，抖音12条，其余为0，确认提交');
}

/** The Shanghai file with one line more, as an office would write it. */
async function withAcceptance(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'review-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const written = await readFile(new URL('../../config/campaigns/shanghai-2023.yaml', import.meta.url), 'utf8');
  const path = join(folder, 'shanghai-2023.yaml');
  await writeFile(path, `${written}\nreview: {acceptance: required}\n`);
  return path;
}

it('sends a table back with a reason, reminds of it, and takes it again', async () => {
  const talk = await published();
  await talk.until('2023-03-17 09:00');
  await handIn(talk, 'huangpu-liaison');
  await talk.until('2023-03-20 09:00');
  expect(await talk.say('organiser', '退回 黄浦区局 第3项，数字偏大请核实')).toBe(
    `已退回黄浦区局${title}第3项，原因：数字偏大请核实。\n已告知王若溪、冯启明。改好重报前按未报齐提醒。`,
  );
  expect(talk.told('huangpu-liaison').map(({ at, text }) => [at, text.split('\n')[0]])).toEqual([
    ['03-20 09:00', `【退回】贵单位${title}第3项已退回，原因：数字偏大请核实。`],
  ]);
  expect(await talk.say('shanghai-leader', '汇总进度')).toMatch(/已报齐0\/27家[\s\S]*退回未改：1家。/);
  expect(await talk.alone('huangpu-liaison', '进度')).toContain('还差统计表第3项（已退回：数字偏大请核实）');

  talk.group();
  await talk.until('2023-03-20 12:00');
  expect(talk.group().flatMap(({ mentions }) => mentions)).toContain('huangpu-liaison');

  await talk.until('2023-03-23 09:00');
  expect(await talk.alone('huangpu-liaison', '第3项改成2，确认提交')).toBe(
    `已记：第3项 抖音小视频参与数 2条（“第3项改成2”，原12条）。\n黄浦区局${title}已提交。\n已全部报齐，谢谢。`,
  );
  expect(await talk.say('shanghai-leader', '汇总进度')).toMatch(/已报齐1\/27家，完成率3.7%，按时率3.7%/);
  talk.group();
  await talk.until('2023-03-23 12:00');
  expect(talk.group().flatMap(({ mentions }) => mentions)).not.toContain('huangpu-liaison');
});

it('keeps what waits for acceptance apart from what is owed', async () => {
  const talk = await published({ durable: true, config: { campaigns: [await withAcceptance()] } });
  await talk.until('2023-03-17 09:00');
  // The calls of the 15th were missed by all: no matter here.
  talk.group();
  talk.told('organiser');
  expect(await handIn(talk, 'huangpu-liaison')).toMatch(/已提交。\n已全部报齐，谢谢。\n审核：待审核。$/);
  await handIn(talk, 'xuhui-liaison');
  expect(talk.told('organiser')).toEqual([]);
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '待审核')).toBe('待审核2家：黄浦区局、徐汇区局。');

  expect(await talk.say('organiser', '黄浦区局通过')).toBe(`审核通过：黄浦区局${title}。`);
  expect(await talk.say('organiser', '退回 徐汇区局 总结，内容不全')).toContain('已退回徐汇区局总结');
  expect(await talk.say('shanghai-leader', '汇总进度')).toContain('审核：已通过1家，待审核0家，退回1家。');
  expect(talk.told('xuhui-liaison').map(({ text }) => text.split('\n')[0])).toEqual([
    '【退回】贵单位总结已退回，原因：内容不全。',
  ]);

  await talk.restart();
  expect(await talk.send('xuhui-liaison', { name: '活动总结.docx', kind: 'file' })).toContain('审核：待审核。');
  expect(await talk.say('organiser', '全部通过')).toContain(`将审核通过${title}1家（徐汇区局）。`);
  expect(await talk.say('organiser', '是')).toBe(`审核通过：徐汇区局${title}。`);
  expect(await talk.alone('huangpu-liaison', '第2项改成4')).toContain('确认提交');
  expect(await talk.alone('huangpu-liaison', '确认提交')).toContain('审核：待审核。');
  expect(await talk.say('shanghai-leader', '汇总进度')).toContain('审核：已通过1家，待审核1家，退回0家。');
});

it('asks the leader it tells for want of a liaison to have it put right', async () => {
  const talk = await published();
  await reportAll(talk, 'changning-liaison');
  await talk.say('organiser', '确认移除人员 长宁区局 沈志恒');
  await talk.say('organiser', '退回 长宁，数字偏大');
  const text = talk.told('changning-leader').at(-1)?.text;
  expect(text).toContain('长宁区局还没有联络员，请单位领导安排一位同志发“绑定 单位全称”，由其办理。');
  expect(text).not.toContain('确认提交');
});

it.each(['退回各区局，除了奥黄浦，数字偏大', '退回全部，除了奥黄浦，数字偏大'])(
  'sends nobody’s back where it is not known who is left out: %s',
  async (words) => {
    const talk = await published();
    await handIn(talk, 'huangpu-liaison');
    expect(await talk.alone('organiser', words)).toBe(
      '没看懂“除了奥黄浦”里除了谁，没有办。除外的请写单位简称，或者直接写明要办的单位。',
    );
  },
);

it('says once of many that they have nothing to send back', async () => {
  const talk = await published();
  expect(await talk.alone('organiser', '退回各区局，数字偏大')).toBe(
    '这16家都没有可以退回的：还没有提交，或者已经退回、还没有重报。',
  );
});
