/** A message becomes an entry: who is it, which stream, what does it say, what is decided. */

import { withBoundedRuns } from '../domain/bounded-text.ts';
import type { ShiftDefinition } from '../domain/campaign/definition.ts';
import type { RoomOrder } from '../domain/campaign/slices.ts';
import { awaitedWord, coreFrames, isPassedOver } from '../domain/core-orders.ts';
import type { Chat, Person } from '../domain/directory/model.ts';
import { type DirectoryPart, obeyDirectory } from '../domain/directory/obey.ts';
import { type DirectoryOrder, directoryOrders } from '../domain/directory/orders.ts';
import { decide, goesOn } from '../domain/dispatch.ts';
import { ownShifts } from '../domain/duty/shift-meant.ts';
import type { Decision, Reply } from '../domain/ledger.ts';
import type { PersonId } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import { noCampaign, notRecorded, tooLong, unknownChat, unknownSender } from '../domain/replies/roles.ts';
import { allOrders, expected, heard } from '../domain/rooms.ts';
import { campaignYear, type Situation, type Speaker } from '../domain/situation.ts';
import { expectationOf } from '../domain/submission/expecting.ts';
import { optionLabels } from '../domain/submission/questions.ts';
import type { CoreOrder } from '../domain/utterance.ts';
import type { Inbound, Log, Receive } from '../ports.ts';
import { createLexicon } from '../understand/orders/lexicon.ts';
import { type Understanding, understand } from '../understand/understand.ts';
import { handOver } from './hand-over.ts';
import { NotRecorded, patienceMs } from './host.ts';
import { inTime } from './in-time.ts';
import type { CampaignHost, Office } from './office.ts';
import {
  goesOnInDirectory,
  letGoInCampaigns,
  letGoInDirectory,
  passOverInCampaigns,
  passOverInDirectory,
  stillWaiting,
  wordOnArrangement,
} from './shown.ts';

/** No report needs more, and no more is read; what is longer is a document and belongs in a file. */
const longestText = 3000;

const lexicon = createLexicon<RoomOrder | CoreOrder>([
  { frames: coreFrames, kind: 'ask' },
  ...allOrders().map(([, { frames, kind }]) => ({ frames, kind })),
]);
const directoryLexicon = createLexicon<DirectoryOrder>(Object.values(directoryOrders));

export function createReceive(office: Office, log: Log): Receive {
  const { directory } = office;

  /** Whoever writes while the ledger cannot be written to is told: the platform gives up long before an operator comes. */
  return async function receive(sent: Inbound): Promise<readonly Reply[]> {
    // The length comes first: no pattern meets a text of any size.
    const { length } = sent.text;
    if (length > longestText) return tell(sent, 'too_long', tooLong(length, longestText));
    const message = bounded(sent);
    try {
      return await take(message);
    } catch (error) {
      if (error instanceof NotRecorded) return tell(message, 'not_recorded', notRecorded);
      throw error;
    }
  };

  async function take(message: Inbound): Promise<readonly Reply[]> {
    await hearOthers();
    const group = groupOf(message);
    if (group === undefined) return tell(message, 'unknown_chat', unknownChat(message.chat.account));
    const person = senderOf(message);
    const speaker = {
      person: person ?? stranger(message),
      cause: causeOf(message),
      words: message.text,
      ...placeOf(group),
    };
    const to = campaignOf(group, person);
    const part = arrangement(message.text) ?? wordOnArrangement(office, to, speaker, message, orderIn);
    if (part) return arrange(message, speaker, part);
    if (!person) return tell(message, 'unknown_sender', unknownSender(office.botName));
    return speak(message, speaker, to);
  }

  function campaignOf(group: Chat | null, person: Person | undefined): CampaignHost | null {
    if (group) return office.campaign(group.campaign);
    return person ? office.campaignFor(person) : null;
  }

  /** Null for a single chat, undefined for a group that nobody registered. */
  function groupOf({ platform, chat }: Inbound): Chat | null | undefined {
    return chat.kind === 'group' ? office.view().chatByAccount(platform, chat.account) : null;
  }

  function senderOf({ platform, sender }: Inbound): Person | undefined {
    return office.view().personByAccount(platform, sender);
  }

  /** Who writes may have been bound, or bound elsewhere, by another process a moment ago: no figure goes to the office before. */
  async function hearOthers(): Promise<void> {
    if (!office.shared) return;
    try {
      await inTime(patienceMs, directory.sync());
    } catch (error) {
      throw new NotRecorded(directory.stream, error);
    }
  }

  function tell(message: Inbound, code: string, text: string): Promise<readonly Reply[]> {
    return Promise.resolve(refusal(log, message, code, [{ text }]));
  }

  /** Who speaks for whom is decided in the directory's own stream. */
  async function arrange(message: Inbound, speaker: Speaker, part: DirectoryPart): Promise<readonly Reply[]> {
    const left = goesOnInDirectory(part) ? await letGoInCampaigns(office, speaker) : '';
    await passOverInCampaigns(office, speaker);
    let refused: readonly Reply[] = [];
    const entry = await directory.record(speaker.cause, (state, nowMs) => {
      const situation = { state, view: office.view(), nowMs, reach: office.reach, shiftsOf };
      const outcome = obeyDirectory(situation, speaker, part);
      if (outcome.kind === 'decided') return decisionOf(reminding(outcome, left), speaker);
      refused = refusal(log, message, outcome.code, repliesOf([...outcome.said, left].filter(Boolean), speaker));
      return null;
    });
    for (const campaign of office.campaigns) await handOverOrLater(campaign);
    return entry?.replies ?? refused;
  }

  /** Of every campaign: who goes may leave a post open in any of them. */
  function shiftsOf(person: PersonId): readonly ShiftDefinition[] {
    const unit = office.view().person(person)?.unit ?? null;
    return unit === null
      ? []
      : office.campaigns.flatMap((campaign) => ownShifts(office.situation(campaign), person, unit));
  }

  /** What the directory has decided stands and is answered so; the next round hands over what could not be now. */
  async function handOverOrLater(campaign: CampaignHost): Promise<void> {
    try {
      await handOver(office, campaign);
    } catch (error) {
      if (!(error instanceof NotRecorded)) throw error;
      log.warn({ campaign: campaign.id, err: error }, 'hand-over put off');
    }
  }

  async function speak(message: Inbound, speaker: Speaker, to: CampaignHost | null): Promise<readonly Reply[]> {
    if (!to) return tell(message, 'no_campaign', noCampaign);
    const { id, host } = to;
    const heard = (situation: Situation) => understand(message, understandingOf(situation, speaker.person));
    let waits = '';
    if (directory.state().proposed.has(speaker.person.id)) {
      const on = goesOn(heard(office.situation(to)).parts);
      if (!on) await passOverInDirectory(office, speaker);
      waits = on ? await letGoInDirectory(office, speaker) : stillWaiting(office, speaker);
    }
    let refused: readonly Reply[] = [];
    const entry = await host.record(speaker.cause, (state, nowMs) => {
      const situation = office.at(id, state, nowMs);
      const outcome = decide(situation, speaker, heard(situation));
      if (outcome.kind === 'decided') return decisionOf(reminding(outcome, waits), speaker);
      refused = refusal(log, message, outcome.code, repliesOf(outcome.said, speaker));
      return null;
    });
    return entry?.replies ?? refused;
  }
}

function placeOf(group: Chat | null): Pick<Speaker, 'chat'> {
  return { chat: group ? { kind: 'group', id: group.id } : { kind: 'single' } };
}

/** What was quoted is cut by itself: however long, it takes nothing from the words of the message. */
function bounded(message: Inbound): Inbound {
  const { text, quoted } = message;
  const quote = quoted === null ? null : withBoundedRuns(quoted.slice(0, longestText));
  return { ...message, text: withBoundedRuns(text), quoted: quote };
}

/** An order about people; the campaign's own orders go before it. */
function arrangement(text: string): DirectoryPart | null {
  const said = directoryLexicon.read(text);
  return said && !said.vetoed && lexicon.read(text) === null ? { order: said.order, confirmed: said.confirmed } : null;
}

function orderIn(words: string) {
  return lexicon.read(words) ?? directoryLexicon.read(words);
}

/** An answer is one message; silence is none. */
function repliesOf(said: readonly string[], { chat }: Speaker): readonly Reply[] {
  if (said.length === 0) return [];
  return [{ text: said.join('\n'), ...(chat.kind === 'group' ? { group: chat.id } : {}) }];
}

/** What waits elsewhere is not forgotten over another answer, nor let go without a word: a later 是 is for it. */
function reminding<E>(outcome: Decided<E>, waits: string): Decided<E> {
  return waits === '' || outcome.said.length === 0 ? outcome : { ...outcome, said: [...outcome.said, waits] };
}

type Decided<E> = Extract<Outcome<E>, { readonly kind: 'decided' }>;

function decisionOf<E>(
  { events, said, sends }: Extract<Outcome<E>, { kind: 'decided' }>,
  speaker: Speaker,
): Decision<E> {
  return { events, replies: repliesOf(said, speaker), sends };
}

/** What a message of this person is read with. */
export function understandingOf(situation: Situation, person: Person): Understanding {
  const expectation = expectationOf(situation, person);
  const open = expected(situation, person);
  const unit = person.unit === null ? undefined : situation.directory.unit(person.unit);
  return {
    lexicon,
    expectation,
    awaits: awaitedWord(situation, person, open),
    shown: situation.state.proposed.get(person.id)?.order.name ?? null,
    passedOver: isPassedOver(situation, person, open),
    hears: (words) => heard(situation, person, words),
    answers: open?.reads ?? null,
    year: campaignYear(situation),
    ownNames: [...(unit ? [unit.name, unit.shortName, ...unit.aliases] : []), person.name],
    options: expectation.question ? optionLabels(situation.state.submission.returns, expectation.question) : [],
  };
}

function causeOf({ platform, messageId }: Inbound): string {
  return `${platform}/${messageId}`;
}

/** Someone no directory names yet; the platform gives an account and nothing else. */
function stranger({ platform, sender }: Inbound): Person {
  return { id: `${platform}:${sender}`, name: sender, unit: null, roles: [], accounts: { [platform]: sender } };
}

function refusal(log: Log, message: Inbound, code: string, replies: readonly Reply[]): readonly Reply[] {
  log.info({ platform: message.platform, messageId: message.messageId, code }, 'message refused');
  return replies;
}
