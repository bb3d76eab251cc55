/** What a message asks for: a closed union, so that every room must say what it does with each. */
import type { Reading } from './reading.ts';

export type Command =
  // everyone
  | { readonly name: 'help' }
  | { readonly name: 'quotation' } // a mention under somebody's quoted words, and nothing else
  | { readonly name: 'greeting' }
  | { readonly name: 'receipt' }
  | { readonly name: 'plan' }
  | { readonly name: 'my-tasks' }
  | { readonly name: 'task'; readonly no: string }
  | { readonly name: 'deadline' }
  | { readonly name: 'ask-organiser' }
  | { readonly name: 'bind'; readonly unit: string }
  // the return
  | { readonly name: 'fill' }
  | { readonly name: 'previous' }
  | { readonly name: 'skip' }
  | { readonly name: 'pause' }
  | { readonly name: 'own-progress' }
  | { readonly name: 'confirm' }
  | { readonly name: 'reopen' }
  // duty
  | { readonly name: 'check-in' }
  | { readonly name: 'duty-status' }
  | { readonly name: 'assign-duty'; readonly words: string }
  // leaders
  | { readonly name: 'progress' }
  | { readonly name: 'not-reported' }
  | { readonly name: 'who-not-received' }
  | { readonly name: 'row-total'; readonly words: string }
  | { readonly name: 'history'; readonly words: string }
  | { readonly name: 'findings' }
  // the organiser
  | { readonly name: 'publish' }
  | { readonly name: 'chase' }
  | { readonly name: 'chase-receipts' }
  | { readonly name: 'move-deadline'; readonly phrase: string }
  | { readonly name: 'close-return' }
  | { readonly name: 'open-return' }
  | { readonly name: 'bindings' }
  | { readonly name: 'settle-binding'; readonly no: number | null; readonly accept: boolean };

/** A part of the return handed in by file, picture or word. */
export interface MaterialSaid {
  readonly returnId: string;
  readonly material: string;
  readonly how: 'file' | 'image' | 'statement' | 'none';
  readonly name: string;
}

export interface Utterance {
  /** An instruction, if the message is one or ends in one ("…，确认提交"). */
  readonly command: Command | null;
  /** 收到 beside other words. */
  readonly receipt: boolean;
  readonly materials: readonly MaterialSaid[];
  /** Names of files and pictures that are no part of the speaker's return. */
  readonly unplaced: readonly string[];
  /** What was read as an answer to a form; null where the speaker has none to fill or the message is all command. */
  readonly reading: { readonly returnId: string; readonly reading: Reading } | null;
}
