/** What units were sent and sign for with 收到: the plan, a notice. Each room says its own; a plain 收到 signs for the newest. */
import type { EpochMs, UnitId } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { Speaker } from './situation.ts';

export interface Receipts {
  /** `plan`, `notice/3` */
  readonly key: string;
  /** What people call it: 3·15活动方案, 3号通知. */
  readonly title: string;
  readonly sentAtMs: EpochMs;
  /** Who has not signed, in the order in which they were addressed. */
  readonly waiting: ReadonlySet<UnitId>;
  readonly signed: { has(unit: UnitId): boolean };
  readonly total: number;
  /** Whether words mean this one: 收到方案. */
  named(words: string): boolean;
  /** The speaker's unit, which it waits for, signs. */
  sign(speaker: Speaker): Outcome;
}

const numbered =
  /(?<![\d月])(\d+)号(?:通知|[，,\s]*(?:我局|我们|本单位)?(?:已)?(?:收到|收悉|知悉|签收)|(?:了)?[。.!！]?$)/g;

/** The numbers by which words name what is signed for: 收到1号通知; 15号前上报 names a day. */
export function numbersNamed(words: string): readonly number[] {
  return [...words.matchAll(numbered)].map(([, no]) => Number(no));
}

/** One of them, and units that are asked for it. */
export interface ReceiptAsked {
  readonly key: string;
  readonly units: readonly UnitId[];
}
