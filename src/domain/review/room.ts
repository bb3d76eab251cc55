/** 审核: what is handed in is sent back with a reason, or accepted. */
import type { Room } from '../room.ts';
import { returningExpected } from './asked.ts';
import { reviewNotices, reviewRenew } from './notices.ts';
import { reviewOrders } from './orders.ts';
import { reviewSection } from './section.ts';
import { initialReview, lendReview, reviewFolds } from './state.ts';
import { progressLines, standingOf, unitLines } from './tell.ts';

export const review: Room<'review'> = {
  orders: reviewOrders,
  events: reviewFolds,
  initial: initialReview,
  lend: lendReview,
  section: reviewSection,
  renew: reviewRenew,
  expects: returningExpected,
  succeeds({ asked }, from) {
    asked.delete(from);
  },
  reacts: reviewNotices,
  tells: { progress: progressLines, owed: unitLines, standing: standingOf, unit: unitLines },
};
