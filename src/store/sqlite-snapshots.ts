import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { StreamId } from '../domain/ledger.ts';
import type { LedgerStore } from '../ports.ts';
import { toColumn } from './column.ts';
import { type SqliteFile, textOf } from './sqlite-file.ts';

const INSERT_PART = 'INSERT INTO snapshot_parts (write, part, stream, text) VALUES (?, ?, ?, ?)';
const INSERT_HEAD = 'INSERT INTO snapshot_heads (stream, seq, hash, version, write) VALUES (?, ?, ?, ?, ?)';
const DELETE_PART = 'DELETE FROM snapshot_parts WHERE write = ? AND part = ?';
const HEADS = `SELECT CAST(seq AS INTEGER), CAST(hash AS BLOB), CAST(version AS BLOB), CAST(write AS BLOB), id
  FROM snapshot_heads WHERE stream = ? ORDER BY seq DESC, id DESC`;

/**
 * Snapshots in parts, each a commit of its own, so that no size of them holds up what else is to be done; the head goes last.
 * What is older, and what a crash left without a head, is cleared away behind it.
 */
export function createSnapshots(file: SqliteFile): {
  readonly save: LedgerStore['saveSnapshot'];
  readonly load: LedgerStore['loadSnapshot'];
} {
  /** Being written by this process: without a head, and no leftover. */
  const underWay = new Set<string>();

  async function clear(stream: string): Promise<void> {
    const [newest, ...older] = file.rows(HEADS, stream);
    if (older.length > 0)
      file.write(() => older.map(([, , , , id]) => file.change('DELETE FROM snapshot_heads WHERE id = ?', id)));
    const kept = new Set([...underWay, ...(newest ? [textOf(newest[3])] : [])]);
    const parts = file.rows(
      'SELECT CAST(write AS BLOB), CAST(part AS INTEGER) FROM snapshot_parts WHERE stream = ?',
      stream,
    );
    for (const [bytes, part] of parts) {
      const write = textOf(bytes);
      if (kept.has(write)) continue;
      file.write(() => file.change(DELETE_PART, write, part));
      await setImmediate();
    }
  }

  return {
    async save({ stream: id, seq, hash, version, parts }) {
      const stream = toColumn(id);
      const [newest] = file.rows(HEADS, stream);
      if (newest && (newest[0] as number) > seq) return;
      const write = randomUUID();
      underWay.add(write);
      try {
        let part = 0;
        for await (const text of parts) {
          file.write(() => file.change(INSERT_PART, write, part, stream, text));
          part += 1;
        }
        file.write(() => file.change(INSERT_HEAD, stream, seq, hash, version, write));
      } finally {
        underWay.delete(write);
        // What cannot be cleared away now is with the next one; it must not hide why a snapshot failed.
        await clear(stream).catch(() => undefined);
      }
    },

    async load(id: StreamId) {
      const [head] = file.rows(HEADS, toColumn(id));
      if (!head) return null;
      const [seq, hash, version, write] = [head[0] as number, textOf(head[1]), textOf(head[2]), textOf(head[3])];
      return { stream: id, seq, hash, version, parts: partsOf(file, write) };
    },
  };
}

function* partsOf(file: SqliteFile, write: string): Generator<string> {
  for (let part = 0; ; part += 1) {
    const [row] = file.rows('SELECT CAST(text AS BLOB) FROM snapshot_parts WHERE write = ? AND part = ?', write, part);
    if (!row) return;
    yield textOf(row[0]);
  }
}
