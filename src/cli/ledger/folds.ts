/** The folds of all streams that the program writes. */
import { evolveCampaign, initialCampaign } from '../../domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../domain/campaign/slices.ts';
import { directoryVersion, evolveDirectory, initialDirectory } from '../../domain/directory/state.ts';
import type { Entry, StreamId } from '../../domain/ledger.ts';
import { absentSections } from '../../domain/rooms.ts';
import { consoleVersion, evolveConsole, initialConsole } from '../../platform/console/log.ts';
import type { StreamFold } from '../../service/check-ledger.ts';
import { campaignFoldVersion } from '../../service/office.ts';

/** Null for a stream of another program. */
export function foldOf(stream: StreamId): StreamFold | null {
  if (stream === 'directory') return { version: directoryVersion, initial: initialDirectory, evolve: evolveDirectory };
  if (stream === 'console') return { version: consoleVersion, initial: initialConsole, evolve: evolveConsole };
  if (!stream.startsWith('campaign/')) return null;
  return { version: campaignFoldVersion, initial: campaignBefore, evolve: evolveCampaign };
}

/** A campaign begins with the file that opened it. */
function campaignBefore({ events }: Entry) {
  const opened = (events as CampaignEvent[]).find((event) => event.type === 'CampaignOpened');
  if (!opened) throw new Error('a campaign begins with its file');
  return initialCampaign({ ...absentSections(), ...opened.definition });
}
