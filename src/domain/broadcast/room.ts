/** 发布与签收: the plan goes out, receipts come in. */
import { receiptsLine, unitReceipt } from '../replies/broadcast.ts';
import { unitList } from '../replies/wording.ts';
import type { Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { planForLate } from './late.ts';
import { broadcastOrders } from './orders.ts';
import { nodAside, planReceipts } from './receipts.ts';
import { renewReminder } from './reminders.ts';
import { broadcastSection } from './section.ts';
import { receiptSeries } from './series.ts';
import { broadcastFolds, initialBroadcast, lendBroadcast } from './state.ts';

export const broadcast: Room<'broadcast'> = {
  orders: broadcastOrders,
  events: broadcastFolds,
  initial: initialBroadcast,
  lend: lendBroadcast,
  section: broadcastSection,
  renew: {
    'remind-receipt': renewReminder,
    plan: (_situation, send) => send,
  },
  course: ({ state: { broadcast: slice } }) => ({
    sinceMs: slice.publishedAtMs ?? 0,
    hold: slice.publishedAtMs === null ? { silent: true, refusal: null } : null,
  }),
  receipts: planReceipts,
  aside: nodAside,
  series: receiptSeries,
  concerns: ({ silent, receipts }, unit) => silent.has(unit) || receipts.has(unit),
  joins(state, unit) {
    const before = state.setAside.get(unit);
    state.setAside.delete(unit);
    if (before) state.receipts.set(unit, before);
    if (!state.receipts.has(unit)) state.silent.add(unit);
  },
  leaves(state, unit) {
    const given = state.receipts.get(unit);
    if (given) state.setAside.set(unit, given);
    state.receipts.delete(unit);
    state.silent.delete(unit);
  },
  reacts: planForLate,
  tells: { progress: progressLines, unit: unitLines },
};

/** In a summary a few names are enough; 谁没收到 gives them all. */
const namesInSummary = 12;

function progressLines({ state, directory }: Situation): string[] {
  const { receipts, silent, publishedAtMs } = state.broadcast;
  const names = unitList(directory, silent, silent.size, namesInSummary);
  return [receiptsLine(publishedAtMs !== null, receipts.size, receipts.size + silent.size, names)];
}

function unitLines({ state }: Situation, unit: string): string[] {
  const { receipts, silent } = state.broadcast;
  const given = receipts.get(unit);
  return given || silent.has(unit) ? [unitReceipt(given?.atMs ?? null)] : [];
}
