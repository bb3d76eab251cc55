/** An office's files as the rehearsal's page plays them. */
import type { CampaignDefinition } from '../domain/campaign/definition.ts';
import type { Chat, DirectoryDefinition } from '../domain/directory/model.ts';
import type { LoadedOffice } from './campaign-files.ts';
import { hashOf } from './read-file.ts';

/** Each campaign has a group on the page: its own there, else its groups elsewhere played there, else one with everybody in it. */
export function playedOnPage({ directory, campaigns }: LoadedOffice): LoadedOffice {
  const { definition } = directory;
  const chats = campaigns.reduce(
    (played, campaign) => withGroup(played, campaign.definition, definition),
    definition.chats,
  );
  if (chats === definition.chats) return { directory, campaigns };
  const played = { ...definition, chats };
  return { directory: { definition: played, sha256: hashOf(played) }, campaigns };
}

function withGroup(
  chats: readonly Chat[],
  { id, shortTitle }: CampaignDefinition,
  { people }: DirectoryDefinition,
): readonly Chat[] {
  const own = chats.filter(({ campaign }) => campaign === id);
  if (own.some(({ platform }) => platform === 'console')) return chats;
  if (own.length > 0)
    return chats.map((chat) =>
      own.includes(chat) ? { ...chat, platform: 'console', account: chat.id, push: 'console' } : chat,
    );
  const group: Chat = {
    ...{ id: `rehearsal-${id}`, name: `${shortTitle}工作群（演练）`, campaign: id },
    ...{ platform: 'console', account: `rehearsal-${id}`, push: 'console' },
    members: people.map((person) => person.id),
  };
  return [...chats, group];
}
