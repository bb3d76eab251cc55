/** 通知: notices of the organiser's own, and the receipts they ask for. */
import type { Room } from '../room.ts';
import { noSection } from '../room.ts';
import { noticeOrders } from './orders.ts';
import { noticeReceipts, progressLines } from './receipts.ts';
import { initialNotice, leaveNotices, lendNotice, noticeFolds } from './state.ts';

export const notice: Room<'notice'> = {
  orders: noticeOrders,
  events: noticeFolds,
  initial: initialNotice,
  lend: lendNotice,
  section: noSection,
  renew: {},
  receipts: noticeReceipts,
  leaves: leaveNotices,
  tells: { progress: progressLines },
};
