/** A ledger from one store into another, entry by entry: the chain stays what it was. */
import type { Store } from '../../ports.ts';
import { StoreError } from '../../store/error.ts';
import { lineOf, reportStreams, type StreamReport } from './report.ts';

/** Entries written at once. */
const page = 500;

/**
 * Copies streams and tries; snapshots are a cache and are not. Rejects where the target holds anything, or where what arrived is not
 * what was sent.
 */
export async function copyLedger(from: Store, to: Store): Promise<StreamReport[]> {
  if ((await to.streams()).length > 0)
    throw new StoreError('misuse', `目标里已经有台账，没有动它：${to.describe}。请换一个空的目标`);
  for (const stream of await from.streams()) await copyStream(from, to, stream);
  for (const attempt of await from.tries()) await to.claim(attempt);
  return reportStreams(to);
}

async function copyStream(from: Store, to: Store, stream: string): Promise<void> {
  for (let seq = 0; ; ) {
    const entries = await from.read(stream, seq, page);
    const { stored } = await to.append(entries);
    if (stored < entries.length)
      throw new StoreError('misuse', `目标正被别的程序写入，已停下：${to.describe}。请清空目标后重来`);
    seq += stored;
    if (entries.length < page) return;
  }
}

/** What differs between two ledgers that should be the same, in a sentence; null where nothing does. */
export function differenceOf(sent: readonly StreamReport[], arrived: readonly StreamReport[]): string | null {
  const bad = [...sent, ...arrived].find(({ whole }) => !whole);
  if (bad) return lineOf(bad);
  for (const { stream, entries, hash } of sent) {
    const other = arrived.find((report) => report.stream === stream);
    if (other?.hash !== hash) return `✗ ${stream}：应有 ${entries} 条，到了 ${other?.entries ?? 0} 条`;
  }
  return null;
}
