/** The left column: who I am, my chats, and everyone I could be, grouped by role. */
import { avatar, byId, fill, h } from './dom.js';
import { mainRole } from './session.js';

const groups = [
  ['organiser', '组织者'],
  ['reporter', '联络员'],
  ['leader', '领导'],
  ['none', '其他人'],
];
const roleNames = Object.fromEntries(groups);
const noUnit = '未绑定单位';

export function createPeopleView(session, onChosen) {
  const filter = byId('filter');
  filter.addEventListener('input', drawPeople);

  function drawMe() {
    const { me } = session;
    if (!me) return fill(byId('me'), '名录里还没有人，请先填写 config/directory.yaml。');
    const roles = me.roles.map((role) => roleNames[role] ?? role).join('、') || '没有角色';
    byId('side-label').textContent = `我是${me.name} ▾`;
    fill(
      byId('me'),
      avatar(me.name),
      h('div', {}, h('strong', {}, me.name), h('span', { class: 'tag' }, roles), h('small', {}, me.unit || noUnit)),
    );
  }

  function drawChats() {
    fill(byId('chats'), ...session.myChats().map(chatItem));
    const elsewhere = session.myChats().some(({ id }) => id !== session.chat?.id && session.unread(id) > 0);
    byId('any-unread').hidden = !elsewhere;
  }

  function chatItem(chat) {
    const unread = chat.id === session.chat?.id ? 0 : session.unread(chat.id);
    const last = session.messages.get(chat.id)?.at(-1);
    const name = chat.kind === 'single' ? session.bot : chat.name;
    const open = () => {
      session.open(chat.id);
      onChosen();
    };
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', 'aria-current': chat.id === session.chat?.id ? 'true' : null, onclick: open },
        h('span', { class: `avatar ${chat.kind}`, 'aria-hidden': 'true' }, chat.kind === 'single' ? '督' : '群'),
        h('span', { class: 'lines' }, h('strong', {}, name), h('small', {}, preview(last, chat))),
        unread > 0 &&
          h('span', { class: 'badge', 'aria-label': `${unread} 条未读` }, unread > 99 ? '99+' : String(unread)),
      ),
    );
  }

  function preview(message, chat) {
    if (!message) return chat.kind === 'single' ? '单聊' : `${chat.members.length} 人`;
    const who = message.from === 'bot' ? session.bot : (session.people.get(message.from)?.name ?? message.from);
    const text = message.text || `[${message.file?.kind === 'image' ? '图片' : '文件'}] ${message.file?.name ?? ''}`;
    return chat.kind === 'single' ? text : `${who}：${text}`;
  }

  function drawPeople() {
    const words = filter.value.trim().toLowerCase().split(/\s+/);
    const wanted = [...session.people.values()].filter(({ name, unit }) =>
      words.every((word) => `${name}${unit ?? noUnit}`.toLowerCase().includes(word)),
    );
    const sections = groups.flatMap(([role, title]) => {
      const members = wanted.filter((person) => mainRole(person) === role);
      return members.length === 0
        ? []
        : h('section', {}, h('h2', {}, `${title} ${members.length}`), h('ul', {}, members.map(personItem)));
    });
    fill(byId('people'), ...(sections.length > 0 ? sections : [h('p', { class: 'hint' }, '没有找到，换个词试试。')]));
  }

  function personItem(person) {
    const choose = () => {
      session.become(person.id);
      onChosen();
    };
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', 'aria-current': person.id === session.me?.id ? 'true' : null, onclick: choose },
        avatar(person.name),
        h('span', { class: 'lines' }, h('strong', {}, person.name), h('small', {}, person.unit || noUnit)),
      ),
    );
  }

  return { drawMe, drawChats, drawPeople };
}
