import { randomUUID } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { StreamId } from '../domain/ledger.ts';
import type { Snapshot } from '../ports.ts';
import { toColumn } from './column.ts';
import { snapshotModel, snapshotPartModel } from './mongo-schema.ts';

interface Snapshots {
  createIndexes(): Promise<unknown>;
  save(snapshot: Snapshot): Promise<void>;
  load(stream: StreamId): Promise<Snapshot | null>;
}

/**
 * Snapshots of any size over documents that may not be (16 MB). Parts go first and the head after them, all by inserts, so that a
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

    async save({ stream: id, seq, hash, version, parts: texts }) {
      const newest = await headsOf(id).limit(1);
      if (newest.some((head) => head.seq > seq)) return;
      const stream = toColumn(id);
      const write = randomUUID();
      let count = 0;
      try {
        for await (const text of texts) {
          await parts.insertMany([{ stream, seq, write, part: count, bytes: Buffer.from(text, 'utf8') }], {
            lean: true,
          });
          count += 1;
        }
      } catch (error) {
        await parts.deleteMany({ stream, write }).catch(() => undefined);
        throw error;
      }
      await heads.insertMany([{ stream, seq, hash, version, parts: count, write }], { lean: true });
      // Only what is strictly older: one of the same age may be another process's, still being written.
      const older = { stream, seq: { $lt: seq } };
      await heads.deleteMany(older);
      await parts.deleteMany(older);
    },

    async load(id) {
      const [head] = await headsOf(id).limit(1);
      if (!head) return null;
      const { seq, hash, version, write } = head;
      return { stream: id, seq, hash, version, parts: partsOf(write) };
    },
  };

  async function* partsOf(write: string): AsyncGenerator<string> {
    // A lean read hands out the driver's own type, whatever the schema says.
    for await (const { bytes } of parts.find({ write }).sort({ part: 1 }).lean().cursor())
      yield (bytes as unknown as mongo.Binary).toString('utf8');
  }
}
