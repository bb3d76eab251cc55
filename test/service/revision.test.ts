import { expect, it } from 'vitest';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import { campaignFile, openRoom } from './office-room.ts';

const { definition } = campaignFile;
const [first] = definition.returns;
if (!first?.form) throw new Error('the campaign has a return with a table');
const { form } = first;

/** A room whose office is reopened on a changed file. */
async function reopened(change: Partial<CampaignDefinition>, before: Partial<CampaignDefinition> = {}) {
  const file = (part: Partial<CampaignDefinition>, sha256: string) => ({
    definition: { ...definition, ...part },
    sha256,
  });
  const room = await openRoom({ campaign: file(before, 'before') });
  await room.say('organiser', '确认发布方案');
  await room.say('xuhui-liaison', '全部为0');
  await room.say('xuhui-liaison', '确认提交');
  await room.say('xuhui-liaison', '总结已报送OA，图片已报送OA');
  const { store, clock } = room;
  return openRoom({ store, clock, campaign: file(change, 'after'), owner: 'two' });
}

it('a return that the file has no more is owed no more', async () => {
  const extra = { ...first, id: 'extra', title: '补充表' };
  const room = await reopened({}, { returns: [first, extra] });
  expect([...room.state().submission.returns.keys()]).toEqual([first.id]);
});

it('a row added at the end makes handed-in tables drafts again', async () => {
  const row = {
    no: 10,
    seq: '10',
    label: '新增项目',
    measure: '次',
    kind: 'integer',
    group: null,
    aliases: [],
  } as const;
  const room = await reopened({ returns: [{ ...first, form: { ...form, rows: [...form.rows, row] } }] });
  const returned = room.state().submission.returns.get(first.id);
  expect(returned?.owing.has('xuhui')).toBe(true);
  expect(returned?.complete).toBe(0);
  expect(await room.say('xuhui-liaison', '确认提交')).toContain('新增项目');
});

it('a unit that the file no longer assigns is counted nowhere, and has its figures back when it is again', async () => {
  const without = { ...first, from: { ...first.from, units: first.from.units.filter((unit) => unit !== 'xuhui') } };
  const room = await reopened({ returns: [without] });
  const returned = room.state().submission.returns.get(first.id);
  expect([returned?.complete, returned?.onTime, returned?.submissions.size]).toEqual([0, 0, 0]);
  expect(returned?.tallies.get(1)?.units).toBe(0);
  const { store, clock } = room;
  const again = await openRoom({ store, clock, campaign: { definition, sha256: 'again' }, owner: 'three' });
  expect(again.state().submission.returns.get(first.id)?.complete).toBe(1);
});

it('a roster changed in the file holds, but for posts that were set in chat', async () => {
  const duty = definition.duty;
  if (!duty) throw new Error('the campaign has duty');
  const roster = duty.roster.map((line) => ({ ...line, people: [`${line.unit}-leader`] }));
  const room = await reopened({
    duty: { ...duty, audience: { ...duty.audience, units: ['xuhui', 'huangpu'] }, roster },
  });
  const posts = room.state().duty.shifts.get(duty.shifts[0]?.id ?? '');
  expect([...(posts?.values() ?? [])].map(({ people }) => people)).toEqual([['xuhui-leader'], ['huangpu-leader']]);
});

it('a deadline changed in the file begins its ladder now, not with the steps of the past', async () => {
  const due = {
    ...first.due,
    dueAtMs: first.due.dueAtMs + 86_400_000,
    lateAfterMs: first.due.lateAfterMs + 86_400_000,
  };
  const room = await reopened({ returns: [{ ...first, due }] });
  expect(room.state().submission.returns.get(first.id)).toMatchObject({
    due,
    moves: 1,
    remindFromMs: room.clock.nowMs(),
  });
});
