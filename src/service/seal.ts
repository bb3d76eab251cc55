/** The hash chain: each entry's hash covers the entry and the hash before it, so that a changed past shows. */
import { hash } from 'node:crypto';
import { textToSeal, textToVerify } from '../domain/entry-text.ts';
import type { Entry } from '../domain/ledger.ts';

/** The hash before the first entry of every stream. */
export const genesisHash = '0'.repeat(64);

/** Gives an entry its hash. */
export function seal<E>(previousHash: string, entry: Omit<Entry<E>, 'hash'>): Entry<E> {
  const { stream, seq, atMs, cause, events, replies, sends } = entry;
  const sealed = { stream, seq, atMs, cause, events, replies, sends, hash: '' };
  sealed.hash = sha256(textToSeal(previousHash, sealed));
  return sealed;
}

function sha256(text: string): string {
  return hash('sha256', text);
}

export type ChainFault = { readonly seq: number; readonly fault: 'gap' | 'hash' };

/** Checks consecutive entries that follow `previousHash` at `previousSeq`; null if the chain holds. */
export function verifyChain(entries: readonly Entry[], previousHash = genesisHash, previousSeq = 0): ChainFault | null {
  let last = previousHash;
  let seq = previousSeq;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { seq: seq + 1, fault: 'gap' };
    if (sha256(textToVerify(last, entry)) !== entry.hash) return { seq: entry.seq, fault: 'hash' };
    last = entry.hash;
    seq = entry.seq;
  }
  return null;
}
