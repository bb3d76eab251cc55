import { Error as ConnectError, type Connection, createConnection, mongo, STATES } from 'mongoose';
import { textToStore } from '../domain/entry-text.ts';
import type { Entry, StreamId } from '../domain/ledger.ts';
import type { Appended, SendTry, Store } from '../ports.ts';
import { assertBatch, entryFrom, fromColumn, toColumn } from './column.ts';
import { StoreError } from './error.ts';
import { beatModel, entryModel, tryModel } from './mongo-schema.ts';
import { createSnapshots } from './mongo-snapshots.ts';
import { describeUrl, redacted } from './mongo-url.ts';

const DUPLICATE_KEY = 11_000;
/** How long a start waits for a server, and a write for what stood in its way to be durable. */
const PATIENCE_MS = 10_000;
/** So long one use waits for a server, and one write for the majority: whoever asked is to hear of a failure in time. */
const USE_MS = 1_500;
/** A write this recent shows that writes are taken. */
const FRESH_MS = 1_000;

/** The ledger in MongoDB: standalone, replica set or a compatible server, since all it needs is unique indexes. */
export async function openMongo(url: string): Promise<Store> {
  const { database, describe } = describeUrl(url);
  const connection = await connect(url, database, describe);
  const entries = entryModel(connection);
  const tries = tryModel(connection);
  const beats = beatModel(connection);
  const snapshots = createSnapshots(connection);
  let beatAtMs = Number.NEGATIVE_INFINITY;
  try {
    await Promise.all([entries.createIndexes(), tries.createIndexes(), snapshots.createIndexes()]);
  } catch (error) {
    await connection.close();
    throw unusable(url, describe, error);
  }

  /**
   * Which key was taken. No server says it reliably, so it is looked up, and only once it is durable there: an answer that a
   * failover could undo would let the caller build on it.
   */
  const findRefusal = async (entry: Entry): Promise<Appended['refused']> => {
    const [stream, cause] = [toColumn(entry.stream), toColumn(entry.cause)];
    const givesUpAtMs = performance.now() + PATIENCE_MS;
    do {
      if (await entries.exists({ stream, cause })) return 'cause';
      if (await entries.exists({ stream, seq: entry.seq })) return 'seq';
    } while (performance.now() < givesUpAtMs);
    throw new StoreError('unusable', `台账 ${entry.stream}/${entry.seq} 写不进去，占位的记录又读不到：${describe}`);
  };

  return {
    describe,
    shared: true,

    async append(batch) {
      assertBatch(batch);
      if (batch.length === 0) return { stored: 0, refused: null };
      const documents = batch.map((entry) => ({
        stream: toColumn(entry.stream),
        seq: entry.seq,
        cause: toColumn(entry.cause),
        body: textToStore(entry),
      }));
      try {
        await entries.insertMany(documents, { ordered: true, lean: true });
        return { stored: batch.length, refused: null };
      } catch (error) {
        const stored = firstDuplicate(error);
        const entry = stored === null ? undefined : batch[stored];
        if (stored === null || !entry) throw error;
        return { stored, refused: await findRefusal(entry) };
      }
    },

    async read(stream, afterSeq, limit) {
      if (limit === 0) return [];
      const tail = { stream: toColumn(stream), seq: { $gt: afterSeq } };
      const found = await entries.find(tail, { seq: 1, body: 1, _id: 0 }).sort({ seq: 1 }).limit(limit).lean();
      return found.map((entry) => entryOf(stream, entry));
    },

    async findCauses(stream, causes) {
      if (causes.length === 0) return [];
      const wanted = { stream: toColumn(stream), cause: { $in: causes.map(toColumn) } };
      return (await entries.find(wanted, { seq: 1, body: 1, _id: 0 }).lean()).map((found) => entryOf(stream, found));
    },

    async lastSeq(stream) {
      const [newest] = await entries
        .find({ stream: toColumn(stream) }, { seq: 1, _id: 0 })
        .sort({ seq: -1 })
        .limit(1)
        .lean();
      return newest?.seq ?? 0;
    },

    async streams() {
      return (await entries.distinct('stream')).map(fromColumn).sort();
    },

    saveSnapshot: snapshots.save,
    loadSnapshot: snapshots.load,

    async lastTry(key) {
      const found = await tries
        .findOne({ key: toColumn(key) })
        .sort({ number: -1 })
        .lean();
      return found && tryFrom(found);
    },

    async tries() {
      return (await tries.find().lean()).map(tryFrom);
    },

    async tryOf(key, number) {
      const found = await tries.findOne({ key: toColumn(key), number }).lean();
      return found && tryFrom(found);
    },

    async claim({ key, owner, ...attempt }) {
      try {
        await tries.insertMany([{ key: toColumn(key), owner: toColumn(owner), ...attempt }], { lean: true });
        return true;
      } catch (error) {
        if (firstDuplicate(error) === null) throw error;
        return false;
      }
    },

    async endTry({ key, number, owner, endsAtMs, unsure }) {
      // Not a race: a try's owner never changes and nobody else writes to it.
      await tries.updateOne({ key: toColumn(key), number, owner: toColumn(owner) }, { $set: { endsAtMs, unsure } });
    },

    async forget(key, upTo = Number.MAX_SAFE_INTEGER) {
      await tries.deleteMany({ key: toColumn(key), number: { $lte: upTo } });
    },

    async ping() {
      if (!connection.db || connection.readyState === STATES.disconnected)
        throw new StoreError('closed', `数据库已关闭：${describe}`);
      // One document for ever: a server that only reads, or whose majority is away, is not ready.
      if (performance.now() - beatAtMs < FRESH_MS) return;
      await beats.updateOne({ name: 'ready' }, { $inc: { beat: 1 } }, { upsert: true });
      beatAtMs = performance.now();
    },

    async close() {
      await connection.close();
    },
  };
}

/** Tries of an older version do not say how many may have arrived. */
function tryFrom(found: Omit<SendTry, 'unsure'> & { readonly unsure?: number | null }): SendTry {
  const { key, number, owner, endsAtMs, unsure } = found;
  return { key: fromColumn(key), number, owner: fromColumn(owner), endsAtMs, unsure: unsure ?? 0 };
}

function entryOf(stream: StreamId, { seq, body }: { readonly seq: number; readonly body: string }): Entry {
  return entryFrom(stream, seq, body);
}

/** How many documents before the one whose key was taken; null if that is not what went wrong, or not all of it. */
function firstDuplicate(error: unknown): number | null {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.code !== DUPLICATE_KEY) return null;
  // What was stored before the duplicate has not reached the majority: not durable, so the whole write failed.
  if (error.result.getWriteConcernError()) return null;
  return error.result.getWriteErrorAt(0)?.index ?? null;
}

async function connect(url: string, database: string, describe: string): Promise<Connection> {
  const written = url.includes('serverSelectionTimeoutMS=');
  const givesUpAtMs = performance.now() + (written ? 0 : PATIENCE_MS);
  for (;;) {
    try {
      const connection = createConnection(url, {
        dbName: database,
        autoCreate: false,
        autoIndex: false,
        bufferCommands: false,
        ...(written ? {} : { serverSelectionTimeoutMS: USE_MS }),
        // Whoever asked has long been answered; a line that says nothing is not kept.
        socketTimeoutMS: PATIENCE_MS,
        writeConcern: { w: 'majority', journal: true, wtimeoutMS: USE_MS },
        readConcern: { level: 'majority' },
        readPreference: 'primary',
      });
      return await connection.asPromise();
    } catch (error) {
      // A server that is just starting is waited for; a wrong password stays one.
      if (!(error instanceof ConnectError.MongooseServerSelectionError) || performance.now() >= givesUpAtMs)
        throw unusable(url, describe, error);
    }
  }
}

function unusable(url: string, describe: string, error: unknown): StoreError {
  const cause = redacted(url, error);
  const hint = '请确认 MongoDB 已启动、DATABASE_URL 的主机、端口、用户名和密码正确（密码里的特殊字符要写成 %XX）';
  return new StoreError('unusable', `连不上数据库：${describe}（${cause.message}）。${hint}`, cause);
}
