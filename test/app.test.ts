import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { formatIso } from '../src/domain/calendar/zone.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './files/example-files.ts';
import { createRecordingLog } from './support/recording-log.ts';

it('rehearses an office’s own files on the page, and tells the operator what is missing in them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-own-'));
  writeFileSync(join(folder, 'people.yaml'), DIRECTORY_TEXT.replace('platform: console', 'platform: wecom'));
  writeFileSync(join(folder, 'campaign.yaml'), CAMPAIGN_TEXT);
  const args = ['--campaign', join(folder, 'campaign.yaml'), '--directory', join(folder, 'people.yaml')];
  const log = createRecordingLog();
  const app = await openApp(readConfig({ DATABASE_URL: 'memory:' }, args), log);
  onTestFinished(() => app.stop());
  await app.start();
  const room = app.rehearsal?.room;
  expect(formatIso(room?.now() ?? 0)).toBe('2020-03-11T09:00:00+08:00');
  const post = (text: string, messageId: string) =>
    room?.post({ chat: 'group', from: 'boss', text, mention: true, messageId, file: null });
  expect((await post('发布方案', '1'))?.heard).toBe(true);
  expect((await post('确认发布方案', '2'))?.heard).toBe(true);
  const pushed = room?.messages('group', 0).filter(({ from, replyTo }) => from === 'bot' && replyTo === null);
  expect(pushed?.map(({ text }) => text).join()).toContain('【示例活动】');

  expect(app.overview.campaigns[0]?.gaps).toEqual([{ kind: 'no-liaison', units: ['投诉举报中心'] }]);
  const opened = log.lines.filter(({ message }) => message === 'opened');
  expect(opened).toEqual([{ level: 'info', message: 'opened', fields: { overview: app.overview } }]);
});
