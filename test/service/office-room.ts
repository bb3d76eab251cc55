/** The inside of the bot around one store: office, ticker, deliverer and receiver, on a clock and a channel of our own. */
import { fileURLToPath } from 'node:url';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import type { DirectoryDefinition } from '../../src/domain/directory/model.ts';
import { loadCampaign, loadDirectory } from '../../src/files/campaign-files.ts';
import type { Channel, Inbound, Push, PushOutcome, Store } from '../../src/ports.ts';
import { createDeliverer } from '../../src/service/deliver.ts';
import { alone, createLead } from '../../src/service/lead.ts';
import { openOffice } from '../../src/service/office.ts';
import { createReceive } from '../../src/service/receive.ts';
import { createTicker } from '../../src/service/tick.ts';
import { openMemory } from '../../src/store/memory.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const calendar = createWorkingCalendar();
export const directoryFile = loadDirectory(project('config/directory.yaml'));
export const campaignFile = loadCampaign(project('config/campaigns/shanghai-2023.yaml'), directoryFile.definition, {
  closingTime: '17:30',
  calendar,
});
export const returnId = campaignFile.definition.returns[0]?.id ?? '';

/** `2023-03-14 10:00` */
export function at(time: string): number {
  const [day = '', clock = ''] = time.split(' ');
  return instantOf(day, clock);
}

/** A clock that is set, also back. */
export function createHandClock(time = '2023-03-12 09:00') {
  let nowMs = at(time);
  return {
    nowMs: () => nowMs,
    set(to: string) {
      nowMs = at(to);
    },
    pass(ms: number) {
      nowMs += ms;
    },
  };
}

export interface ChannelOptions {
  readonly pushesPerMinute?: number;
  readonly reachesPeople?: boolean;
  readonly pushBytes?: number;
}

/** A channel that keeps what it is given; `answer` says what the platform says, `meanwhile` runs while a push is on its way. */
function createFakeChannel(options: ChannelOptions = {}) {
  const { pushesPerMinute = 1000, reachesPeople = true, pushBytes = 2048 } = options;
  const pushed: Push[] = [];
  const fake = {
    pushed,
    texts: () => pushed.map(({ text }) => text.split('\n')[0]),
    answer: (_push: Push, _number: number): PushOutcome | Promise<PushOutcome> => ({ kind: 'sent' }),
    channel: {
      platform: 'console',
      limits: { pushBytes, replyBytes: 20_480, pushesPerMinute, reachesPeople },
      async push(push) {
        pushed.push(push);
        return fake.answer(push, pushed.length);
      },
    } as Channel,
  };
  return fake;
}

export interface RoomOptions {
  readonly store?: Store;
  readonly clock?: ReturnType<typeof createHandClock>;
  readonly channel?: ChannelOptions;
  readonly campaign?: { readonly definition: CampaignDefinition; readonly sha256: string };
  readonly directory?: { readonly definition: DirectoryDefinition; readonly sha256: string };
  readonly owner?: string;
}

/** A room in which the plan is on its way. */
export async function openPublishedRoom(options: RoomOptions = {}): Promise<Room> {
  const room = await openRoom(options);
  await room.say('organiser', '确认发布方案');
  return room;
}

export async function openRoom(options: RoomOptions = {}) {
  const { store = openMemory(), clock = createHandClock(), owner = 'one' } = options;
  const log = createRecordingLog();
  const fake = createFakeChannel(options.channel);
  const channels = new Map([['console', fake.channel]]);
  const office = await openOffice({
    store,
    clock,
    log,
    directory: options.directory ?? directoryFile,
    campaigns: [options.campaign ?? campaignFile],
    channels,
    calendar,
    closingTime: '17:30',
    botName: '督办助手',
  });
  const receive = createReceive(office, log);
  const campaign = office.campaigns[0];
  if (!campaign) throw new Error('no campaign');
  let lastId = 0;
  return {
    office,
    campaign,
    store,
    clock,
    log,
    fake,
    receive,
    ticker: createTicker(office, log),
    deliverer: createDeliverer({ office, outbox: store, channels, clock, log, owner }),
    lead: store.shared ? createLead(store, clock, owner) : alone,
    /** The answer to one message in the single chat. */
    async say(sender: string, text: string, more: Partial<Inbound> = {}): Promise<string> {
      lastId += 1;
      const replies = await receive({
        platform: 'console',
        messageId: `${owner}-${lastId}`,
        chat: { kind: 'single', account: `single:${sender}` },
        sender,
        text,
        quoted: null,
        attachments: [],
        ...more,
      });
      return replies.map((reply) => reply.text).join('\n');
    },
    state: () => campaign.host.state(),
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;
