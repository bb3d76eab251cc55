import { textToStore } from '../domain/entry-text.ts';
import type { Entry, StreamId } from '../domain/ledger.ts';
import type { Appended, SendTry, Snapshot, Store } from '../ports.ts';
import { assertBatch, fromBody } from './column.ts';

interface Stream {
  readonly bodies: string[];
  readonly seqByCause: Map<string, number>;
  snapshot: Snapshot | null;
}

/** A store that lives as long as the process: for rehearsals and tests. Bodies are text, so nobody can change the past. */
export function openMemory(): Store {
  const streams = new Map<StreamId, Stream>();
  const tries = new Map<string, Map<number, SendTry>>();

  const streamOf = (id: StreamId): Stream => {
    const known = streams.get(id) ?? { bodies: [], seqByCause: new Map<string, number>(), snapshot: null };
    streams.set(id, known);
    return known;
  };
  const refusal = (stream: Stream, entry: Entry): Appended['refused'] => {
    if (stream.seqByCause.has(entry.cause)) return 'cause';
    return entry.seq <= stream.bodies.length ? 'seq' : null;
  };

  return {
    describe: 'memory',
    shared: false,

    async append(entries) {
      assertBatch(entries);
      let stored = 0;
      for (const entry of entries) {
        const stream = streamOf(entry.stream);
        const refused = refusal(stream, entry);
        if (refused) return { stored, refused };
        stream.bodies[entry.seq - 1] = textToStore(entry);
        stream.seqByCause.set(entry.cause, entry.seq);
        stored += 1;
      }
      return { stored, refused: null };
    },

    async read(id, afterSeq, limit) {
      const bodies = streams.get(id)?.bodies ?? [];
      return bodies.slice(afterSeq, afterSeq + limit).map(fromBody);
    },

    async findCauses(id, causes) {
      const stream = streams.get(id);
      const seqs = causes.map((cause) => stream?.seqByCause.get(cause)).filter((seq) => seq !== undefined);
      return seqs.map((seq) => fromBody(stream?.bodies[seq - 1] as string));
    },

    async lastSeq(id) {
      return streams.get(id)?.bodies.length ?? 0;
    },

    async streams() {
      return [...streams]
        .filter(([, stream]) => stream.bodies.length > 0)
        .map(([id]) => id)
        .sort();
    },

    async saveSnapshot(snapshot) {
      const parts: string[] = [];
      for await (const part of snapshot.parts) parts.push(part);
      const stream = streamOf(snapshot.stream);
      if (stream.snapshot === null || stream.snapshot.seq <= snapshot.seq) stream.snapshot = { ...snapshot, parts };
    },

    async loadSnapshot(id) {
      return streams.get(id)?.snapshot ?? null;
    },

    async lastTry(key) {
      const ofKey = tries.get(key);
      return ofKey?.get(Math.max(...ofKey.keys())) ?? null;
    },

    async tryOf(key, number) {
      return tries.get(key)?.get(number) ?? null;
    },

    async claim(attempt) {
      const ofKey = tries.get(attempt.key) ?? new Map<number, SendTry>();
      if (ofKey.has(attempt.number)) return false;
      tries.set(attempt.key, ofKey.set(attempt.number, { ...attempt }));
      return true;
    },

    async endTry(attempt) {
      const ofKey = tries.get(attempt.key);
      const held = ofKey?.get(attempt.number);
      if (held?.owner === attempt.owner) ofKey?.set(attempt.number, { ...attempt });
    },

    async forget(key, upTo = Number.POSITIVE_INFINITY) {
      const ofKey = tries.get(key);
      for (const number of [...(ofKey?.keys() ?? [])]) if (number <= upTo) ofKey?.delete(number);
      if (ofKey?.size === 0) tries.delete(key);
    },

    async tries() {
      return [...tries.values()].flatMap((ofKey) => [...ofKey.values()]);
    },

    async ping() {},
    async close() {},
  };
}
