/** Checks every stream's chain of hashes: `npm run verify -- file:./data/duban.db`. Exits with 1 if one does not hold. */
import type { StreamId } from '../src/domain/ledger.ts';
import type { LedgerStore } from '../src/ports.ts';
import { type ChainFault, genesisHash, verifyChain } from '../src/service/seal.ts';
import { openStore } from '../src/store/open.ts';

const PAGE = 2_000;

interface Verdict {
  readonly entries: number;
  readonly fault: ChainFault | null;
}

/** The chain alone cannot show that its end was cut off; a snapshot that is further than the entries does. */
async function verifyEnd(store: LedgerStore, stream: StreamId, entries: number): Promise<Verdict> {
  const snapshot = await store.loadSnapshot(stream);
  const cut = snapshot !== null && snapshot.seq > entries;
  return { entries, fault: cut ? { seq: entries + 1, fault: 'gap' } : null };
}

async function verifyStream(store: LedgerStore, stream: StreamId): Promise<Verdict> {
  let [hash, seq] = [genesisHash, 0];
  for (;;) {
    const page = await store.read(stream, seq, PAGE);
    const fault = verifyChain(page, hash, seq);
    if (fault) return { entries: fault.seq - 1, fault };
    const last = page.at(-1);
    if (!last || page.length < PAGE) return verifyEnd(store, stream, last?.seq ?? seq);
    [hash, seq] = [last.hash, last.seq];
  }
}

function sentence({ entries, fault }: Verdict): string {
  if (!fault) return `完整，${entries} 条`;
  return fault.fault === 'gap' ? `第 ${fault.seq} 条缺失` : `第 ${fault.seq} 条与其校验值不符，内容被改动过`;
}

async function main(url: string): Promise<number> {
  const store = await openStore(url, { mustExist: true });
  try {
    console.log(`台账校验：${store.describe}`);
    const streams = await store.streams();
    let faults = 0;
    for (const stream of streams) {
      const verdict = await verifyStream(store, stream);
      if (verdict.fault) faults += 1;
      console.log(`${verdict.fault ? '✗' : '✓'} ${stream}：${sentence(verdict)}`);
    }
    if (streams.length === 0) console.log('没有任何记录');
    console.log(`结果：${streams.length} 条流，${faults} 条有问题`);
    return faults === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

try {
  process.exitCode = await main(process.argv[2] ?? process.env['DATABASE_URL'] ?? 'file:./data/duban.db');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
