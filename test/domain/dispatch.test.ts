/** One message, one decision: its parts one after another, each on what the ones before left. */
import { describe, expect, it } from 'vitest';
import type { CampaignEvent, RoomOrder } from '../../src/domain/campaign/slices.ts';
import { decide } from '../../src/domain/dispatch.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Speaker } from '../../src/domain/situation.ts';
import type { CoreOrder, Part } from '../../src/domain/utterance.ts';
import { at, campaignFile, returnId } from '../service/office-room.ts';
import { situationAfter } from '../support/situation.ts';

const { definition } = campaignFile;
const openedMs = at('2023-03-12 09:00');
const nowMs = at('2023-03-14 15:00');
const published: CampaignEvent = { type: 'PlanPublished', by: 'organiser' };
const form = definition.returns[0]?.form;

function said(
  person: string,
  parts: readonly Part[],
  given: readonly CampaignEvent[] = [published],
  chat: Speaker['chat'] = { kind: 'single' },
) {
  const situation = situationAfter(given, nowMs, { fromMs: openedMs });
  const known = situation.directory.person(person) as Speaker['person'];
  return decide(situation, { person: known, chat, cause: 'console/1', words: 'w' }, { parts });
}

const part = (order: RoomOrder | CoreOrder, more: Omit<Part, 'order'> = {}): Part => ({ order, ...more });
const eventsOf = (outcome: Outcome) => (outcome.kind === 'decided' ? outcome.events.map(({ type }) => type) : []);
const sendsOf = (outcome: Outcome) => (outcome.kind === 'decided' ? outcome.sends : []);
const textOf = (outcome: Outcome) => outcome.said.join('\n');

const figures = (values: Readonly<Record<number, number>>): Part => {
  const evidence = { start: 0, end: 1, text: 'w' };
  const read = Object.entries(values).map(
    ([row, value]) => ({ row: Number(row), value, manner: 'stated', evidence }) as const,
  );
  const reading = {
    intent: 'fill',
    values: read,
    doubts: [],
    refusals: [],
    remarks: [],
    leftOut: [],
    talk: null,
  } as const;
  return part({ name: 'report', readings: [{ returnId, reading }] });
};
const all = Object.fromEntries((form?.rows ?? []).map(({ no }) => [no, no]));
const materials = part({
  name: 'hand-in',
  said: ['report', 'pictures'].map((material) => ({ returnId, material, how: 'statement', name: 'OA' }) as const),
});
const confirm = part({ name: 'confirm', words: '' });

describe('several parts of a message', () => {
  it('are obeyed in order, and the end is told once, from what they left', () => {
    const outcome = said('xuhui-liaison', [materials, figures(all), confirm]);
    expect(eventsOf(outcome)).toEqual(
      expect.arrayContaining(['MaterialHandedIn', 'CellsReported', 'SubmissionConfirmed', 'ReceiptGiven']),
    );
    expect(textOf(outcome).match(/已全部报齐/g)).toHaveLength(1);
    expect(textOf(outcome)).not.toMatch(/还差|还缺|确认提交/);
  });

  it('say what is open after the last of them', () => {
    const outcome = said('xuhui-liaison', [figures({ 1: 1, 2: 2 }), materials]);
    expect(textOf(outcome).match(/还差/g)).toHaveLength(1);
  });

  it('submit nothing that the same message leaves incomplete', () => {
    const outcome = said('xuhui-liaison', [figures({ 1: 1 }), confirm]);
    expect(eventsOf(outcome)).toContain('CellsReported');
    expect(eventsOf(outcome)).not.toContain('SubmissionConfirmed');
    expect(textOf(outcome)).toContain('还不能提交');
  });

  it('keep what was reported where a later part is refused', () => {
    const outcome = said('xuhui-liaison', [figures({ 1: 1 }), part({ name: 'publish' })]);
    expect(outcome.kind).toBe('decided');
    expect(eventsOf(outcome)).toContain('CellsReported');
    expect(eventsOf(outcome)).not.toContain('PlanPublished');
  });

  it('after a refusal carry out no act', () => {
    const closed: CampaignEvent = { type: 'ReturnClosed', returnId, by: 'organiser' };
    const outcome = said('xuhui-liaison', [figures(all), confirm], [published, closed]);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'return_closed' });
    expect(outcome.said).toHaveLength(1);
  });
});

describe('rights', () => {
  it('are asked for each part', () => {
    expect(said('xuhui-liaison', [part({ name: 'publish' })])).toMatchObject({ kind: 'refused', code: 'not_allowed' });
    expect(said('xuhui-liaison', [part({ name: 'progress' })])).toMatchObject({ kind: 'refused', code: 'not_allowed' });
    expect(said('newcomer', [part({ name: 'progress' })])).toMatchObject({ kind: 'refused', code: 'no_unit' });
    expect(said('xuhui-leader', [part({ name: 'progress' })]).kind).toBe('decided');
  });
});

const publish = part({ name: 'publish' });
const unpublished: readonly CampaignEvent[] = [];
const proposed = (order: RoomOrder): CampaignEvent => ({
  type: 'OrderProposed',
  person: 'organiser',
  order,
  text: 't',
});

describe('an order that reaches everyone', () => {
  it('is shown first and changes nothing', () => {
    const outcome = said('organiser', [publish], unpublished);
    expect(eventsOf(outcome)).toEqual(['OrderProposed']);
    expect(sendsOf(outcome)).toEqual([]);
    expect(textOf(outcome)).toMatch(/确认请回“是”（10分钟内有效）/);
  });

  it('is done at once where the confirmation is in it', () => {
    const outcome = said('organiser', [part({ name: 'publish' }, { confirmed: true })], unpublished);
    expect(eventsOf(outcome)).toEqual(expect.arrayContaining(['PlanPublished']));
    expect(sendsOf(outcome).length).toBeGreaterThan(0);
  });

  it('is done on a yes, once', () => {
    const late = { fromMs: nowMs - 5 * 60_000 };
    const situation = situationAfter([proposed({ name: 'publish' })], nowMs, late);
    const person = situation.directory.person('organiser') as Speaker['person'];
    const speaker: Speaker = { person, chat: { kind: 'single' }, cause: 'c', words: '是' };
    const outcome = decide(situation, speaker, { parts: [part({ name: 'yes' }), part({ name: 'yes' })] });
    expect(eventsOf(outcome).filter((type) => type === 'PlanPublished')).toHaveLength(1);
    expect(eventsOf(outcome)[0]).toBe('OrderSettled');
    expect(textOf(outcome)).toContain('现在没有等您确认的事项。');
  });

  it('is let go on a no', () => {
    expect(eventsOf(said('organiser', [part({ name: 'no' })], [proposed({ name: 'publish' })]))).toEqual([
      'OrderSettled',
    ]);
  });

  it('waits ten minutes and no longer, and for nobody else', () => {
    // Proposed two days ago.
    const old = said('organiser', [part({ name: 'yes' })], [proposed({ name: 'publish' })]);
    expect([eventsOf(old), textOf(old)]).toEqual([[], '现在没有等您确认的事项。']);
    expect(eventsOf(said('organiser-2', [part({ name: 'yes' })], [proposed({ name: 'publish' })]))).toEqual([]);
  });

  it('is not carried out by words that are no order', () => {
    const outcome = said('organiser', [part({ name: 'publish' }, { vetoed: true })], unpublished);
    expect([eventsOf(outcome), sendsOf(outcome)]).toEqual([[], []]);
    expect(textOf(outcome)).toContain('发布方案');
  });
});

describe('before the plan is out', () => {
  it('nothing goes out but words among organisers and to the speaker', () => {
    const assign = part({ name: 'assign-duty', words: '徐汇区局 卫子航 晚会' }, { confirmed: true });
    expect(sendsOf(said('organiser', [assign])).map(({ to }) => to)).toContainEqual({
      kind: 'person',
      person: 'xuhui-liaison',
    });
    const before = said('organiser', [assign], unpublished);
    expect(eventsOf(before)).toContain('ShiftAssigned');
    expect(sendsOf(before)).toEqual([]);
    const ask = part({ name: 'ask-organiser', words: '几点交' });
    expect(sendsOf(said('xuhui-liaison', [ask], unpublished)).map(({ to }) => to)).toEqual([
      { kind: 'person', person: 'organiser' },
      { kind: 'person', person: 'organiser-2' },
    ]);
  });
});

describe('silence', () => {
  it('is the answer to a receipt in the group that was given before', () => {
    const given: CampaignEvent = {
      type: 'ReceiptGiven',
      unit: 'xuhui',
      source: { person: 'xuhui-liaison', cause: 'c', atMs: 0, words: '' },
    };
    const receipt = part({ name: 'receipt' });
    const inGroup = said('xuhui-liaison', [receipt], [published, given], { kind: 'group', id: 'shanghai-315' });
    expect([inGroup.kind, inGroup.said]).toEqual(['decided', []]);
    expect(said('xuhui-liaison', [receipt], [published, given]).said).toHaveLength(1);
  });
});

describe('a message without any part', () => {
  it('is said not to be understood, and kept for whoever may be asked', () => {
    const outcome = said('xuhui-liaison', []);
    expect([eventsOf(outcome), outcome.said.length]).toEqual([['QuestionLeft'], 1]);
  });

  it('is told why to somebody without a unit', () => {
    expect(said('newcomer', [])).toMatchObject({ kind: 'refused', code: 'no_unit' });
  });
});
