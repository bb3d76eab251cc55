/** Of several processes on one store one leads, another after its end. */
import { expect, it } from 'vitest';
import { createLead } from '../../src/service/lead.ts';
import { openMemory } from '../../src/store/memory.ts';

function open() {
  const store = openMemory();
  let nowMs = 1_000_000;
  const clock = { nowMs: () => nowMs };
  const of = (owner: string) => createLead(store, clock, owner);
  return { store, one: of('one'), two: of('two'), pass: (seconds: number) => (nowMs += seconds * 1000) };
}

it('is held by whoever came first, as long as that process prolongs it', async () => {
  const { one, two, pass } = open();
  for (let second = 0; second < 300; second += 1) {
    expect(await one.holds()).toBe(true);
    expect(await two.holds()).toBe(false);
    pass(1);
  }
});

it('is never held by two, whoever of many asks when', async () => {
  const { one, two, pass } = open();
  for (let second = 0; second < 300; second += 7) {
    const held = await Promise.all([two.holds(), one.holds()]);
    expect(held.filter(Boolean).length).toBeLessThanOrEqual(1);
    pass(second % 40);
  }
});

it('passes to another within half a minute of a death', async () => {
  const { one, two, pass } = open();
  await one.holds();
  pass(29);
  expect(await two.holds()).toBe(false);
  pass(2);
  expect(await two.holds()).toBe(true);
  expect(await one.holds()).toBe(false);
});

it('passes at once from a process that stops', async () => {
  const { one, two } = open();
  await one.holds();
  await one.giveUp();
  await one.giveUp();
  expect(await two.holds()).toBe(true);
});

it('is not lost to a term that a clock which ran ahead has written', async () => {
  const { store, two } = open();
  await store.claim({ key: 'term/rounds', number: 1, owner: 'ahead', endsAtMs: 99_000_000, unsure: 0 });
  expect(await two.holds()).toBe(true);
});

it('leaves no more than its last term behind', async () => {
  const { store, one, pass } = open();
  for (let minute = 0; minute < 60; minute += 1) {
    await one.holds();
    pass(60);
  }
  expect((await store.tries()).length).toBe(1);
});
