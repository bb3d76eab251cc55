/** One message as a bubble: name, unit, time, text with its line breaks, mentions, files. */
import { avatar, h } from './dom.js';
import { timeText } from './time.js';

/** More mentions than this are folded away behind a count. */
const mentionsShown = 6;

export function bubble(message, session) {
  const bot = message.from === 'bot';
  const person = session.people.get(message.from);
  const name = bot ? session.bot : (person?.name ?? message.from);
  const mine = message.from === session.me?.id;
  const called = message.mentions.includes(session.me?.id) || message.mentions.includes('all');
  return h(
    'article',
    { class: ['message', mine && 'mine', bot && 'from-bot', called && 'called'].filter(Boolean).join(' ') },
    avatar(name, bot),
    h(
      'div',
      { class: 'body' },
      h(
        'header',
        {},
        h('strong', {}, name),
        bot ? h('span', { class: 'tag' }, '机器人') : h('small', {}, person?.unit ?? ''),
        h('time', { datetime: message.at }, timeText(message.at)),
      ),
      h(
        'div',
        { class: 'bubble' },
        replyLine(message, session),
        mentionLine(message, session),
        textOf(message, session),
        fileOf(message),
      ),
    ),
  );
}

/** In a group an answer says whose message it answers; alone that is plain. */
function replyLine({ replyTo }, session) {
  if (!replyTo || session.chat?.kind !== 'group') return null;
  const asked = session.messages.get(session.chat.id)?.find(({ n }) => n === replyTo);
  if (!asked) return null;
  const name = session.people.get(asked.from)?.name ?? asked.from;
  return h('p', { class: 'reply-to' }, `${name}：${asked.text || asked.file?.name || ''}`);
}

function mentionLine({ mentions, text }, session) {
  const names = mentions.map((id) => (id === 'all' ? '所有人' : (session.people.get(id)?.name ?? id)));
  const unsaid = names.filter((name) => !text.includes(`@${name}`));
  if (unsaid.length === 0) return null;
  const chips = unsaid.map((name) => h('span', { class: 'mention' }, `@${name}`));
  if (chips.length <= mentionsShown) return h('p', { class: 'mentions' }, chips);
  const rest = chips.slice(mentionsShown);
  const more = h('button', { type: 'button', class: 'link' }, `等 ${chips.length} 人`);
  more.addEventListener('click', () => more.replaceWith(...rest));
  return h('p', { class: 'mentions' }, chips.slice(0, mentionsShown), more);
}

/** Known names behind an @ stand out; everything else is plain text. */
function textOf({ text }, session) {
  if (!text) return null;
  const names = [session.bot, '所有人', ...[...session.people.values()].map((person) => person.name)];
  const parts = text.split(/([@＠][^\s@＠，。；：、,;:！？!?（）()]+)/u);
  const children = parts.map((part, index) => {
    const known = index % 2 === 1 && names.find((name) => part.slice(1).startsWith(name));
    return known ? [h('span', { class: 'mention' }, `@${known}`), part.slice(1 + known.length)] : part;
  });
  return h('div', { class: 'text' }, children.flat());
}

function fileOf({ file }) {
  if (!file) return null;
  const image = file.kind === 'image';
  return h(
    'div',
    { class: 'file' },
    h('span', { class: `file-mark ${file.kind}`, 'aria-hidden': 'true' }, image ? '图' : '文'),
    h(
      'span',
      { class: 'lines' },
      h('strong', {}, file.name),
      h('small', {}, image ? '图片（演练，只有名字）' : '文件（演练，只有名字）'),
    ),
  );
}
