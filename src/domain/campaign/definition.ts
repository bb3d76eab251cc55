/** What a campaign is, once its file has been read: everything named is resolved to units, every phrase to instants. */
import type { Form } from '../form.ts';
import type { CampaignId, EpochMs, PersonId, UnitId } from '../model.ts';
import type { Sections } from './slices.ts';

export interface Notice {
  readonly title: string;
  /** 文号 */
  readonly docNumber: string | null;
  readonly issuer: string;
  /** 成文日期, `2023-03-12`. */
  readonly date: string;
  /** Addressees (主送) as printed. */
  readonly addressees: string;
  /** 此件公开发布 and the like. */
  readonly disclosure: string | null;
}

/** Names as printed beside the units they were expanded to from the directory. */
export interface Audience {
  readonly printed: readonly string[];
  readonly units: readonly UnitId[];
  /** Printed names that no unit answers to ("相关处室"): kept, shown, nobody is assigned by them. */
  readonly open: readonly string[];
}

export interface Task {
  /** As people say it: `1.1`. */
  readonly no: string;
  /** Heading of the section it stands in: `一、丰富宣传载体，使维权氛围更加浓厚`. */
  readonly section: string;
  readonly title: string;
  readonly text: string;
  readonly audience: Audience;
  /** 牵头: a proposal (the first unit named) unless the notice says so. */
  readonly lead: UnitId | null;
}

/** A part of a return that is not a table. */
export interface Material {
  readonly id: string;
  /** 总结, 图片 */
  readonly title: string;
  readonly aliases: readonly string[];
  /** What shows that it is in: a file, a picture, or the person's word ("总结已报送OA"). */
  readonly accepts: readonly ('file' | 'image' | 'text' | 'statement')[];
}

/** A deadline: the notice's own words beside the instants they were read as. */
export interface Due {
  /** `2023年3月22日前` */
  readonly phrase: string;
  /** Reminders aim at this instant: close of work on the day before. */
  readonly dueAtMs: EpochMs;
  /** From this instant on a return counts as late: 24:00 of the day named. */
  readonly lateAfterMs: EpochMs;
}

/** What units owe: a table, materials or both, complete only together. */
export interface ReturnDefinition {
  readonly id: string;
  readonly title: string;
  /** Null for a return of materials only, such as a roster. */
  readonly form: Form | null;
  readonly materials: readonly Material[];
  readonly from: Audience;
  /** Receiver as printed: `市局消费者权益保护处`. */
  readonly to: string;
  readonly due: Due;
}

export interface ShiftDefinition {
  readonly id: string;
  /** `3·15晚会值守` */
  readonly title: string;
  readonly startMs: EpochMs;
  readonly endMs: EpochMs;
  /** Units of this shift, where not all of the duty's stand it. */
  readonly audience?: Audience;
  /** `本局设定`: who fixed the hours where the notice gives none; absent where they are the notice's own. */
  readonly setBy?: string;
}

export interface DutyDefinition {
  readonly title: string;
  /** The notice's words: `“3·15”期间`. */
  readonly phrase: string;
  /** What the notice demands, for the check-in message. */
  readonly requirement: string;
  readonly audience: Audience;
  readonly shifts: readonly ShiftDefinition[];
  /** Who stands for each unit in each shift; units without an entry have nobody named yet. */
  readonly roster: readonly { readonly shift: string; readonly unit: UnitId; readonly people: readonly PersonId[] }[];
  /** Minutes after the start at which absentees are named, and their leaders told. */
  readonly absentAfterMinutes: number;
  readonly escalateAfterMinutes: number;
}

/** When those who owe are reminded. Times of day are `HH:MM` in Asia/Shanghai. */
export interface ReminderRules {
  /** Days before the due day, on working days (an earlier one where the day is none). */
  readonly daysBefore: readonly number[];
  readonly at: string;
  /** Times on the due day itself. */
  readonly onTheDay: readonly string[];
  readonly hoursBefore: readonly number[];
  /** Each working day after the due day, at this time. */
  readonly afterAt: string;
  /** On which working day after `lateAfterMs` the unit's leader is told; 1 is the first. */
  readonly escalateOnDay: number;
  /** Receipts are asked for again on the working day after the plan went out, at this time. */
  readonly receiptAt: string;
  /** Nothing but duty goes out from `from` to `to`. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** 催办 at most once in so many minutes. */
  readonly chaseEveryMinutes: number;
}

/** Something a careful reader of the notice would raise with its issuer. */
export interface Finding {
  /** What is odd, in a sentence: `执法总队列入主送，但没有分到任务。` */
  readonly text: string;
  /** How this campaign reads it until the issuer says otherwise. */
  readonly assumption: string | null;
}

/** What every campaign has, whatever rooms it uses. */
export interface CampaignCore {
  readonly id: CampaignId;
  readonly title: string;
  /** What people in a hurry call it: `3·15活动`. */
  readonly shortTitle: string;
  readonly notice: Notice;
  readonly findings: readonly Finding[];
}

export type CampaignDefinition = CampaignCore & Sections;
