/**
 * One room, or all of them, without an app or a store: what was in the ledger, what comes, and what is decided.
 *
 *     const seen = given(shanghai, shanghaiDirectory, [published(), submittedTable('huangpu')])
 *       .at('2023-03-20 09:00')
 *       .when('organiser', '退回 黄浦区局，数字偏大');
 *     seen.said      // the answer, in sentences
 *     seen.events    // what is entered in the ledger
 *     seen.sends     // what goes out by itself
 *     seen.when('huangpu-liaison', '进度').said
 *     seen.when('2023-03-21 10:00').sends   // what is due then
 *
 * Histories with a name stand in `histories.ts`. Words are read and decided as in production: understanding, rights, previews,
 * closings and reactions included. Whatever has been given is never changed, so a moment may be gone on from more than once.
 * People are ids of the directory; times are Asia/Shanghai.
 */
import { fileURLToPath } from 'node:url';
import { afterwards, consequences } from '../../src/domain/afterwards.ts';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import { initialCampaign } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { DirectoryDefinition } from '../../src/domain/directory/model.ts';
import { evolveDirectory, initialDirectory } from '../../src/domain/directory/state.ts';
import { viewDirectory } from '../../src/domain/directory/view.ts';
import { decide } from '../../src/domain/dispatch.ts';
import { house } from '../../src/domain/house.ts';
import type { Send } from '../../src/domain/ledger.ts';
import { answer, type Outcome } from '../../src/domain/outcome.ts';
import { renewSend, seriesOf } from '../../src/domain/rooms.ts';
import { dueInstants } from '../../src/domain/series.ts';
import type { Situation, Surroundings } from '../../src/domain/situation.ts';
import { loadCampaign, loadDirectory } from '../../src/files/campaign-files.ts';
import { understandingOf } from '../../src/service/receive.ts';
import type { Attachment } from '../../src/understand/orders/attachments.ts';
import { understand } from '../../src/understand/understand.ts';
import { instant, type Past } from './histories.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const shanghaiDirectory: DirectoryDefinition = loadDirectory(project('config/directory.yaml')).definition;
export const shanghai: CampaignDefinition = loadCampaign(
  project('config/campaigns/shanghai-2023.yaml'),
  shanghaiDirectory,
).definition;

export interface GivenOptions {
  /** How people can be told something. */
  readonly reach?: Surroundings['reach'];
  readonly pushBytes?: number;
}

/** What a message has beside its words. */
export interface Beside {
  /** The group it is said in, by its id in the directory. */
  readonly group?: string;
  readonly files?: readonly Attachment[];
  /** The words it replies to. */
  readonly quoted?: string;
}

export interface Moment {
  readonly situation: Situation;
  /** The same, at `2023-03-20 09:00`: nothing that was due meanwhile has been decided. */
  at(time: string): Moment;
  /** A message of a person; in the single chat with the bot, unless a group is named. */
  when(person: string, words: string, more?: Beside): Happened;
  /** What is due at `2023-03-21 10:00`, as one tick at that instant finds it. */
  when(time: string): Happened;
  /** A message as it goes out now; null if it is true no more. */
  renewed(send: Send): Send | null;
}

export interface Happened extends Moment {
  readonly events: readonly CampaignEvent[];
  readonly said: readonly string[];
  readonly sends: readonly Send[];
  /** Why it was refused; then nothing was entered. */
  readonly refused: string | null;
  /** Texts to one person alone. */
  told(person: string): readonly string[];
  /** Texts to a group. */
  posted(): readonly string[];
}

/** `past` in its order, which need not be that of time. The moment is a minute after the last. */
export function given(
  campaign: CampaignDefinition,
  directory: DirectoryDefinition,
  past: readonly Past[] = [],
  options: GivenOptions = {},
): Moment {
  const around = surroundingsOf(campaign, directory, options);
  const openedMs = instant(`${campaign.notice.date} 09:00`);
  let situation: Situation = { ...around, state: initialCampaign(campaign), nowMs: openedMs };
  const opened: Past = {
    at: `${campaign.notice.date} 09:00`,
    events: () => [{ type: 'CampaignOpened', definition: campaign, fileHash: 'file' }],
  };
  for (const [index, { at, events }] of [opened, ...past].entries())
    situation = afterwards(situation, events(campaign), { atMs: instant(at), cause: `given/${index}` });
  const lastMs = Math.max(openedMs, ...past.map(({ at }) => instant(at)));
  return momentOf({ ...situation, nowMs: lastMs + 60_000 });
}

function surroundingsOf(
  { id }: CampaignDefinition,
  directory: DirectoryDefinition,
  { reach = () => 'alone', pushBytes = 2048 }: GivenOptions,
): Surroundings {
  const state = initialDirectory();
  const event = { type: 'DirectoryLoaded', definition: directory, fileHash: 'file' } as const;
  const entry = { stream: 'directory', seq: 1, atMs: 0, cause: 'file', hash: '', replies: [], sends: [] };
  evolveDirectory(state, { ...entry, events: [event] });
  const view = viewDirectory(state);
  return {
    house,
    directory: view,
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    groups: [...view.chats()].filter((chat) => chat.campaign === id && chat.push !== null),
    pushBytes: () => pushBytes,
    reach,
    botName: '督办助手',
  };
}

let spoken = 0;

function momentOf(situation: Situation): Moment {
  return {
    situation,
    at: (time) => momentOf({ ...situation, nowMs: instant(time) }),
    when: (who: string, words?: string, more: Beside = {}) =>
      words === undefined ? tick({ ...situation, nowMs: instant(who) }) : hear(situation, who, words, more),
    renewed: (send) => renewSend(situation, send, situation.nowMs),
  };
}

function hear(situation: Situation, who: string, words: string, { group, files = [], quoted }: Beside): Happened {
  const person = situation.directory.person(who);
  if (!person) throw new Error(`nobody is called ${who}`);
  spoken += 1;
  const cause = `given/message-${spoken}`;
  const speaker = {
    person,
    cause,
    words,
    chat: group === undefined ? ({ kind: 'single' } as const) : ({ kind: 'group', id: group } as const),
  };
  const message = { text: words, quoted: quoted ?? null, attachments: files };
  const utterance = understand(message, understandingOf(situation, person));
  return after(situation, decide(situation, speaker, utterance), cause);
}

/** Each series decides on what the ones before it left, as the ticker has it. */
function tick(situation: Situation): Happened {
  let [at, all] = [situation, answer([]) as Extract<Outcome, { kind: 'decided' }>];
  for (const { name } of seriesOf(situation)) {
    const series = seriesOf(at).find((one) => one.name === name);
    const due = series && dueInstants(series, at.state.fired, at.nowMs);
    if (!series || !due) continue;
    const { events, sends } = series.fire(due.newestMs, due.sinceMs);
    const fired: CampaignEvent = { type: 'SlotFired', series: name, atMs: due.newestMs, missed: due.count - 1 };
    const head = { atMs: at.nowMs, cause: `given/slot/${name}@${due.newestMs}` };
    all = {
      ...all,
      events: [...all.events, fired, ...events],
      sends: [...all.sends, ...sends, ...consequences(at, events, head)],
    };
    at = afterwards(at, [fired, ...events], head);
  }
  return seen(at, all);
}

function after(situation: Situation, outcome: Outcome, cause: string): Happened {
  const events = outcome.kind === 'decided' ? outcome.events : [];
  return seen(afterwards(situation, events, { atMs: situation.nowMs, cause }), outcome);
}

function seen(situation: Situation, outcome: Outcome): Happened {
  const sends = outcome.kind === 'decided' ? outcome.sends : [];
  return {
    ...momentOf(situation),
    events: outcome.kind === 'decided' ? outcome.events : [],
    said: outcome.said,
    sends,
    refused: outcome.kind === 'refused' ? outcome.code : null,
    told: (person) => sends.flatMap(({ to, text }) => (to.kind === 'person' && to.person === person ? [text] : [])),
    posted: () => sends.flatMap(({ to, text }) => (to.kind === 'chat' ? [text] : [])),
  };
}
