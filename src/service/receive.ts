/** A message becomes an entry: who is it, which stream, what does it say, what is decided. */

import type { CampaignState } from '../domain/campaign/state.ts';
import { decideDirectory } from '../domain/directory/decide.ts';
import type { Person } from '../domain/directory/model.ts';
import { type DirectoryCommand, decide, isDirectoryCommand } from '../domain/dispatch.ts';
import type { Reply } from '../domain/ledger.ts';
import { noCampaign, tooLong, unknownChat, unknownSender } from '../domain/replies/roles.ts';
import type { Speaker } from '../domain/situation.ts';
import { readingContext } from '../domain/submission/desk.ts';
import { owedBy } from '../domain/submission/owed.ts';
import type { Inbound, Log, Receive } from '../ports.ts';
import { readCommand } from '../understand/commands/command.ts';
import { type Expectation, understand } from '../understand/understand.ts';
import type { CampaignHost, DirectoryHost, Office } from './office.ts';

/** No report needs more, and no more is read; what is longer is a document and belongs in a file. */
const longestText = 3000;

export function createReceive(office: Office, log: Log): Receive {
  const { directory } = office;

  return async function receive(message: Inbound): Promise<readonly Reply[]> {
    if (message.text.length > longestText) return tell(message, 'too_long', tooLong(message.text.length, longestText));
    const group =
      message.chat.kind === 'group' ? office.view().chatByAccount(message.platform, message.chat.account) : null;
    if (group === undefined) return tell(message, 'unknown_chat', unknownChat(message.chat.account));
    const known = senderOf(message);
    const person = isPlaced(known) ? known : await lookAgain(message);
    const binding = bindingIn(message.text);
    if (binding) return bind(directory, message, person ?? stranger(message), binding);
    if (!person) return tell(message, 'unknown_sender', unknownSender(office.botName));
    return speak(message, person, group ? office.campaign(group.campaign) : office.campaignFor(person));
  };

  function senderOf({ platform, sender }: Inbound): Person | undefined {
    return office.view().personByAccount(platform, sender);
  }

  /** Another process may have bound them since the directory was last read. */
  async function lookAgain(message: Inbound): Promise<Person | undefined> {
    await directory.sync();
    return senderOf(message);
  }

  function tell(message: Inbound, code: string, text: string): Promise<readonly Reply[]> {
    return Promise.resolve(refusal(log, message, code, [{ text }]));
  }

  async function bind(
    host: DirectoryHost,
    message: Inbound,
    sender: Person,
    command: DirectoryCommand,
  ): Promise<readonly Reply[]> {
    let refused: readonly Reply[] = [];
    const entry = await host.record(causeOf(message), (state, nowMs) => {
      const outcome = decideDirectory(state, office.view(), sender, command, nowMs);
      if (outcome.kind === 'decided') return outcome;
      refused = refusal(log, message, outcome.code, outcome.replies);
      return null;
    });
    return entry?.replies ?? refused;
  }

  async function speak(message: Inbound, person: Person, to: CampaignHost | null): Promise<readonly Reply[]> {
    if (!to) return tell(message, 'no_campaign', noCampaign);
    const { id, host } = to;
    const speaker: Speaker = {
      person,
      chat: { kind: message.chat.kind },
      cause: causeOf(message),
      words: message.text,
    };
    let refused: readonly Reply[] = [];
    const entry = await host.record(speaker.cause, (state, nowMs) => {
      const utterance = understand(message, expectationOf(state, person, office));
      const outcome = decide({ ...office.surroundings(id), state, nowMs }, speaker, utterance);
      if (outcome.kind === 'decided') return outcome;
      refused = refusal(log, message, outcome.code, outcome.replies);
      return null;
    });
    return entry?.replies ?? refused;
  }
}

function expectationOf(state: CampaignState, person: Person, office: Office): Expectation | null {
  const reading = readingContext(state, person, office.view(), office.botName);
  const returned = reading && state.returns.get(reading.returnId);
  if (!reading || !returned || person.unit === null) return null;
  return { ...reading, materials: returned.definition.materials, owed: owedBy(returned, person.unit).materials };
}

function isPlaced(person: Person | undefined): boolean {
  return person !== undefined && (person.unit !== null || person.roles.length > 0);
}

/** Bindings are the only commands of the directory's stream; the campaign's are read with the rest of the message. */
function bindingIn(text: string): DirectoryCommand | null {
  const command = text.includes('绑定') ? readCommand(text) : null;
  return command && isDirectoryCommand(command) ? command : null;
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
