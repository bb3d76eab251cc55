/** People who left the directory or a shift. */
import { expect, it } from 'vitest';
import { shanghaiFiles, type WritableFiles } from '../support/campaign-files.ts';
import { confirmed, openPublished } from '../support/conversation.ts';

async function open() {
  const files = await shanghaiFiles();
  const talk = await openPublished({
    durable: true,
    config: { campaigns: files.campaigns, directory: files.directory },
  });
  return { files, talk };
}

function leave(files: WritableFiles, ...ids: string[]) {
  const gone = new RegExp(`id: (?:${ids.join('|')}),`);
  return files.edit('directory', (text) =>
    text
      .split('\n')
      .filter((line) => !gone.test(line))
      .join('\n')
      .replace(
        '  - {id: newcomer,',
        '  - {id: xuhui-new, name: 白小满, unit: xuhui, roles: [reporter], accounts: {wecom: XuhuiNew}}\n  - {id: newcomer,',
      ),
  );
}

it('keeps calling by name who reported and left', async () => {
  const { files, talk } = await open();
  await talk.alone('xuhui-liaison', '公益广告3条');
  await leave(files, 'xuhui-liaison');
  await talk.restart();
  expect(await talk.alone('shanghai-leader', '谁改过 徐汇区局第2项')).toContain('卫子航 3条（“公益广告3条”）');
  expect(await talk.alone('xuhui-new', '进度')).toContain('2 播放公益广告 3条');
});

it('mentions somebody of a unit whose people on duty have left, and shows no id', async () => {
  const { files, talk } = await open();
  await leave(files, 'jingan-leader');
  await talk.restart();
  await talk.until('2023-03-15 09:15');
  const messages = talk.group().filter(({ text }) => /值班签到|未到岗/.test(text));
  expect(messages).toHaveLength(2);
  for (const { text, mentions } of messages) {
    expect(text).not.toMatch(/[a-z]+-(?:leader|liaison)/);
    expect(mentions).toContain('jingan-liaison');
    expect(mentions).not.toContain('jingan-leader');
  }
});

it('does not take for present who was taken off the shift, and lists the shift under the others’ names', async () => {
  const { talk } = await open();
  await talk.until('2023-03-15 08:30');
  await confirmed(talk, 'organiser', '安排值班 徐汇区局 卫子航');
  expect(await talk.say('xuhui-leader', '到岗')).toBe(
    '带队值守的值班人员已调整为卫子航，没有为您记到岗。如确由您值守，请组织者重新安排。',
  );
  await talk.until('2023-03-15 09:05');
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain('徐汇区局 卫子航');
  expect(await talk.alone('xuhui-leader', '我的任务')).toMatch(/值守：带队值守.*值班人员：卫子航。/);
});

it('hands over what is open to the successor', async () => {
  const { talk } = await open();
  await talk.alone('xuhui-liaison', '公益广告约10条');
  await talk.alone('newcomer', '绑定 徐汇区局');
  expect(await confirmed(talk, 'organiser', '更换联络员 卫子航 薛从文')).toMatch(/^徐汇区局：卫子航的工作已交给薛从文/);
  expect(await talk.alone('newcomer', '9')).toMatch(/^已记：第2项 播放公益广告 9条/);
});
