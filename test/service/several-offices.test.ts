/** Two whole processes on one store, neither told by the other what happened. */
import { expect, it } from 'vitest';
import { verifyChain } from '../../src/service/seal.ts';
import { openMemory } from '../../src/store/memory.ts';
import { openRoom, type Room } from './office-room.ts';

async function openTwo(shared = false) {
  const one = await openRoom({ owner: 'one', store: { ...openMemory(), shared } });
  const two = await openRoom({ owner: 'two', store: one.store, clock: one.clock });
  return [one, two] as const;
}

const wecom = { platform: 'wecom' } as const;
const pushes = (...rooms: Room[]) => rooms.flatMap(({ fake }) => fake.pushed);

it('knows at once whom another process bound', async () => {
  const [one, two] = await openTwo(true);
  await one.say('organiser', '确认发布方案');
  await one.say('Stranger9', '绑定 徐汇区局 李明', wecom);
  await one.say('organiser', '确认绑定1');
  expect(await two.say('Stranger9', '收到', wecom)).toBe('徐汇区局已签收（2/28）。');
  expect(await two.say('Nobody', '收到', wecom)).toContain('通讯录里还没有您');
});

it('records a figure for the unit to which another process has moved the person a moment ago', async () => {
  const [one, two] = await openTwo(true);
  await one.say('organiser', '确认发布方案');
  for (const [at, unit] of ['奉贤区局', '崇明区局'].entries()) {
    await one.say('Stranger9', `绑定 ${unit} 李明`, wecom);
    await one.say('organiser', `确认绑定${at + 1}`);
    if (at === 1) await one.say('organiser', '是');
    await two.say('Stranger9', '公益广告3条', wecom);
    expect([...(two.state().submission.returns.get('summary')?.submissions.keys() ?? [])]).toHaveLength(at + 1);
  }
});

it('takes figures again once another process has opened the return that it saw closed', async () => {
  const [one, two] = await openTwo(true);
  await one.say('organiser', '确认发布方案');
  await one.say('organiser', '确认截止填报');
  expect(await two.say('xuhui-liaison', '公益广告3条')).toContain('已截止');
  await one.say('organiser', '确认开放填报');
  expect(await two.say('xuhui-liaison', '公益广告3条')).toContain('已记');
});

it('does not refuse a message to someone it has not heard of yet', async () => {
  const [one, two] = await openTwo();
  await one.say('visitor', '绑定 徐汇区局 李明');
  await one.say('organiser', '确认绑定1');
  await one.say('organiser', '确认发布方案');
  await one.deliverer.deliver();
  await one.say('organiser', '确认安排值班 徐汇区局 李明');
  // The campaign is read, the directory is not.
  await two.campaign.host.sync();
  await two.deliverer.deliver();
  expect(two.state().delivery.outcomes.refused).toBe(0);
  expect(two.fake.pushed.map(({ to }) => to)).toContainEqual({ kind: 'person', account: 'visitor' });
});

it('leaves no claim on a send that was settled elsewhere', async () => {
  const [one, two] = await openTwo();
  await one.say('organiser', '确认发布方案');
  await two.office.sync();
  const keys = [...two.state().delivery.open.keys()];
  await one.deliverer.deliver();
  await two.deliverer.deliver();
  expect(two.fake.pushed).toEqual([]);
  expect(await Promise.all(keys.map((key) => one.store.lastTry(key)))).toEqual(keys.map(() => null));
});

it.each([
  ['whose batches are decided on the state itself', false],
  ['whose batches are decided on a lent one', true],
])(
  'loses nothing, does nothing twice and agrees while both take messages, tick and deliver, on a store %s',
  async (_what, shared) => {
    const [one, other] = await openTwo(shared);
    const { clock } = one;
    await one.say('organiser', '确认发布方案');
    const reporters = [...one.office.view().people()].filter(
      ({ unit, roles }) => roles.includes('reporter') && one.state().broadcast.silent.has(unit ?? ''),
    );
    const work: Promise<unknown>[] = [];
    for (const [index, { id }] of reporters.entries()) {
      const [here, there] = index % 2 === 0 ? [one, other] : [other, one];
      work.push(here.say(id, '收到'), there.say(id, `公益广告${index + 1}条`));
      if (index % 5 === 0) work.push(one.deliverer.deliver(), other.deliverer.deliver());
      if (index % 7 === 0) await Promise.all(work);
    }
    await Promise.all(work);
    for (const time of ['2023-03-13 10:00', '2023-03-14 10:00', '2023-03-15 09:00', '2023-03-15 09:10']) {
      clock.set(time);
      await Promise.all([one.ticker.tick(), other.ticker.tick()]);
      await Promise.all([one.deliverer.deliver(), other.deliverer.deliver()]);
      clock.pass(3 * 60_000);
      await Promise.all([one.deliverer.deliver(), other.deliverer.deliver()]);
    }
    await one.office.sync();
    await other.office.sync();

    expect(one.state()).toEqual(other.state());
    // Nothing of what was lent and refused is left behind.
    expect((await openRoom({ owner: 'three', store: one.store, clock })).state()).toEqual(one.state());
    expect(one.state().broadcast.silent.size).toBe(0);
    const cells = [...(one.state().submission.returns.values().next().value?.submissions.values() ?? [])];
    expect(cells.map(({ cells: figures }) => figures.get(2)?.value).filter((value) => value !== undefined).length).toBe(
      new Set(reporters.map(({ unit }) => unit)).size,
    );
    const entries = await one.store.read(one.campaign.host.stream, 0, 100_000);
    expect(verifyChain(entries)).toBeNull();
    expect(new Set(entries.map(({ cause }) => cause)).size).toBe(entries.length);
    for (const { id } of reporters)
      expect(
        entries.filter(({ events }) => JSON.stringify(events).includes(`"person":"${id}"`)).length,
      ).toBeGreaterThan(0);
    const keys = pushes(one, other).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(one.state().delivery.open.size).toBe(0);
    expect(one.state().delivery.outcomes).toMatchObject({ sent: keys.length, refused: 0, 'given-up': 0 });
  },
);
