/** A rehearsal as a function: the real program on a memory store and a virtual clock, with simulated people. */
import { openApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { instantOf } from '../../domain/calendar/zone.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs } from '../../domain/model.ts';
import { loadOffice } from '../../files/campaign-files.ts';
import type { Log } from '../../ports.ts';
import { hide } from '../../secret.ts';
import { type Rehearsal, simulate } from './simulate.ts';

export interface RehearseOptions {
  /** Path of the campaign file. */
  readonly campaign: string;
  readonly directory: string;
  readonly seed: number;
  /** 09:00 of the day of the notice if left out. */
  readonly startMs?: EpochMs;
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same files, seed and start give the same transcript. Throws a FileError with everything that is wrong in the files. */
export async function rehearse({
  campaign,
  directory,
  seed,
  ...options
}: RehearseOptions): Promise<Rehearsal & { view: DirectoryView }> {
  const [loaded] = loadOffice({ campaigns: [campaign], directory }).campaigns;
  if (loaded === undefined) throw new Error('no campaign was loaded');
  const { definition } = loaded;
  const config = readConfig({});
  const startMs = options.startMs ?? instantOf(definition.notice.date, '09:00');
  const app = await openApp(
    { ...config, database: hide('memory:'), campaigns: [campaign], directory, clock: { kind: 'movable', startMs } },
    silent,
  );
  try {
    await app.start();
    if (!app.rehearsal) throw new Error('the rehearsal profile has no console');
    const { room, view, nextSlotMs } = app.rehearsal;
    const result = await simulate({ definition, room, view: view(), botName: room.botName, seed, nextSlotMs });
    return { ...result, view: view() };
  } finally {
    await app.stop();
  }
}
