import type { EpochMs, PersonId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';

export type InquiryOrder =
  /** `who`: the person asked for by name. */
  | { readonly name: 'ask-organiser'; readonly words: string; readonly who?: string }
  | { readonly name: 'inquiries' }
  | { readonly name: 'answer-inquiry'; readonly no: number | null; readonly text: string };

export type InquiryEvent =
  /** `no` and `words` are absent in older entries, and `words` where nothing was asked in particular. */
  | { readonly type: 'OrganiserAsked'; readonly person: PersonId; readonly no?: number; readonly words?: string }
  /** The bot had no answer to these words: 找组织者 alone passes them on. */
  | { readonly type: 'WordsLeftOpen'; readonly person: PersonId; readonly words: string }
  | { readonly type: 'InquiryAnswered'; readonly no: number; readonly text: string; readonly by: PersonId };

/** A question for the organisers, and what they said to it. */
export interface Inquiry {
  readonly no: number;
  readonly person: PersonId;
  readonly words: string;
  readonly atMs: EpochMs;
  readonly answer: string | null;
}

export interface InquiryState {
  readonly inquiries: Map<number, Inquiry>;
  /** When somebody was last passed on to the organisers, by person. */
  readonly askedAtMs: Map<PersonId, EpochMs>;
  /** What the bot could not answer last, by person. */
  readonly leftOpen: Map<PersonId, { readonly words: string; readonly atMs: EpochMs }>;
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
  return { inquiries: new Map(), askedAtMs: new Map(), leftOpen: new Map(), lastNo: 0 };
}

export function lendInquiry(state: InquiryState): InquiryState {
  return {
    ...state,
    inquiries: overlayMap(state.inquiries),
    askedAtMs: overlayMap(state.askedAtMs),
    leftOpen: overlayMap(state.leftOpen),
  };
}

export const inquiryFolds: Folds<InquiryShape> = {
  OrganiserAsked(state, { person, no, words }, { atMs }) {
    state.askedAtMs.set(person, atMs);
    state.leftOpen.delete(person);
    if (no === undefined || words === undefined) return;
    state.lastNo = no;
    state.inquiries.set(no, { no, person, words, atMs, answer: null });
  },
  WordsLeftOpen({ leftOpen }, { person, words }, { atMs }) {
    leftOpen.set(person, { words, atMs });
  },
  InquiryAnswered(state, { no, text }) {
    const asked = state.inquiries.get(no);
    if (asked) state.inquiries.set(no, { ...asked, answer: text });
  },
};
