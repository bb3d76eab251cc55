import { type Connection, Schema } from 'mongoose';

/** No `__v`: nothing here is edited by two. Unknown fields are a mistake of ours. */
const OPTIONS = { versionKey: false, strict: 'throw' } as const;

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const entries = new Schema({ stream: text, seq: number, cause: text, body: text }, OPTIONS);
// Both begin with the stream, so that a collection sharded by stream can hold them.
entries.index({ stream: 1, seq: 1 }, { unique: true });
entries.index({ stream: 1, cause: 1 }, { unique: true });

const unsure = { type: Number, default: 0 } as const;
const tries = new Schema({ key: text, number, owner: text, endsAtMs: number, unsure }, OPTIONS);
tries.index({ key: 1, number: 1 }, { unique: true });

/** What a readiness probe writes to. */
const beats = new Schema({ name: text, beat: number }, OPTIONS);

/** A snapshot that is whole: written after its parts. */
const snapshots = new Schema(
  { stream: text, seq: number, hash: text, version: text, parts: number, write: text },
  OPTIONS,
);
snapshots.index({ stream: 1, seq: -1 });

const parts = new Schema(
  { stream: text, seq: number, write: text, part: number, bytes: { type: Buffer, required: true } },
  OPTIONS,
);
parts.index({ write: 1, part: 1 }, { unique: true });
parts.index({ stream: 1, seq: 1 });

export const entryModel = (connection: Connection) => connection.model('Entry', entries, 'entries');
export const tryModel = (connection: Connection) => connection.model('Try', tries, 'tries');
export const beatModel = (connection: Connection) => connection.model('Beat', beats, 'beats');
export const snapshotModel = (connection: Connection) => connection.model('Snapshot', snapshots, 'snapshots');
export const snapshotPartModel = (connection: Connection) => connection.model('SnapshotPart', parts, 'snapshot-parts');
