/** Every stream of a ledger checked, and said so in lines an operator reads. */
import type { StreamId } from '../../domain/ledger.ts';
import type { LedgerStore } from '../../ports.ts';
import { checkStream, type Verdict } from '../../service/check-ledger.ts';
import { foldOf } from './folds.ts';

export interface StreamReport {
  readonly stream: StreamId;
  readonly entries: number;
  readonly hash: string;
  /** Nothing is missing or changed. */
  readonly whole: boolean;
  /** And the snapshot, where there is one, says what the entries say. */
  readonly good: boolean;
  /** What became of it, without a mark. */
  readonly text: string;
}

export async function reportStreams(store: LedgerStore): Promise<StreamReport[]> {
  const reports: StreamReport[] = [];
  for (const stream of await store.streams()) reports.push(await reportStream(store, stream));
  return reports;
}

async function reportStream(store: LedgerStore, stream: StreamId): Promise<StreamReport> {
  try {
    const verdict = await checkStream(store, stream, foldOf(stream));
    const whole = verdict.fault === null;
    const good = whole && verdict.snapshot !== 'bad';
    const { entries, hash } = verdict;
    return { stream, entries, hash, whole, good, text: `${stream}：${sentence(verdict)}` };
  } catch (error) {
    return {
      stream,
      entries: 0,
      hash: '',
      whole: false,
      good: false,
      text: `${stream}：${(error as Error).message}`,
    };
  }
}

/** As the commands about a ledger print it. */
export function lineOf({ good, text }: Pick<StreamReport, 'good' | 'text'>): string {
  return `${good ? '✓' : '✗'} ${text}`;
}

function sentence({ entries, fault, snapshot }: Verdict): string {
  if (fault?.fault === 'gap') return `第 ${fault.seq} 条缺失`;
  if (fault) return `第 ${fault.seq} 条与其校验值不符，内容被改动过`;
  const whole = `完整，${entries} 条`;
  return snapshot === 'bad' ? `${whole}；快照与台账不符，被改动过或已损坏，启动时不会用它` : whole;
}
