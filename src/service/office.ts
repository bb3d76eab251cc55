/** Everything that is open: the directory, the campaigns, and what decisions need around them. */

import { campaignAfter, consequences } from '../domain/afterwards.ts';
import type { WorkingCalendar } from '../domain/calendar/working-days.ts';
import type { CampaignDefinition } from '../domain/campaign/definition.ts';
import { evolveCampaign, initialCampaign } from '../domain/campaign/evolve.ts';
import type { CampaignEvent } from '../domain/campaign/slices.ts';
import { type CampaignState, campaignVersion } from '../domain/campaign/state.ts';
import type { DirectoryDefinition, Person } from '../domain/directory/model.ts';
import {
  type DirectoryEvent,
  type DirectoryState,
  directoryVersion,
  evolveDirectory,
  initialDirectory,
} from '../domain/directory/state.ts';
import { type DirectoryView, viewDirectory } from '../domain/directory/view.ts';
import { house } from '../domain/house.ts';
import type { CampaignId, EpochMs, PersonId } from '../domain/model.ts';
import { concernsUnit, courseOf, protectedFrom, roomNames } from '../domain/rooms.ts';
import type { Reach, Situation, Surroundings } from '../domain/situation.ts';
import type { Channel, ChannelLimits, Clock, LedgerStore, Log } from '../ports.ts';
import { type Host, openHost } from './host.ts';
import { reachOf } from './route.ts';

/** Of a campaign's fold: a room more or less makes another one. */
export const campaignFoldVersion = [campaignVersion, ...roomNames].join('/');

export type DirectoryHost = Host<DirectoryState, DirectoryEvent>;

export interface CampaignHost {
  readonly id: CampaignId;
  readonly host: Host<CampaignState, CampaignEvent>;
}

/** A file as read, with the hash that tells whether it changed since it was last taken over. */
export interface FileContent<T> {
  readonly definition: T;
  readonly sha256: string;
}

export interface OfficeOptions {
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: FileContent<DirectoryDefinition>;
  readonly campaigns: readonly FileContent<CampaignDefinition>[];
  /** Channels in use, by platform. Filled before the first message. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly calendar: WorkingCalendar;
  readonly closingTime: string;
  readonly botName: string;
}

export interface Office {
  /** Whether other processes may write to the same store. */
  readonly shared: boolean;
  readonly directory: DirectoryHost;
  readonly campaigns: readonly CampaignHost[];
  readonly botName: string;
  view(): DirectoryView;
  reach(person: PersonId): Reach;
  nowMs(): EpochMs;
  campaign(id: CampaignId): CampaignHost | null;
  /** Where a person's words in a single chat belong: a campaign that concerns their unit, the first opened of several. */
  campaignFor(person: Person): CampaignHost | null;
  /** A campaign's situation on a given state: what a decision inside its journal is made from. */
  at(id: CampaignId, state: CampaignState, nowMs: EpochMs): Situation;
  situation(host: CampaignHost): Situation;
  /** Reads what other processes appended. */
  sync(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens all streams and takes over files that changed. Rejects when a ledger is damaged or a revision would lose figures. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { store, clock, log, channels, botName, calendar, closingTime } = options;
  const directory = await openHost<DirectoryState, DirectoryEvent>({
    stream: 'directory',
    store,
    clock,
    log,
    initial: initialDirectory,
    evolve: evolveDirectory,
    version: directoryVersion,
  });
  await takeOver(directory, options.directory.sha256, {
    type: 'DirectoryLoaded',
    definition: options.directory.definition,
    fileHash: options.directory.sha256,
  });
  const campaigns: CampaignHost[] = [];

  let seenSeq = -1;
  let seen = directory.state();
  let cached = viewDirectory(seen);
  function view(): DirectoryView {
    if (directory.durableSeq() !== seenSeq || directory.state() !== seen) {
      seenSeq = directory.durableSeq();
      seen = directory.state();
      cached = viewDirectory(seen);
    }
    return cached;
  }

  const around = new Map<CampaignId, Surroundings>();
  let connected = channels.size;

  const reach = (person: PersonId) => reachOf(person, view(), channels);

  /** The same for every message until the directory or what is connected changes. */
  function surroundings(id: CampaignId): Surroundings {
    const directory = view();
    if (connected !== channels.size) around.clear();
    connected = channels.size;
    const known = around.get(id);
    if (known?.directory === directory) return known;
    const fresh: Surroundings = {
      house,
      directory,
      calendar,
      closingTime,
      botName,
      groups: [...directory.chats()].filter(
        (chat) => chat.campaign === id && chat.push !== null && channels.has(chat.platform),
      ),
      pushBytes: (chat) => (channels.get(chat.platform) as { limits: ChannelLimits }).limits.pushBytes,
      reach,
    };
    around.set(id, fresh);
    return fresh;
  }

  const at = (id: CampaignId, state: CampaignState, nowMs: EpochMs): Situation => ({
    state,
    nowMs,
    ...surroundings(id),
  });
  for (const file of options.campaigns) campaigns.push(await openCampaign(options, file, at));

  return {
    shared: store.shared,
    directory,
    campaigns,
    botName,
    view,
    reach,
    nowMs: clock.nowMs,
    campaign: (id) => campaigns.find((campaign) => campaign.id === id) ?? null,
    campaignFor: (person) =>
      campaigns.find((campaign) => concerns(campaign.host.state(), person)) ?? campaigns[0] ?? null,
    at,
    situation: ({ id, host }) => at(id, host.state(), clock.nowMs()),
    async sync() {
      await directory.sync();
      for (const { host } of campaigns) await host.sync();
    },
    async stop() {
      await directory.stop();
      for (const { host } of campaigns) await host.stop();
    },
  };
}

async function openCampaign(
  { store, clock, log }: OfficeOptions,
  file: FileContent<CampaignDefinition>,
  at: Office['at'],
): Promise<CampaignHost> {
  const { definition, sha256 } = file;
  const host = await openHost<CampaignState, CampaignEvent>({
    stream: `campaign/${definition.id}`,
    store,
    clock,
    log,
    initial: () => initialCampaign(definition),
    lend: campaignAfter,
    evolve: evolveCampaign,
    version: campaignFoldVersion,
  });
  const lost = protectedFrom(host.state(), definition);
  if (lost !== null) throw new Error(`专项活动 ${definition.id} 的${lost}`);
  const opened = { type: 'CampaignOpened', definition, fileHash: sha256 } as const;
  const cause = `file/${sha256}/${host.durableSeq()}`;
  if (host.state().fileHash !== sha256)
    await host.record(cause, (state, nowMs) => {
      if (state.fileHash === sha256) return null;
      // A deadline that the file moves, a unit that it adds: those concerned hear of it, where the campaign is not silent.
      const situation = at(definition.id, state, nowMs);
      const sends = courseOf(situation).hold?.silent ? [] : consequences(situation, [opened], { atMs: nowMs, cause });
      return { events: [opened], replies: [], sends };
    });
  return { id: definition.id, host };
}

/** Appends the file's content once per change of the file, whichever process comes first. */
async function takeOver<S extends { fileHash: string | null }, E>(
  host: Host<S, E>,
  sha256: string,
  event: E,
): Promise<void> {
  if (host.state().fileHash === sha256) return;
  await host.record(`file/${sha256}/${host.durableSeq()}`, (state) =>
    state.fileHash === sha256 ? null : { events: [event], replies: [], sends: [] },
  );
}

function concerns(state: CampaignState, { unit, roles }: Person): boolean {
  return unit === null || roles.includes('organiser') || concernsUnit(state, unit);
}
