/** 发布与签收: the plan goes out, receipts come in. */
import { receiptsLine, unitReceipt } from '../replies/broadcast.ts';
import { unitList } from '../replies/wording.ts';
import type { Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { stillFor } from '../still-for.ts';
import { planForLate, receiptReminder } from './decide.ts';
import { broadcastOrders } from './orders.ts';
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
    'remind-receipt': (situation, send, { units }) =>
      stillFor(send, units, situation.state.broadcast.silent, (left, chat) => receiptReminder(situation, chat, left)),
  },
  course: ({ state: { broadcast: slice } }) => ({
    sinceMs: slice.publishedAtMs ?? 0,
    hold: slice.publishedAtMs === null ? { silent: true, refusal: null } : null,
  }),
  series: receiptSeries,
  concerns: ({ silent, receipts }, unit) => silent.has(unit) || receipts.has(unit),
  joins(state, unit) {
    if (!state.receipts.has(unit)) state.silent.add(unit);
  },
  leaves(state, unit) {
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
