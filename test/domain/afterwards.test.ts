/** What the next step of a message is decided on: as if its events had been folded, with nothing done to the state given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterwards } from '../../src/domain/afterwards.ts';
import { applyEvent } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { CampaignState } from '../../src/domain/campaign/state.ts';
import { tell } from '../../src/domain/ledger.ts';
import { campaignFile, returnId } from '../service/office-room.ts';
import { situationAfter } from '../support/situation.ts';

const { definition } = campaignFile;
const source = { person: 'xuhui-liaison', cause: 'c', atMs: 7, words: 'w' };
const unit = 'xuhui';
const of = { returnId, unit, source };
const due = { phrase: 'p', dueAtMs: 8, lateAfterMs: 9 };
const gala = { shift: 'gala', unit, person: 'xuhui-leader', source };
const swap = { shifts: ['gala'], unit, from: 'xuhui-leader', to: 'xuhui-liaison', by: 'xuhui-leader' };
const dialogue = { returnId, filling: true, expecting: 3, questions: [], failures: 0 };
const cell = (row: number, value: number) => ({ row, value, manner: 'stated', words: '' }) as const;
const cells = definition.returns[0]?.form?.rows.map(({ no }) => cell(no, no)) ?? [];

/** One of each kind; that none is missing does not compile otherwise. */
const events: { readonly [T in CampaignEvent['type']]: Extract<CampaignEvent, { type: T }> } = {
  CampaignOpened: { type: 'CampaignOpened', definition: { ...definition, shortTitle: 'x' }, fileHash: 'other' },
  SlotFired: { type: 'SlotFired', series: 'ladder', atMs: 5, missed: 1 },
  SendSettled: { type: 'SendSettled', key: 'campaign/shanghai-2023/2/0', outcome: 'sent', reason: null },
  SendsRepeated: { type: 'SendsRepeated', keys: ['campaign/shanghai-2023/1/0'], by: 'organiser' },
  QuestionLeft: { type: 'QuestionLeft', person: 'xuhui-liaison', words: 'w' },
  FailuresTold: { type: 'FailuresTold', person: 'organiser' },
  OrderProposed: { type: 'OrderProposed', person: 'organiser', order: { name: 'publish' }, text: 't' },
  QuestionPassedOver: { type: 'QuestionPassedOver', person: 'organiser', text: '催办' },
  QuestionPutAgain: { type: 'QuestionPutAgain', person: 'organiser' },
  OrderSettled: { type: 'OrderSettled', person: 'organiser' },
  UnitJoined: { type: 'UnitJoined', unit: 'shanghai', by: 'organiser' },
  UnitLeft: { type: 'UnitLeft', unit, by: 'organiser' },
  PersonSucceeded: { type: 'PersonSucceeded', from: 'xuhui-leader', to: 'xuhui-liaison' },
  PlanPublished: { type: 'PlanPublished', by: 'organiser' },
  PlanResent: { type: 'PlanResent', by: 'organiser' },
  ReceiptGiven: { type: 'ReceiptGiven', unit, source },
  ReceiptsTold: { type: 'ReceiptsTold', received: 2 },
  ReceiptsChased: { type: 'ReceiptsChased', by: 'organiser' },
  CellsReported: { type: 'CellsReported', ...of, cells },
  RemarkMade: { type: 'RemarkMade', ...of, row: 1, text: 'r' },
  StepUndone: { type: 'StepUndone', ...of },
  DraftCleared: { type: 'DraftCleared', ...of },
  MaterialTakenBack: { type: 'MaterialTakenBack', ...of, material: 'report' },
  MaterialHandedIn: { type: 'MaterialHandedIn', ...of, material: 'report', how: 'file', name: 'f' },
  SubmissionConfirmed: { type: 'SubmissionConfirmed', ...of },
  SubmissionReopened: { type: 'SubmissionReopened', ...of },
  SubmissionReturned: { type: 'SubmissionReturned', ...of, reason: 'r', rows: [], materials: ['report'] },
  SubmissionAccepted: { type: 'SubmissionAccepted', ...of },
  SendingBackUndone: { type: 'SendingBackUndone', ...of },
  AcceptanceUndone: { type: 'AcceptanceUndone', ...of },
  DeadlineMoved: { type: 'DeadlineMoved', returnId, due, by: 'organiser' },
  DeadlineExtended: { type: 'DeadlineExtended', returnId, unit, due, by: 'organiser' },
  ReturnClosed: { type: 'ReturnClosed', returnId, by: 'organiser' },
  ReturnOpened: { type: 'ReturnOpened', returnId, by: 'organiser' },
  DialogueMoved: { type: 'DialogueMoved', person: 'xuhui-liaison', dialogue },
  ReturnsChased: { type: 'ReturnsChased', by: 'organiser' },
  Reminded: { type: 'Reminded', returns: [returnId] },
  RemindersPaused: { type: 'RemindersPaused', by: 'organiser' },
  RemindersResumed: { type: 'RemindersResumed', by: 'organiser' },
  ShiftCalled: { type: 'ShiftCalled', shift: 'gala' },
  ShiftAssigned: { type: 'ShiftAssigned', shift: 'gala', unit, people: ['xuhui-liaison'], by: 'organiser' },
  CheckedIn: { type: 'CheckedIn', ...gala },
  AbsenceReported: { type: 'AbsenceReported', ...gala, reason: 'r' },
  OnTheWay: { type: 'OnTheWay', ...gala },
  ComingPromised: { type: 'ComingPromised', ...gala },
  CheckInsTold: { type: 'CheckInsTold', shift: 'gala', held: 1 },
  RosterLeft: { type: 'RosterLeft', person: 'huangpu-leader', unit: 'huangpu' },
  SwapAsked: { type: 'SwapAsked', swap },
  SwapSettled: { type: 'SwapSettled', to: 'xuhui-liaison', accepted: true },
  TotalsTold: { type: 'TotalsTold', person: 'leader' },
  OrganiserAsked: { type: 'OrganiserAsked', person: 'xuhui-liaison', no: 1, words: 'w' },
  InquiryRepeated: { type: 'InquiryRepeated', no: 1, person: 'xuhui-leader' },
  InquiryAnswered: { type: 'InquiryAnswered', no: 1, text: 't', by: 'organiser' },
  ReturningAsked: { type: 'ReturningAsked', person: 'organiser', words: 'w', lacks: 'reason' },
  ReturningSettled: { type: 'ReturningSettled', person: 'organiser' },
  NoticeSent: { type: 'NoticeSent', no: 2, by: 'organiser', text: 't', units: [unit], waiting: [unit] },
  NoticeSigned: { type: 'NoticeSigned', no: 1, unit, source },
  NoticeTold: { type: 'NoticeTold', no: 1, signed: 1 },
  NoticeChased: { type: 'NoticeChased', numbers: [1], by: 'organiser' },
  CampaignPostponed: { type: 'CampaignPostponed', by: 'organiser', note: 'n' },
  CampaignCancelled: { type: 'CampaignCancelled', by: 'organiser', note: 'n' },
  CampaignResumed: { type: 'CampaignResumed', by: 'organiser' },
};

/** A campaign in which everything is going on, so that each event has something to change. */
const busy: readonly CampaignEvent[] = [
  events.PlanPublished,
  { ...events.ReceiptGiven, unit: 'huangpu' },
  { ...events.CellsReported, cells: cells.map(({ row }) => cell(row, 0)) },
  events.RemarkMade,
  events.MaterialHandedIn,
  { ...events.MaterialHandedIn, material: 'pictures' },
  events.SubmissionConfirmed,
  { ...events.CellsReported, unit: 'jingan' },
  events.DialogueMoved,
  { ...events.DialogueMoved, person: 'xuhui-leader' },
  events.OrderProposed,
  events.SwapAsked,
  { ...events.AbsenceReported, person: 'xuhui-liaison' },
  events.OrganiserAsked,
  { ...events.NoticeSent, no: 1 },
  { ...events.ReturningAsked, person: 'organiser' },
  events.CampaignPostponed,
  { ...events.UnitLeft, unit: 'jingan' },
];

const head = { atMs: 100_000_000, cause: 'now' };

function situation() {
  const given = situationAfter(busy, head.atMs);
  const { key } = events.SendSettled;
  given.state.delivery.open.set(key, { key, seq: 2, atMs: 1, send: tell('organiser', 't') });
  return given;
}

/** A deep copy, with overlays as the maps they are to those who read. */
function plain<T>(value: T): T {
  return plainly(value) as T;
}

function plainly(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Object.prototype.toString.call(value) === '[object Map]')
    return new Map([...(value as Map<unknown, unknown>)].map(([key, item]) => [key, plainly(item)]));
  if (Object.prototype.toString.call(value) === '[object Set]') return new Set(value as Set<unknown>);
  if (Array.isArray(value)) return value.map(plainly);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainly(item)]));
}

function folded(before: CampaignState, happened: readonly CampaignEvent[]): CampaignState {
  const copy = plain(before);
  for (const event of happened) applyEvent(copy, event, head);
  return copy;
}

function expectLent(happened: readonly CampaignEvent[]): void {
  const given = situation();
  const before = plain(given.state);
  const after = afterwards(given, happened, head);
  expect(given.state).toEqual(before);
  expect(plain(after.state)).toEqual(folded(before, happened));
}

const all = Object.values(events);
const anyType = fc.constantFrom(...all.map(({ type }) => type));

describe('afterwards', () => {
  it.each(all.map((event) => [event.type, event] as const))(
    'shows what %s does, and leaves what was given',
    (_, event) => expectLent([event]),
  );

  it('shows what several events do together, one after another', () => {
    fc.assert(
      fc.property(fc.array(anyType, { minLength: 2, maxLength: 6 }), (types) =>
        expectLent(types.map((type) => events[type])),
      ),
      { numRuns: 300 },
    );
  });

  it('may be followed by more: each step on what the one before left', () => {
    fc.assert(
      fc.property(fc.array(anyType, { minLength: 2, maxLength: 5 }), (types) => {
        const some = types.map((type) => events[type]);
        let step = situation();
        const seen = [{ state: step.state, was: plain(step.state) }];
        for (const event of some) {
          step = afterwards(step, [event], head);
          seen.push({ state: step.state, was: plain(step.state) });
        }
        for (const { state, was } of seen) expect(plain(state)).toEqual(was);
        expect(plain(step.state)).toEqual(folded(seen[0]?.was as CampaignState, some));
      }),
      { numRuns: 200 },
    );
  });

  it('is the very situation where nothing happened', () => {
    const given = situation();
    expect(afterwards(given, [], head)).toBe(given);
  });

  it('leaves what was given where a revised file finds a unit that left and was asked once more', () => {
    const between = afterwards(situation(), [events.UnitLeft, events.NoticeSent], head);
    const before = plain(between.state);
    afterwards(between, [events.CampaignOpened], head);
    expect(plain(between.state)).toEqual(before);
  });

  it('gives a unit that comes back its own figures, not those of the state given', () => {
    const back: CampaignEvent = { type: 'UnitJoined', unit: 'jingan', by: 'organiser' };
    expectLent([back, { ...events.CellsReported, unit: 'jingan', cells: [cell(1, 77)] }]);
  });
});
