/**
 * What chat has changed over the files, per campaign: `npm run amendments -- file:./data/duban.db`. Reads the ledger alone, so the
 * program need not run, and writes nothing.
 */
import { createWorkingCalendar } from '../src/domain/calendar/working-days.ts';
import { evolveCampaign, initialCampaign } from '../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../src/domain/campaign/slices.ts';
import type { CampaignState } from '../src/domain/campaign/state.ts';
import { type DirectoryEvent, evolveDirectory, initialDirectory } from '../src/domain/directory/state.ts';
import { type DirectoryView, viewDirectory } from '../src/domain/directory/view.ts';
import { house } from '../src/domain/house.ts';
import type { Entry, StreamId } from '../src/domain/ledger.ts';
import { amendmentsText } from '../src/domain/replies/conduct.ts';
import { absentSections } from '../src/domain/rooms.ts';
import type { Situation } from '../src/domain/situation.ts';
import type { LedgerStore } from '../src/ports.ts';
import { openStore } from '../src/store/open.ts';

const PAGE = 2_000;

async function* entriesOf(store: LedgerStore, stream: StreamId): AsyncGenerator<Entry> {
  for (let seq = 0; ; ) {
    const page = await store.read(stream, seq, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    seq = last.seq;
  }
}

async function readDirectory(store: LedgerStore): Promise<DirectoryView> {
  const state = initialDirectory();
  for await (const entry of entriesOf(store, 'directory')) evolveDirectory(state, entry as Entry<DirectoryEvent>);
  return viewDirectory(state);
}

/** Null for a stream that never opened. */
async function readCampaign(store: LedgerStore, stream: StreamId): Promise<CampaignState | null> {
  let state: CampaignState | null = null;
  for await (const entry of entriesOf(store, stream)) {
    const { events } = entry as Entry<CampaignEvent>;
    const opened = events.find((event) => event.type === 'CampaignOpened');
    if (opened) state ??= initialCampaign({ ...absentSections(), ...opened.definition });
    if (state) evolveCampaign(state, entry as Entry<CampaignEvent>);
  }
  return state;
}

function situationOf(state: CampaignState, directory: DirectoryView): Situation {
  return {
    state,
    directory,
    house,
    nowMs: Date.now(),
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    groups: [],
    pushBytes: () => Number.POSITIVE_INFINITY,
    reach: () => 'alone',
    botName: '',
  };
}

async function main(url: string): Promise<void> {
  const store = await openStore(url, { mustExist: true });
  try {
    const directory = await readDirectory(store);
    const streams = (await store.streams()).filter((stream) => stream.startsWith('campaign/'));
    for (const stream of streams) {
      const state = await readCampaign(store, stream);
      if (!state) continue;
      console.log(`【${state.definition.title}】`);
      console.log(amendmentsText(house.amended(situationOf(state, directory))));
    }
    if (streams.length === 0) console.log('台账里还没有活动');
  } finally {
    await store.close();
  }
}

try {
  await main(process.argv[2] ?? process.env['DATABASE_URL'] ?? 'file:./data/duban.db');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
