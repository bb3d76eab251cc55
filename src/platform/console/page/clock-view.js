/** The rehearsal's clock: what time it is, and moving it forward. */
import { api } from './api.js';
import { byId, h } from './dom.js';
import { dayText, fromLocalInput, plusHours, shortText, timeText, toLocalInput, tomorrowAtNine } from './time.js';

export function createClockView(onMoved, onError) {
  const face = h('time', {});
  const label = h('span', { class: 'clock-label' }, '演练时钟');
  const next = button('下一个提醒', () => clock.nextAt);
  const chosen = h('input', { type: 'datetime-local', id: 'chosen', required: true });
  const dialog = h('dialog', { 'aria-label': '选择时间' });
  const buttons = [
    next,
    button('+1小时', () => plusHours(clock.now, 1)),
    button('明天 9:00', () => tomorrowAtNine(clock.now)),
    button('+1天', () => plusHours(clock.now, 24)),
    h('button', { type: 'button', onclick: pick }, '选择时间'),
  ];
  let clock = { now: null, nextAt: null };
  let moving = false;

  dialog.append(pickForm());
  byId('clock').append(h('div', { class: 'face' }, label, face), h('div', { class: 'moves' }, buttons), dialog);

  function button(label, target) {
    return h('button', { type: 'button', onclick: () => move(target()) }, label);
  }

  async function move(to) {
    if (!to || moving) return;
    moving = true;
    draw();
    try {
      await api.moveClock(to);
      await onMoved();
    } catch (error) {
      onError(error);
    } finally {
      moving = false;
      draw();
    }
  }

  function pick() {
    chosen.min = toLocalInput(clock.now);
    chosen.value = toLocalInput(clock.now);
    dialog.showModal();
  }

  function pickForm() {
    const form = h(
      'form',
      { method: 'dialog' },
      h('h2', {}, '把时钟拨到'),
      h('label', { for: 'chosen' }, '只能向前；途中到点的提醒会一一发出。'),
      chosen,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', onclick: () => dialog.close() }, '取消'),
        h('button', { type: 'submit', class: 'primary' }, '拨到这里'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      dialog.close();
      void move(fromLocalInput(chosen.value));
    });
    return form;
  }

  async function refresh() {
    const before = clock.now;
    clock = await api.clock();
    // Time never goes back in one rehearsal: this is another one.
    if (before && Date.parse(clock.now) < Date.parse(before)) location.reload();
    draw();
  }

  function draw() {
    if (!clock.now) return;
    face.dateTime = clock.now;
    face.replaceChildren(`${dayText(clock.now)} `, h('b', {}, timeText(clock.now)));
    for (const one of buttons) one.disabled = moving;
    byId('clock').setAttribute('aria-busy', String(moving));
    label.textContent = moving ? '推进中…' : '演练时钟';
    next.hidden = !clock.nextAt;
    next.textContent = `下一个提醒 ${clock.nextAt ? shortText(clock.nextAt, clock.now) : ''}`;
  }

  return { refresh, now: () => clock.now };
}
