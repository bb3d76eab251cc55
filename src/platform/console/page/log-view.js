/** The open chat's messages, by day; stays at the end unless the reader has scrolled up. */
import { bubble } from './bubble.js';
import { byId, h } from './dom.js';
import { dayText } from './time.js';

/** Older messages are drawn when asked for. */
const drawnAtFirst = 200;
const nearEndPx = 80;

export function createLogView(session) {
  const log = byId('log');
  const toEnd = byId('to-end');
  let drawn = { chat: null, me: null, first: 0, last: 0, day: '' };

  toEnd.addEventListener('click', scrollToEnd);
  let following = true;
  log.addEventListener('scroll', () => {
    following = atEnd();
    if (following) toEnd.hidden = true;
  });
  // The writing box grows, the window turns: whoever was at the end stays there.
  new ResizeObserver(() => following && scrollToEnd()).observe(log);

  /** Draws from scratch: another chat, another reader, or older messages wanted. */
  function redraw(count = drawnAtFirst) {
    const messages = session.messages.get(session.chat?.id) ?? [];
    const from = Math.max(0, messages.length - count);
    drawn = { chat: session.chat?.id, me: session.me?.id, first: from, last: from, day: '' };
    log.replaceChildren();
    if (from > 0)
      log.append(
        h('button', { type: 'button', class: 'earlier', onclick: () => showEarlier(count) }, '显示更早的消息'),
      );
    if (messages.length === 0) log.append(welcome());
    append();
    scrollToEnd();
  }

  function showEarlier(count) {
    const fromEnd = log.scrollHeight - log.scrollTop;
    redraw(count + drawnAtFirst);
    log.scrollTop = log.scrollHeight - fromEnd;
  }

  /** Adds what has arrived. */
  function update() {
    if (drawn.chat !== session.chat?.id || drawn.me !== session.me?.id || drawn.last === 0) return redraw();
    const follow = atEnd();
    const arrived = append();
    if (arrived.length === 0) return;
    if (follow || arrived.some(({ from }) => from === session.me?.id)) scrollToEnd();
    else toEnd.hidden = false;
  }

  function append() {
    const arrived = (session.messages.get(session.chat?.id) ?? []).slice(drawn.last);
    for (const message of arrived) {
      const day = dayText(message.at);
      if (day !== drawn.day) log.append(h('p', { class: 'day' }, day));
      drawn.day = day;
      log.append(bubble(message, session));
    }
    drawn.last += arrived.length;
    return arrived;
  }

  function atEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < nearEndPx;
  }

  function scrollToEnd() {
    log.scrollTop = log.scrollHeight;
    toEnd.hidden = true;
  }

  function welcome() {
    const steps = [
      '以组织者身份发送“发布方案”，全群收到任务。',
      '换成各单位联络员，回“收到”、问“我的任务”、说“填报”。',
      '用上方的时钟往前走，看它到点提醒谁、怎么提醒。',
      '换成领导，问一句“汇总进度”。',
    ];
    return h(
      'div',
      { class: 'welcome' },
      h('h2', {}, session.chat?.kind === 'single' ? `与${session.bot}单聊` : '这里是工作群，还没有消息'),
      h(
        'ol',
        {},
        steps.map((step) => h('li', {}, step)),
      ),
    );
  }

  return { redraw, update };
}
