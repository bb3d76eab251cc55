/** The composition root: the only file that chooses stores, platforms and the clock. */
import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type Koa from 'koa';
import { type Config, connectedBy } from './config.ts';
import { createWorkingCalendar, type WorkingCalendar } from './domain/calendar/working-days.ts';
import type { DirectoryView } from './domain/directory/view.ts';
import type { EpochMs } from './domain/model.ts';
import { greetingIn } from './domain/replies/roles.ts';
import { loadOffice } from './files/campaign-files.ts';
import { playedOnPage } from './files/played-chats.ts';
import { createConsoleChannel } from './platform/console/channel.ts';
import { createRehearsalClock, type RehearsalClock } from './platform/console/clock.ts';
import { type Console, createConsole } from './platform/console/console.ts';
import {
  type ConsoleEvent,
  type ConsoleState,
  consoleVersion,
  evolveConsole,
  initialConsole,
} from './platform/console/log.ts';
import { loadPage } from './platform/console/page.ts';
import { presentProgress } from './platform/console/present-progress.ts';
import { createAibotCallback } from './platform/wecom/aibot.ts';
import { createWebhookChannel } from './platform/wecom/webhook.ts';
import type { Callback, Channel, Clock, Log, Receive, Store } from './ports.ts';
import { createServer } from './server/app.ts';
import { createConsoleRouter } from './server/console.ts';
import { READY_TIMEOUT_MS } from './server/health.ts';
import { type Metrics, openMetrics } from './server/metrics.ts';
import { type Monitor, startMonitor } from './server/monitor.ts';
import { advanceClock } from './service/advance.ts';
import { createDeliverer, type Deliverer } from './service/deliver.ts';
import { createHeartbeat, type Heartbeat } from './service/heartbeat.ts';
import { type Host, openHost } from './service/host.ts';
import { inTime } from './service/in-time.ts';
import { alone, createLead, type Lead } from './service/lead.ts';
import { type Office, openOffice } from './service/office.ts';
import { refuseOtherLedger } from './service/other-ledger.ts';
import { type Overview, overviewOf } from './service/overview.ts';
import { createReceive } from './service/receive.ts';
import { startRounds } from './service/rounds.ts';
import { createSteadyClock, refuseClockBehind } from './service/steady-clock.ts';
import { createTicker, type Ticker } from './service/tick.ts';
import { openStore } from './store/open.ts';

export interface App {
  readonly server: Koa;
  /** What was opened and what is missing in it. */
  readonly overview: Overview;
  /** The rehearsal's chats and clock; null in production. */
  readonly rehearsal: {
    readonly room: Console;
    readonly view: () => DirectoryView;
    readonly nextSlotMs: () => EpochMs | null;
  } | null;
  /** Begins the rounds: what was missed is decided, what waits is sent. */
  start(): Promise<void>;
  /** Finishes what is under way, saves snapshots, closes the store. Idempotent. */
  stop(): Promise<void>;
}

/** What may stand between the program and what it depends on: faults, in a soak. */
export interface Around {
  readonly store: (store: Store) => Store;
  readonly channel: (channel: Channel) => Channel;
}

const nothing: Around = { store: (store) => store, channel: (channel) => channel };

type Assembled = Omit<App, 'overview'>;

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly clock: Clock;
  readonly office: Office;
  readonly ticker: Ticker;
  readonly deliverer: Deliverer;
  readonly lead: Lead;
  readonly receive: Receive;
  readonly metrics: Metrics;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly calendar: WorkingCalendar;
  readonly owner: string;
}

/** Opens everything; rejects with a sentence for the operator if a file, the store or the ledger is not in order. */
export async function openApp(config: Config, plainLog: Log, around: Around = nothing): Promise<App> {
  const metrics = await openMetrics({ watched: config.profile === 'production' });
  const log = metrics.log(plainLog);
  const calendar = createWorkingCalendar(config.calendar);
  const files = loadOffice(config, { closingTime: config.closingTime, calendar });
  const { directory, campaigns } = config.console ? playedOnPage(files) : files;
  // A rehearsal that is deleted begins anew; an office's ledger never does by itself.
  const store = metrics.store(
    around.store(
      await openStore(config.database.reveal(), { sole: true, mayBeginAnew: config.profile === 'rehearsal' }),
    ),
  );
  try {
    log.info({ store: store.describe, profile: config.profile }, 'store opened');
    await refuseOtherLedger(store, config.profile, { keepsRehearsal: config.keepsRehearsal });
    const [botName = '督办助手'] = config.botNames;
    const rehearsal = config.clock.kind === 'movable' ? await openRehearsal(store, log, config.clock.startMs) : null;
    const clock = rehearsal?.clock ?? createSteadyClock(machineTime, log);
    // Before the office opens: a revised file makes news, and news goes to what is reachable then.
    const opened: { office?: Office } = {};
    const channels = openChannels(config, log, {
      journal: rehearsal?.journal ?? null,
      view: () => (opened.office as Office).view(),
      around: (channel) => metrics.channel(around.channel(channel)),
    });
    const office = await openOffice({
      store,
      clock,
      log,
      directory,
      campaigns,
      channels,
      calendar,
      closingTime: config.closingTime,
      botName,
    });
    opened.office = office;
    if (config.clock.kind === 'real' && !config.clock.trusted) await refuseClockBehind(office, store, clock.nowMs());
    const ticker = createTicker(office, log);
    // Names this process among others on the same store.
    const owner = randomUUID();
    const deliverer = createDeliverer({ office, outbox: store, channels, clock, log, owner });
    const parts: Parts = {
      config,
      log,
      store,
      clock,
      office,
      ticker,
      deliverer,
      lead: store.shared ? createLead(store, clock, owner) : alone,
      receive: metrics.receive(createReceive(office, log)),
      metrics,
      channels,
      calendar,
      owner,
    };
    const app = rehearsal ? await assembleRehearsal(parts, rehearsal) : assembleProduction(parts);
    const overview = overviewOf({
      // Who was bound in chat counts.
      directory: { ...directory.definition, people: [...office.view().people()] },
      campaigns: campaigns.map(({ definition }) => definition),
      calendar,
      connected: connectedBy(config),
      heartbeat: config.heartbeat?.push,
    });
    log.info({ overview }, 'opened');
    return { ...app, overview };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The uptime counts on while the machine sleeps, and nobody sets it. */
const machineTime = { wallMs: () => Date.now(), uptimeMs: () => uptime() * 1000 };

interface ConsoleParts {
  /** Null in production. */
  readonly journal: Host<ConsoleState, ConsoleEvent> | null;
  readonly view: () => DirectoryView;
}

function openChannels(
  { wecom, botNames }: Config,
  log: Log,
  { journal, view, around }: ConsoleParts & { readonly around: Around['channel'] },
): Map<string, Channel> {
  const channels = new Map<string, Channel>();
  const [botName = '督办助手'] = botNames;
  if (journal) channels.set('console', around(createConsoleChannel({ journal, directory: view, botName })));
  if (wecom) {
    const { apiBase, webhooks } = wecom;
    channels.set('wecom', around(createWebhookChannel({ apiBase, webhooks: revealAll(webhooks), log })));
  }
  return channels;
}

interface Rehearsal {
  readonly clock: RehearsalClock;
  readonly journal: Host<ConsoleState, ConsoleEvent>;
}

async function openRehearsal(store: Store, log: Log, startMs: number): Promise<Rehearsal> {
  const opened: { journal?: Host<ConsoleState, ConsoleEvent> } = {};
  const clock = createRehearsalClock(() => opened.journal as Host<ConsoleState, ConsoleEvent>, startMs);
  const journal = await openHost<ConsoleState, ConsoleEvent>({
    stream: 'console',
    store,
    clock,
    log,
    initial: initialConsole,
    evolve: evolveConsole,
    version: consoleVersion,
  });
  opened.journal = journal;
  return { clock, journal };
}

async function assembleRehearsal(parts: Parts, { clock, journal }: Rehearsal): Promise<Assembled> {
  const { config, log, office, ticker, deliverer, receive } = parts;
  const room = createConsole({
    journal,
    directory: office.view,
    advance: (toMs) => advanceClock(clock, ticker, deliverer, toMs),
    clock,
    log,
    botNames: config.botNames,
    receive,
    afterAnswer: () => deliverer.deliver(),
  });
  const nextSlotMs = () => ticker.nextMs(clock.nowMs());
  const router = createConsoleRouter({
    console: room,
    nextAtMs: nextSlotMs,
    page: loadPage(),
    host: config.server.host,
    progress(id) {
      const campaign = id === null ? office.campaigns[0] : office.campaign(id);
      return campaign ? presentProgress(office.situation(campaign), ticker.upcoming(campaign)) : null;
    },
  });
  const app = assemble(parts, { callbacks: [], routers: [router] });
  return {
    ...app,
    rehearsal: { room, view: office.view, nextSlotMs },
    async start() {
      await room.resume();
      await advanceClock(clock, ticker, deliverer, clock.nowMs());
    },
    async stop() {
      await office.stop();
      await journal.stop();
      await app.stop();
    },
  };
}

function assembleProduction(parts: Parts): Assembled {
  const { config, log, store, clock, office, ticker, deliverer, lead, receive, metrics } = parts;
  const callbacks: Callback[] = [];
  let heardAtMs: EpochMs | null = null;
  const heartbeat = heartbeatOf(parts, () => heardAtMs);
  const rounds = startRounds({ office, ticker, deliverer, lead, clock, log, beat: () => heartbeat?.beat() });
  if (config.wecom) {
    const { aibot } = config.wecom;
    callbacks.push(
      createAibotCallback({
        token: aibot.token.reveal(),
        encodingAESKey: aibot.encodingAESKey.reveal(),
        receiveId: aibot.receiveId,
        botNames: config.botNames,
        onEnter: () => greetingIn(office.botName),
        clock,
        log,
        async receive(message) {
          heardAtMs = clock.nowMs();
          const replies = await receive(message);
          rounds.kick();
          return replies;
        },
      }),
    );
  }
  const page = metrics.router({
    sends: () => sendsOf(office),
    roundAtMs: () => rounds.overAtMs(),
    leads: () => rounds.leads(),
  });
  const app = assemble(parts, { callbacks, routers: [page] });
  let monitor: Monitor | null = null;
  return {
    ...app,
    async start() {
      await rounds.start();
      monitor = monitorOf(config, log, async () => {
        if (!rounds.well()) return 'no round went well lately';
        await inTime(READY_TIMEOUT_MS, store.ping());
        return null;
      });
    },
    async stop() {
      monitor?.stop();
      await rounds.stop();
      await office.stop();
      await app.stop();
    },
  };
}

function monitorOf({ monitor }: Config, log: Log, unwell: () => Promise<string | null>): Monitor | null {
  return monitor && startMonitor({ url: monitor.url, everyMs: monitor.every * 1000, unwell, log });
}

function heartbeatOf(parts: Parts, heardAtMs: () => EpochMs | null): Heartbeat | null {
  const channel = parts.channels.get('wecom');
  const { heartbeat } = parts.config;
  return heartbeat && channel ? createHeartbeat({ ...parts, ...heartbeat, channel, heardAtMs }) : null;
}

function assemble(
  { config, log, store }: Parts,
  { callbacks, routers }: Pick<Parameters<typeof createServer>[0], 'callbacks' | 'routers'>,
): Assembled {
  let stopping = false;
  const server = createServer({
    callbacks,
    routers,
    log,
    bodyLimitBytes: config.server.bodyLimitBytes,
    async ready() {
      if (stopping) throw new Error('stopping');
      await store.ping();
    },
  });
  return {
    server,
    rehearsal: null,
    start: () => Promise.resolve(),
    stop() {
      stopping = true;
      return store.close();
    },
  };
}

function sendsOf({ campaigns }: Office): { readonly waiting: number; readonly failed: number } {
  const all = campaigns.map(({ host }) => host.state().delivery);
  const sum = (of: (delivery: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  return { waiting: sum(({ open }) => open.size), failed: sum(({ failed }) => failed.size) };
}

function revealAll(secrets: Readonly<Record<string, { reveal(): string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.reveal()]));
}
