/** A campaign as certain events left it, without a program around it: what a decision is made from. */
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import { evolveCampaign, initialCampaign } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { CampaignState } from '../../src/domain/campaign/state.ts';
import type { DirectoryView } from '../../src/domain/directory/view.ts';
import { house } from '../../src/domain/house.ts';
import type { Situation } from '../../src/domain/situation.ts';
import { campaignFile, directoryFile } from '../service/office-room.ts';
import { viewOf } from './directory.ts';

const calendar = createWorkingCalendar();
const directory = viewOf(directoryFile.definition);

export interface Given {
  readonly definition?: CampaignDefinition;
  readonly directory?: DirectoryView;
  /** When the campaign was opened; each event comes a minute after the one before. */
  readonly fromMs?: number;
}

/** Folds a campaign's opening and what happened then, one entry each. */
export function stateAfter(events: readonly CampaignEvent[], given: Given = {}): CampaignState {
  const { definition = campaignFile.definition, fromMs = 0 } = given;
  const state = initialCampaign(definition);
  const all: CampaignEvent[] = [{ type: 'CampaignOpened', definition, fileHash: 'h' }, ...events];
  for (const [index, event] of all.entries())
    evolveCampaign(state, {
      stream: `campaign/${definition.id}`,
      seq: index + 1,
      atMs: fromMs + index * 60_000,
      cause: `${index + 1}`,
      events: [event],
      replies: [],
      sends: [],
      hash: '',
    });
  return state;
}

export function situationAfter(events: readonly CampaignEvent[], nowMs: number, given: Given = {}): Situation {
  const { directory: view = directory } = given;
  return {
    house,
    directory: view,
    calendar,
    closingTime: '17:30',
    groups: [...view.chats()],
    pushBytes: () => 2048,
    reach: () => 'alone',
    botName: '督办助手',
    state: stateAfter(events, given),
    nowMs,
  };
}
