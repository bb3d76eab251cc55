/** Every order, event and purpose is in exactly one room, and each room declares all that it must. */
import { describe, expect, it } from 'vitest';
import type { CoreEvent, RoomName } from '../../src/domain/campaign/slices.ts';
import { coreFrames } from '../../src/domain/core-orders.ts';
import { isCore } from '../../src/domain/dispatch.ts';
import {
  absentSections,
  allOrders,
  foldInRoom,
  initialSlices,
  rooms,
  sectionKeys,
  specOf,
} from '../../src/domain/rooms.ts';

const names = Object.keys(rooms) as RoomName[];

/** How often each key occurs over all rooms. */
function times(keysOf: (name: RoomName) => readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const key of names.flatMap(keysOf)) counted[key] = (counted[key] ?? 0) + 1;
  return counted;
}

const kinds = {
  order: (name: RoomName) => Object.keys(rooms[name].orders),
  event: (name: RoomName) => Object.keys(rooms[name].events),
  purpose: (name: RoomName) => Object.keys(rooms[name].renew),
  key: (name: RoomName) => Object.keys(rooms[name].section.keys),
};

describe.each(Object.entries(kinds))('each %s', (_kind, keysOf) => {
  const counted = Object.entries(times(keysOf));

  it('is somewhere', () => expect(counted.length).toBeGreaterThan(0));
  it.each(counted)('%s is in one room', (_key, count) => expect(count).toBe(1));
});

/** All core events; that none is missing does not compile otherwise. */
const coreEvents: Readonly<Record<CoreEvent['type'], true>> = {
  CampaignOpened: true,
  SlotFired: true,
  OrderProposed: true,
  OrderSettled: true,
  QuestionPassedOver: true,
  QuestionPutAgain: true,
  UnitJoined: true,
  UnitLeft: true,
  PersonSucceeded: true,
};

it.each(Object.keys(coreEvents))('%s belongs to no room, but to all', (type) => {
  expect(names.flatMap(kinds.event)).not.toContain(type);
  const event = { type } as Parameters<typeof foldInRoom>[1];
  expect(foldInRoom(initialSlices(), event, { atMs: 0, cause: '' })).toBe(false);
});

it('every order is found under its name, and no core order is in a room', () => {
  for (const [name, spec] of allOrders()) {
    const order = { name } as Parameters<typeof specOf>[0];
    expect(specOf(order)).toBe(spec);
    expect(isCore(order)).toBe(false);
  }
  for (const { make } of coreFrames) {
    const order = make({});
    expect(order !== null && isCore(order)).toBe(true);
  }
});

it('frames take the whole message, and make the order they stand under', () => {
  for (const [name, { frames }] of allOrders())
    for (const { says, make } of frames) {
      expect(says.source.startsWith('^'), `${name} ${says}`).toBe(true);
      expect(says.source.endsWith('$'), `${name} ${says}`).toBe(true);
      expect(says.global || says.sticky, `${name} ${says}`).toBe(false);
      expect(make({})?.name ?? name).toBe(name);
    }
});

it('what reaches everyone or cannot be undone is an act', () => {
  for (const [name, { preview, kind }] of allOrders()) if (preview) expect(kind, name).toBe('act');
});

it('each room has a slice, and a section that may be absent', () => {
  expect(Object.keys(initialSlices()).toSorted()).toEqual(names.toSorted());
  expect(absentSections()).toMatchObject({ returns: [], duty: null, tasks: [], addressees: { units: [] } });
  expect(Object.keys(sectionKeys())).toEqual(expect.arrayContaining(['returns', 'duty', 'addressees', 'reminders']));
});
