/** The right column: receipts, returns by unit, duty, and what comes next. */
import { byId, fill, h } from './dom.js';
import { shortText } from './time.js';

const states = [
  ['overdue', '逾期'],
  ['unsigned', '未签收'],
  ['signed', '已签收'],
  ['drafting', '填报中'],
  ['submitted', '已报齐'],
];

export function createPanelView() {
  const panel = byId('progress');
  let shown = '';

  /** Draws a ProgressView; nothing happens while it stays the same. */
  function draw(view) {
    const text = JSON.stringify(view);
    if (text === shown) return;
    shown = text;
    const open = new Map([...panel.querySelectorAll('details')].map((element) => [element.id, element.open]));
    fill(
      panel,
      heading(view),
      receipts(view),
      upcoming(view),
      view.returns.map((one) => returned(one, view.now)),
      duty(view),
    );
    for (const element of panel.querySelectorAll('details'))
      if (open.has(element.id)) element.open = open.get(element.id);
  }

  /** Said in place of the panel when there is nothing to show. */
  function explain(message) {
    if (shown === message) return;
    shown = message;
    fill(panel, h('p', { class: 'hint' }, message));
  }

  return { draw, explain };
}

function heading({ title, published }) {
  return h(
    'header',
    {},
    h('h2', {}, title),
    h('span', { class: published ? 'tag good' : 'tag' }, published ? '方案已发布' : '方案未发布'),
  );
}

function receipts({ receipts: { in: got, total } }) {
  return h(
    'section',
    {},
    line('签收', `${got} / ${total}`),
    bar(
      [
        ['submitted', got],
        ['unsigned', total - got],
      ],
      `签收 ${got}，共 ${total}`,
    ),
  );
}

function returned({ id, title, duePhrase, dueAt, completenessPercent, timelinessPercent, units, totals }, now) {
  const counts = states.map(([state, label]) => [state, units.filter((unit) => unit.state === state).length, label]);
  const ordered = states.flatMap(([state]) => units.filter((unit) => unit.state === state));
  return h(
    'section',
    {},
    h('h3', {}, title),
    h('p', { class: 'due' }, `${duePhrase}（提醒到 ${shortText(dueAt, now)}）`),
    bar(counts, counts.map(([, count, label]) => `${label} ${count}`).join('，')),
    h(
      'ul',
      { class: 'legend' },
      counts
        .filter(([, count]) => count > 0)
        .map(([state, count, label]) => h('li', { class: state }, `${label} ${count}`)),
    ),
    h('div', { class: 'figures' }, figure('完成率', completenessPercent), figure('按时率', timelinessPercent)),
    h(
      'details',
      { id: `units-${id}`, open: true },
      h('summary', {}, `各单位（${units.length}）`),
      h('ul', { class: 'units' }, ordered.map(unitItem)),
    ),
    totals.length > 0 && h('details', { id: `totals-${id}` }, h('summary', {}, '各项合计'), totalsTable(totals)),
  );
}

function unitItem({ unit, state, filled, rows, missingMaterials }) {
  const label = states.find(([name]) => name === state)?.[1] ?? state;
  const missing = missingMaterials.length > 0 ? `，缺${missingMaterials.join('、')}` : '';
  const detail = state === 'submitted' || (filled === 0 && state !== 'drafting') ? '' : `${filled}/${rows}项${missing}`;
  return h(
    'li',
    { class: state },
    h('span', { class: 'unit' }, unit),
    h('small', {}, detail),
    h('span', { class: 'state' }, label),
  );
}

function totalsTable(totals) {
  const rows = totals.map(({ no, title, measure, total, units }) =>
    h(
      'tr',
      {},
      h('td', {}, no),
      h('td', {}, title),
      h('td', { class: 'number', title: `${units} 个单位已报` }, `${total} ${measure}`),
    ),
  );
  return h('table', {}, h('tbody', {}, rows));
}

function duty({ duty: shift, now }) {
  if (!shift) return null;
  const posts = shift.posts.map(({ unit, people, checkedIn }) =>
    h(
      'li',
      { class: checkedIn ? 'submitted' : 'unsigned' },
      h('span', { class: 'unit' }, unit),
      h('small', {}, people.join('、')),
      h('span', { class: 'state' }, checkedIn ? '已到岗' : shift.running ? '未到岗' : '待值班'),
    ),
  );
  return h(
    'section',
    {},
    line('值班', shift.running ? '进行中' : '下一班'),
    h('p', { class: 'due' }, `${shift.title}：${shortText(shift.startsAt, now)} 至 ${shortText(shift.endsAt, now)}`),
    h(
      'details',
      { id: 'duty', open: shift.running },
      h('summary', {}, `值守单位（${posts.length}）`),
      h('ul', { class: 'units' }, posts),
    ),
  );
}

function upcoming({ next, now }) {
  if (next.length === 0) return null;
  const items = next.map(({ at, title }) =>
    h('li', {}, h('time', { datetime: at }, shortText(at, now)), h('span', {}, title)),
  );
  return h('section', {}, line('接下来', ''), h('ul', { class: 'upcoming' }, items));
}

function line(title, value) {
  return h('div', { class: 'line' }, h('h3', {}, title), h('b', {}, value));
}

function figure(title, percent) {
  return h('div', {}, h('b', {}, percent === null ? '—' : `${percent}%`), h('small', {}, title));
}

function bar(parts, label) {
  const filled = parts.filter(([, count]) => count > 0);
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    filled.map(([state, count]) => {
      const part = h('span', { class: state });
      part.style.flexGrow = String(count);
      return part;
    }),
  );
}
