import { randomUUID } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { StreamId } from '../domain/ledger.ts';
import type { Snapshot } from '../ports.ts';
import { toColumn } from './column.ts';
import { snapshotModel, snapshotPartModel } from './mongo-schema.ts';

/** A document ends at 16 MB. */
const PART_BYTES = 8 * 1024 * 1024;

interface Snapshots {
  createIndexes(): Promise<unknown>;
  save(snapshot: Snapshot): Promise<void>;
  load(stream: StreamId): Promise<Snapshot | null>;
}

/**
 * Snapshots of any size over documents that may not be. Parts go first and the head after them, all by inserts, so that a
 * crash or another writer leaves the newest whole one readable; what is older is cleared away behind it.
 */
export function createSnapshots(connection: Connection): Snapshots {
  const heads = snapshotModel(connection);
  const parts = snapshotPartModel(connection);

  const headsOf = (stream: StreamId) =>
    heads
      .find({ stream: toColumn(stream) })
      .sort({ seq: -1, _id: -1 })
      .lean();

  return {
    createIndexes: () => Promise.all([heads.createIndexes(), parts.createIndexes()]),

    async save({ stream: id, seq, hash, version, state }) {
      const newest = await headsOf(id).limit(1);
      if (newest.some((head) => head.seq > seq)) return;
      const stream = toColumn(id);
      const write = randomUUID();
      const bytes = Buffer.from(state, 'utf8');
      const count = Math.ceil(bytes.length / PART_BYTES);
      for (let part = 0; part < count; part += 1) {
        const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
        await parts.insertMany([{ stream, seq, write, part, bytes: slice }], { lean: true });
      }
      await heads.insertMany([{ stream, seq, hash, version, parts: count, write }], { lean: true });
      // Only what is strictly older: one of the same age may be another process's, still being written.
      const older = { stream, seq: { $lt: seq } };
      await heads.deleteMany(older);
      await parts.deleteMany(older);
    },

    async load(id) {
      for (const { seq, hash, version, parts: count, write } of await headsOf(id)) {
        const found = await parts.find({ write }).sort({ part: 1 }).lean();
        // Cleared away by a newer save between the two reads, or never whole: the next best serves as well.
        if (found.length !== count) continue;
        // A lean read hands out the driver's own type, whatever the schema says.
        const bytes = found.map((part) => (part.bytes as unknown as mongo.Binary).value());
        return { stream: id, seq, hash, version, state: Buffer.concat(bytes).toString('utf8') };
      }
      return null;
    },
  };
}
