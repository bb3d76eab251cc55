/** What all stores keep of an entry: its JSON once, beside it the keys that are unique. */
import type { Entry, StreamId } from '../domain/ledger.ts';
import { StoreError } from './error.ts';

/**
 * A text as a key column holds it, one to one. SQLite's binding cuts a text at NUL and UTF-8 knows no lone surrogate: two
 * causes that differ only there would be one. JSON's escapes keep them apart and leave everything else legible.
 */
export function toColumn(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

export function fromColumn(column: string): string {
  return JSON.parse(`"${column}"`) as string;
}

export function fromBody(body: string): Entry {
  return JSON.parse(body) as Entry;
}

/** The entry that stands at a place of a disk, where its text may have been damaged. */
export function entryFrom(stream: StreamId, seq: number, body: string): Entry {
  try {
    return fromBody(body);
  } catch (error) {
    throw new StoreError('damaged', `台账 ${stream} 第 ${seq} 条读不出来，请从备份恢复`, error);
  }
}

/** Refuses a batch that is not consecutive entries of one stream: storing it would leave a gap that nothing can fill. */
export function assertBatch(entries: readonly Entry[]): void {
  entries.forEach((entry, index) => {
    const first = entries[0] ?? entry;
    if (entry.stream !== first.stream || entry.seq !== first.seq + index || entry.seq < 1) {
      throw new StoreError(
        'misuse',
        `台账只能按顺序追加同一条流：${first.stream}/${first.seq} 之后是 ${entry.stream}/${entry.seq}`,
      );
    }
  });
}
