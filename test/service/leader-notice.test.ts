/** The notice to leaders in a group: never more than the platform takes. */
import { expect, it } from 'vitest';
import { utf8Length } from '../../src/domain/broadcast/split.ts';
import { openRoom } from './office-room.ts';

async function lateWith(pushBytes: number) {
  const room = await openRoom({ channel: { reachesPeople: false, pushBytes } });
  await room.say('organiser', '确认发布方案');
  await room.deliverer.deliver();
  const reporters = [...room.office.view().people()].filter(({ roles, unit }) => roles.includes('reporter') && unit);
  // Each unit owes something else, so that each has a line of its own.
  for (const [index, { id }] of reporters.entries())
    for (let no = 1; no <= 9; no += 1) if ((index >> (no % 5)) % 2 === 0) await room.say(id, `第${no}项${index}`);
  room.clock.set('2023-03-24 10:00');
  await room.ticker.tick();
  room.fake.pushed.length = 0;
  await room.deliverer.deliver();
  const late = room.fake.pushed.filter(({ text }) => text.startsWith('【逾期提示】'));
  return late;
}

it('names the units alone where there is no room for what each owes', async () => {
  const late = await lateWith(1200);
  expect(late).toHaveLength(1);
  expect(utf8Length(late[0]?.text ?? '')).toBeLessThanOrEqual(1200);
  expect(late[0]?.text).toContain('还差统计表或材料（发“未报单位”看明细）');
  expect(late[0]?.mentions).toHaveLength(27);
});

it('tells them in several messages where even the names do not fit', async () => {
  const late = await lateWith(400);
  expect(late.length).toBeGreaterThan(1);
  for (const { text } of late) expect(utf8Length(text)).toBeLessThanOrEqual(400);
  expect(late.flatMap(({ mentions }) => mentions)).toHaveLength(27);
  expect(new Set(late.flatMap(({ mentions }) => mentions)).size).toBe(27);
});

it('says all where it fits', async () => {
  const late = await lateWith(20_000);
  expect(late).toHaveLength(1);
  expect(late[0]?.text).not.toContain('未报单位');
});
