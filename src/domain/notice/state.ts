import type { CampaignEvent } from '../campaign/slices.ts';
import { isStructural } from '../campaign/structural.ts';
import type { Source } from '../ledger.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import { overlayMap, overlaySet } from '../overlay.ts';
import type { Folds } from '../room.ts';
import type { Told } from '../running-line.ts';

export type NoticeOrder =
  | { readonly name: 'send-notice'; readonly whom: string; readonly text: string }
  /** One of them, or all that went out. */
  | { readonly name: 'notices'; readonly no: number | null }
  | { readonly name: 'unanswered-notices'; readonly no: number | null }
  | { readonly name: 'chase-notice'; readonly no: number | null }
  /** 撤回1号通知; without a number the last one. */
  | { readonly name: 'withdraw-notice'; readonly no: number | null };

export type NoticeEvent =
  | {
      readonly type: 'NoticeSent';
      readonly no: number;
      readonly by: PersonId;
      readonly text: string;
      readonly units: readonly UnitId[];
      /** Units that are asked for a receipt; none where the words ask for none. */
      readonly waiting: readonly UnitId[];
    }
  | { readonly type: 'NoticeSigned'; readonly no: number; readonly unit: UnitId; readonly source: Source }
  | { readonly type: 'NoticeTold'; readonly no: number; readonly signed: number }
  | { readonly type: 'NoticeChased'; readonly numbers: readonly number[]; readonly by: PersonId };

export interface Notice {
  readonly no: number;
  readonly by: PersonId;
  readonly atMs: EpochMs;
  readonly text: string;
  readonly units: readonly UnitId[];
  /** Who has not signed, in the order in which they were addressed. */
  readonly waiting: Set<UnitId>;
  readonly signed: Map<UnitId, Source>;
  told: Told | null;
  /** When an organiser last had those who have not signed asked again. */
  chasedAtMs: EpochMs | null;
}

export interface NoticeState {
  /** By number, 1, 2, 3 … */
  readonly notices: Map<number, Notice>;
}

export interface NoticeShape {
  readonly order: NoticeOrder;
  readonly event: NoticeEvent;
  readonly slice: NoticeState;
  readonly section: object;
  readonly purpose: never;
}

export function initialNotice(): NoticeState {
  return { notices: new Map() };
}

export function lendNotice({ notices }: NoticeState, events: readonly CampaignEvent[]): NoticeState {
  const all = events.some(isStructural);
  const touched = new Set(
    events.flatMap((event) => ('no' in event ? [event.no] : event.type === 'NoticeChased' ? event.numbers : [])),
  );
  const lent = overlayMap(notices);
  for (const [no, notice] of notices) if (all || touched.has(no)) lent.set(no, lendOne(notice));
  return { notices: lent };
}

function lendOne(notice: Notice): Notice {
  return { ...notice, waiting: overlaySet(notice.waiting), signed: overlayMap(notice.signed) };
}

export const noticeFolds: Folds<NoticeShape> = {
  NoticeSent({ notices }, { no, by, text, units, waiting }, { atMs }) {
    notices.set(no, {
      no,
      by,
      atMs,
      text,
      units,
      waiting: new Set(waiting),
      signed: new Map(),
      told: null,
      chasedAtMs: null,
    });
  },
  NoticeSigned({ notices }, { no, unit, source }) {
    const notice = notices.get(no);
    if (notice?.waiting.delete(unit)) notice.signed.set(unit, source);
  },
  NoticeTold({ notices }, { no, signed }, { atMs }) {
    const notice = notices.get(no);
    if (notice) notice.told = { atMs, count: signed };
  },
  NoticeChased({ notices }, { numbers }, { atMs }) {
    for (const no of numbers) {
      const notice = notices.get(no);
      if (notice) notice.chasedAtMs = atMs;
    }
  },
};

/** Notices that some unit has not signed for, oldest first. */
export function openNotices({ notices }: NoticeState): Notice[] {
  return [...notices.values()].filter(({ waiting }) => waiting.size > 0);
}

/** Whoever leaves owes no receipt; one given stays on record. */
export function leaveNotices({ notices }: NoticeState, unit: UnitId): void {
  for (const { waiting } of notices.values()) waiting.delete(unit);
}
