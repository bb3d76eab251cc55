/** What the page's side panel shows; filled by whoever runs the campaign. Instants are ISO 8601 with offset. */

/** 未签收 → 已签收 → 填报中 → 已提交; 逾期 as soon as a return is late, whatever it was before. */
export type UnitProgressState = 'unsigned' | 'signed' | 'drafting' | 'submitted' | 'overdue';

export interface UnitProgress {
  readonly unit: string;
  readonly state: UnitProgressState;
  /** Rows with a figure or a confirmed zero, of all rows. */
  readonly filled: number;
  readonly rows: number;
  /** Parts other than the table that are still missing: 总结, 图片. */
  readonly missingMaterials: readonly string[];
}

interface RowTotal {
  readonly no: number;
  readonly title: string;
  readonly measure: string;
  /** As people read it, `1,203` or `35.6`. */
  readonly total: string;
  /** Units that have confirmed a figure or a zero for this row. */
  readonly units: number;
}

export interface ReturnProgress {
  readonly id: string;
  readonly title: string;
  /** The notice's own words: `2023年3月22日前`. */
  readonly duePhrase: string;
  readonly dueAt: string;
  /** From this instant on a return counts as late. */
  readonly lateAfter: string;
  /** 完整率 and 及时率, 0 to 100; the latter null while nothing was due yet. */
  readonly completenessPercent: number;
  readonly timelinessPercent: number | null;
  readonly units: readonly UnitProgress[];
  readonly totals: readonly RowTotal[];
}

export interface DutyProgress {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Whether the shift runs now; else it is the next one. */
  readonly running: boolean;
  readonly posts: readonly { readonly unit: string; readonly people: readonly string[]; readonly checkedIn: boolean }[];
}

export interface ProgressView {
  readonly campaign: string;
  readonly title: string;
  readonly now: string;
  /** Whether the plan has been sent to the group. */
  readonly published: boolean;
  readonly receipts: { readonly in: number; readonly total: number };
  readonly returns: readonly ReturnProgress[];
  readonly duty: DutyProgress | null;
  /** What the clock will bring next, soonest first, a few at most. */
  readonly next: readonly { readonly at: string; readonly title: string }[];
}
