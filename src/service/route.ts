/** Which channel reaches a destination, and under which names the platform knows the people in it. */
import type { Chat } from '../domain/directory/model.ts';
import type { DirectoryView } from '../domain/directory/view.ts';
import type { Send } from '../domain/ledger.ts';
import type { PersonId } from '../domain/model.ts';
import type { Reach } from '../domain/situation.ts';
import type { Channel, Push } from '../ports.ts';

export interface Route {
  readonly channel: Channel;
  readonly to: Push['to'];
  /** Accounts on the channel's platform, or `all`. */
  readonly mentions: readonly string[];
  /** Names the destination: sends to one keep their order and share its rate. */
  readonly name: string;
}

/** Null where no channel reaches the destination. */
export function routeOf(send: Send, view: DirectoryView, channels: ReadonlyMap<string, Channel>): Route | null {
  if (send.to.kind === 'chat') return routeToChat(view.chat(send.to.chat), send.mentions, view, channels);
  const { person } = send.to;
  return (
    routeToPerson(person, view, channels) ?? routeToChat(sharedGroup(person, view, channels), [person], view, channels)
  );
}

/** How a person hears what is meant for them alone; a message to a group that cannot mention them is none. */
export function reachOf(person: PersonId, view: DirectoryView, channels: ReadonlyMap<string, Channel>): Reach {
  if (routeToPerson(person, view, channels)) return 'alone';
  const inGroup = routeToChat(sharedGroup(person, view, channels), [person], view, channels);
  return inGroup && inGroup.mentions.length > 0 ? 'in-group' : 'nowhere';
}

function routeToPerson(person: PersonId, view: DirectoryView, channels: ReadonlyMap<string, Channel>): Route | null {
  for (const [platform, account] of Object.entries((view.person(person) ?? view.left(person))?.accounts ?? {})) {
    const channel = channels.get(platform);
    if (!channel?.limits.reachesPeople) continue;
    return { channel, to: { kind: 'person', account }, mentions: [], name: `${platform}/person/${account}` };
  }
  return null;
}

/** Where nobody can be written to alone, a person is told in a group: theirs, else (bound in chat, on no list) one on their platform. */
function sharedGroup(person: PersonId, view: DirectoryView, channels: ReadonlyMap<string, Channel>): Chat | undefined {
  const known = view.person(person);
  // Who was taken off is written to alone or not at all: in a group it would concern nobody.
  if (!known && view.left(person)) return undefined;
  const groups = [...view.chats()].filter((chat) => chat.push !== null && channels.has(chat.platform));
  const accounts = known?.accounts ?? {};
  return groups.find((chat) => chat.members.includes(person)) ?? groups.find((chat) => chat.platform in accounts);
}

function routeToChat(
  chat: Chat | undefined,
  mentions: Send['mentions'],
  view: DirectoryView,
  channels: ReadonlyMap<string, Channel>,
): Route | null {
  const channel = chat && channels.get(chat.platform);
  if (!channel || chat.push === null) return null;
  return {
    channel,
    to: { kind: 'chat', chat: chat.id, push: chat.push },
    mentions: mentions.flatMap((person) => accountOf(person, chat.platform, view)),
    name: `${chat.platform}/chat/${chat.push}`,
  };
}

function accountOf(person: PersonId, platform: string, view: DirectoryView): string[] {
  if (person === 'all') return ['all'];
  const account = view.person(person)?.accounts[platform];
  return account === undefined ? [] : [account];
}
