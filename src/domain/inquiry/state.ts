import type { EpochMs, PersonId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';

export type InquiryOrder =
  /** `whom`: the name that was called for, where it was one. */
  | { readonly name: 'ask-organiser'; readonly words: string; readonly whom?: string }
  | { readonly name: 'inquiries' }
  | { readonly name: 'answer-inquiry'; readonly no: number | null; readonly text: string };

export type InquiryEvent =
  /** `no` and `words` are absent in older entries, and `words` where nothing was asked in particular. */
  | { readonly type: 'OrganiserAsked'; readonly person: PersonId; readonly no?: number; readonly words?: string }
  /** Words that were not understood or could not be answered: a call for a person takes them along. */
  | { readonly type: 'QuestionLeft'; readonly person: PersonId; readonly words: string }
  /** Somebody else asked the same and was given the answer that stands. */
  | { readonly type: 'InquiryRepeated'; readonly no: number; readonly person: PersonId }
  | { readonly type: 'InquiryAnswered'; readonly no: number; readonly text: string; readonly by: PersonId };

/** A question for the organisers, and what they said to it. */
export interface Inquiry {
  readonly no: number;
  readonly person: PersonId;
  readonly words: string;
  readonly atMs: EpochMs;
  readonly answer: string | null;
  /** Absent while it waits. */
  readonly answeredAtMs?: EpochMs;
  /** Others who were given the answer. */
  readonly told: readonly PersonId[];
}

export interface InquiryState {
  readonly inquiries: Map<number, Inquiry>;
  /** When somebody was last passed on to the organisers, by person. */
  readonly askedAtMs: Map<PersonId, EpochMs>;
  /** What each person said last that nobody could answer, and when. */
  readonly left: Map<PersonId, { readonly words: string; readonly atMs: EpochMs }>;
  lastNo: number;
}

export interface InquiryShape {
  readonly order: InquiryOrder;
  readonly event: InquiryEvent;
  readonly slice: InquiryState;
  readonly section: object;
  readonly purpose: never;
}

export function initialInquiry(): InquiryState {
  return { inquiries: new Map(), askedAtMs: new Map(), left: new Map(), lastNo: 0 };
}

export function lendInquiry(state: InquiryState): InquiryState {
  const { inquiries, askedAtMs, left } = state;
  return { ...state, inquiries: overlayMap(inquiries), askedAtMs: overlayMap(askedAtMs), left: overlayMap(left) };
}

export const inquiryFolds: Folds<InquiryShape> = {
  OrganiserAsked(state, { person, no, words }, { atMs }) {
    state.askedAtMs.set(person, atMs);
    state.left.delete(person);
    if (no === undefined || words === undefined) return;
    state.lastNo = no;
    state.inquiries.set(no, { no, person, words, atMs, answer: null, told: [] });
  },
  QuestionLeft(state, { person, words }, { atMs }) {
    state.left.set(person, { words, atMs });
  },
  InquiryRepeated(state, { no, person }) {
    const asked = state.inquiries.get(no);
    if (asked && !asked.told.includes(person)) state.inquiries.set(no, { ...asked, told: [...asked.told, person] });
  },
  InquiryAnswered(state, { no, text }, { atMs }) {
    const asked = state.inquiries.get(no);
    if (asked) state.inquiries.set(no, { ...asked, answer: text, answeredAtMs: atMs });
  },
};
