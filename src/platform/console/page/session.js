/** Who is at the page, which chat is open, and what has arrived. Views are told when something changed. */
import { api } from './api.js';

const roleOrder = ['organiser', 'leader', 'reporter'];

/** The first of the roles that decides what someone is offered. */
export function mainRole(person) {
  return roleOrder.find((role) => person.roles.includes(role)) ?? 'none';
}

export function createSession(changed) {
  let loaded = '';
  const session = {
    bot: '督办助手',
    people: new Map(),
    chats: [],
    me: null,
    chat: null,
    /** By chat id. */
    messages: new Map(),

    /** Who there is; true if that has changed, as when someone was bound to a unit. */
    async load() {
      const [bot, people, chats] = await Promise.all([api.bot(), api.people(), api.chats()]);
      const text = JSON.stringify([bot, people, chats]);
      if (text === loaded) return false;
      loaded = text;
      session.bot = bot.name;
      session.people = new Map(people.map((person) => [person.id, person]));
      session.chats = chats;
      session.me = session.people.get(session.me?.id) ?? null;
      session.chat = chats.find(({ id }) => id === session.chat?.id) ?? null;
      return true;
    },

    myChats: () => session.chats.filter((chat) => chat.members.includes(session.me?.id)),

    become(personId, chatId) {
      session.me = session.people.get(personId) ?? firstPerson(session.people);
      if (!session.me) return;
      remember('duban.me', session.me.id);
      const mine = session.myChats();
      session.open(
        (mine.find(({ id }) => id === chatId) ?? mine.find(({ kind }) => kind === session.chat?.kind) ?? mine[0])?.id,
      );
      changed('me');
    },

    open(chatId) {
      session.chat = session.chats.find(({ id }) => id === chatId) ?? null;
      history.replaceState(null, '', `#${new URLSearchParams({ as: session.me.id, chat: chatId ?? '' })}`);
      changed('chat');
      markSeen(session);
    },

    unread(chatId) {
      const last = session.messages.get(chatId)?.at(-1)?.n ?? 0;
      const seen = recall(seenKey(session, chatId), 0);
      // Seen further than there is: the rehearsal was begun anew.
      return seen > last ? last : last - seen;
    },

    /** Asks for what is new in my chats. */
    async refresh() {
      await Promise.all(session.myChats().map(({ id }) => fetchNew(session, id, changed)));
      markSeen(session);
    },
  };
  return session;
}

async function fetchNew(session, chatId, changed) {
  const after = session.messages.get(chatId)?.at(-1)?.n ?? 0;
  const arrived = await api.messages(chatId, after);
  const known = session.messages.get(chatId) ?? [];
  // Two requests may cross: what the other one brought is not added again.
  const fresh = arrived.filter(({ n }) => n > (known.at(-1)?.n ?? 0));
  if (fresh.length === 0) return;
  session.messages.set(chatId, [...known, ...fresh]);
  changed('messages', chatId);
}

function markSeen(session) {
  if (!session.chat || document.hidden) return;
  const last = session.messages.get(session.chat.id)?.at(-1)?.n;
  if (last !== undefined) remember(seenKey(session, session.chat.id), last);
}

function seenKey(session, chatId) {
  return `duban.seen.${session.me.id}.${chatId}`;
}

function firstPerson(people) {
  const all = [...people.values()];
  return roleOrder.map((role) => all.find((person) => person.roles.includes(role))).find(Boolean) ?? all[0];
}

/** The browser may keep nothing (private windows): then nothing is remembered. */
function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing depends on it.
  }
}

export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
