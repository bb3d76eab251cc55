/** What a message asks for: its parts in their order, each an order of some room. */
import type { RoomOrder } from './campaign/slices.ts';

/** What no room answers: how the bot is used, and a word to what it has just shown. */
export type CoreOrder =
  | { readonly name: 'help' }
  | { readonly name: 'greeting' }
  /** A mention under somebody's quoted words, and nothing else. */
  | { readonly name: 'quotation' }
  /** `soft`: a word that is also said to any news: 好的, 嗯. */
  | { readonly name: 'yes'; readonly soft?: true }
  | { readonly name: 'no' };

export interface Part {
  readonly order: RoomOrder | CoreOrder;
  /** Said with the confirmation in it: 确认发布方案. */
  readonly confirmed?: boolean;
  /** Sounds like an order and is none: a question, a negation, a wish, another's word. */
  readonly vetoed?: boolean;
  /** Vetoed because its own words take it back: 退回静安区局，算了先不退. */
  readonly takenBack?: boolean;
  /** What it passes on may end in words for the bot, so it is shown first: 通知徐汇：这样写行不行. */
  readonly unsure?: boolean;
  /** Said behind a yes: 好的，发布方案. */
  readonly affirmed?: boolean;
  /** Its own words, where several orders were given in one message. */
  readonly words?: string;
}

export interface Utterance {
  readonly parts: readonly Part[];
}
