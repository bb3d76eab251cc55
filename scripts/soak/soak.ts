/** A month of a campaign on the virtual clock while things go wrong all along; what must not have happened, in words. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineOf, reportStreams } from '../../src/cli/ledger/report.ts';
import { withStore } from '../../src/cli/ledger/with-store.ts';
import { createChance } from '../../src/cli/rehearsal/chance.ts';
import { rehearse } from '../../src/cli/rehearsal/rehearse.ts';
import { simulate } from '../../src/cli/rehearsal/simulate.ts';
import type { Summary } from '../../src/cli/rehearsal/summary.ts';
import { readConfig } from '../../src/config.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { loadOffice } from '../../src/files/campaign-files.ts';
import type { Store } from '../../src/ports.ts';
import { hide } from '../../src/secret.ts';
import { createFaults, type FaultRates } from './faults.ts';
import { openSoakOffice, type SoakOffice, type SoakRates } from './office.ts';

export interface SoakFiles {
  readonly campaign: string;
  readonly directory: string;
}

export type Rates = FaultRates & SoakRates;

export interface Soaked {
  readonly campaign: string;
  readonly seed: number;
  /** Empty where all went as it must. */
  readonly wrong: readonly string[];
  /** How often each kind of fault was met. */
  readonly met: Readonly<Record<string, number>>;
  readonly messages: number;
}

/** The same files, seed and rates meet the same faults. The ledger is a file that is gone afterwards. */
export async function soak(files: SoakFiles, seed: number, rates: Rates): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-soak-'));
  try {
    return await soakIn(`file:${join(folder, 'duban.db')}`, files, seed, rates);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function soakIn(database: string, files: SoakFiles, seed: number, rates: Rates): Promise<Soaked> {
  const [loaded] = loadOffice({ campaigns: [files.campaign], directory: files.directory }).campaigns;
  if (!loaded) throw new Error('no campaign was loaded');
  const { definition } = loaded;
  const chance = createChance(seed * 7919 + 1);
  const faults = createFaults(chance, rates);
  const startMs = instantOf(definition.notice.date, '09:00');
  const config = {
    ...readConfig({}),
    ...{ database: hide(database), campaigns: [files.campaign], directory: files.directory },
    clock: { kind: 'movable', startMs } as const,
  };
  const office = await openSoakOffice(config, { chance, faults, rates });
  const { room } = office;
  const rehearsal = office.app().rehearsal;
  if (!rehearsal) throw new Error('the rehearsal profile has no console');
  const nextSlotMs = () => office.app().rehearsal?.nextSlotMs() ?? null;
  const { summary } = await simulate({
    ...{ definition, room, view: rehearsal.view(), botName: room.botName, seed, nextSlotMs },
  });
  faults.end();
  await office.stop();
  const ledger = await withStore(database, { readOnly: true }, (store) => wrongInLedger(store, office));
  const { answered } = office;
  return {
    ...{ campaign: definition.id, seed, met: faults.met, messages: answered.size },
    wrong: [...office.wrong, ...(await markedIn(files, seed, wrongIn(summary))), ...ledger],
  };
}

/** What goes wrong without any fault too is a matter of the campaign and its people: said so, for it is looked for elsewhere. */
async function markedIn(files: SoakFiles, seed: number, wrong: readonly string[]): Promise<string[]> {
  if (wrong.length === 0) return [];
  const plain = new Set(wrongIn((await rehearse({ ...files, seed })).summary));
  return wrong.map((one) => (plain.has(one) ? `${one}（没有故障时也这样）` : one));
}

function wrongIn({ remindersToUnitsOwingNothing, returns, contradictions }: Summary): string[] {
  return [
    ...(remindersToUnitsOwingNothing > 0 ? [`提醒了已无欠项的单位 ${remindersToUnitsOwingNothing} 次`] : []),
    ...returns.flatMap(({ title, wrongTotals }) => wrongTotals.map((no) => `${title}第${no}项合计不对`)),
    // A question put twice is a matter of talking, and rehearsals without faults have it too.
    ...contradictions.filter((one) => !one.includes('接连问了两遍')),
  ];
}

/** Chains that do not hold, and what was answered and does not stand there, once and so. */
async function wrongInLedger(store: Store, { answered, refused }: SoakOffice): Promise<string[]> {
  const damaged = (await reportStreams(store)).filter(({ good }) => !good).map(lineOf);
  const entries = new Map<string, Entry[]>();
  for (const stream of await store.streams()) {
    if (stream === 'console') continue;
    for (const entry of await store.read(stream, 0, Number.MAX_SAFE_INTEGER))
      entries.set(entry.cause, [...(entries.get(entry.cause) ?? []), entry]);
  }
  const missing = [...answered]
    .filter(([id, said]) => said !== '[]' && !refused.has(id))
    .filter(([id, said]) => !(entries.get(`console/${id}`) ?? []).some((entry) => answerOf(entry) === said))
    .map(([id, said]) => `答了${said}，台账里没有（${id}）`);
  return [...damaged, ...missing];
}

function answerOf({ replies }: Entry): string {
  return JSON.stringify(replies.map(({ text }) => text));
}
