/** Writing: the text, the bot's mention, quick phrases for the role, and a file by name. */
import { api } from './api.js';
import { createAttachment } from './attachment.js';
import { byId, h } from './dom.js';
import { mainRole } from './session.js';

const phrases = {
  reporter: ['收到', '我的任务', '填报', '进度', '确认提交', '到岗'],
  leader: ['汇总进度', '未报单位', '谁没收到', '值班情况', '公益广告汇总'],
  organiser: ['发布方案', '谁没收到', '催收到', '汇总进度', '未报单位', '催办', '值班情况'],
  none: ['绑定 黄浦区市场监管局', '帮助'],
};

const tallestPx = 160;

export function createComposer(session, onSent) {
  const text = h('textarea', { id: 'text', rows: '1', maxlength: '5000', 'aria-label': '消息内容' });
  const mention = h('button', { type: 'button', class: 'at', 'aria-pressed': 'true' });
  const quick = h('div', { class: 'quick', role: 'group', 'aria-label': '常用语' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', class: 'primary' }, '发送');
  const attachment = createAttachment((file) => send('', file));
  /** What was typed and not sent, per person and chat. */
  const drafts = new Map();
  let draftOf = null;
  /** The message under way: tried again with the same id, it cannot happen twice. */
  let failed = null;
  let busy = false;

  byId('composer').append(
    quick,
    problem,
    h('div', { class: 'write' }, mention, text, attachment.button, submit),
    attachment.dialog,
  );
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send(text.value.trim());
  });
  text.addEventListener('input', resize);
  text.addEventListener('keydown', (event) => {
    // While a Chinese input method is composing, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send(text.value.trim());
  });
  mention.addEventListener('click', () => {
    mention.setAttribute('aria-pressed', mention.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
    text.focus();
  });

  async function send(words, file = null) {
    if (busy || (words === '' && !file) || !session.chat) return;
    busy = true;
    submit.disabled = true;
    const message = messageOf(words, file);
    try {
      await api.post(message);
      failed = null;
      problem.hidden = true;
      if (text.value.trim() === words) text.value = '';
      resize();
      await onSent();
    } catch (error) {
      failed = message;
      problem.textContent = `${error.message}（再发一次不会重复。）`;
      problem.hidden = false;
    } finally {
      busy = false;
      submit.disabled = false;
    }
  }

  function messageOf(words, file) {
    const group = session.chat.kind === 'group';
    const heard = group && mention.getAttribute('aria-pressed') === 'true';
    const said = heard && !words.includes(`@${session.bot}`) ? `@${session.bot} ${words}`.trim() : words;
    const message = { chat: session.chat.id, from: session.me.id, text: said, mention: heard, ...(file && { file }) };
    const same = failed && JSON.stringify({ ...failed, messageId: undefined }) === JSON.stringify(message);
    return { ...message, messageId: same ? failed.messageId : newId() };
  }

  function resize() {
    text.style.height = 'auto';
    // Two pixels of border are not part of the scroll height.
    text.style.height = `${Math.min(text.scrollHeight + 2, tallestPx)}px`;
    text.style.overflowY = text.scrollHeight + 2 > tallestPx ? 'auto' : 'hidden';
  }

  /** Shows what suits the person and chat now open. */
  function draw() {
    const group = session.chat?.kind === 'group';
    if (draftOf !== null) drafts.set(draftOf, text.value);
    draftOf = `${session.me?.id} ${session.chat?.id}`;
    text.value = drafts.get(draftOf) ?? '';
    text.placeholder = group ? '在群里说…' : `对${session.bot}说…`;
    mention.textContent = `@${session.bot}`;
    mention.title = '在群里，它只听得到 @ 它的话';
    mention.hidden = !group;
    problem.hidden = true;
    const words = phrases[session.me ? mainRole(session.me) : 'none'];
    quick.replaceChildren(...words.map((word) => h('button', { type: 'button', onclick: () => send(word) }, word)));
    resize();
  }

  return { draw, focus: () => text.focus() };
}

/** `crypto.randomUUID` is missing where the page is not served from localhost or over TLS. */
function newId() {
  return `page-${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')}`;
}
