/** Puts the page together and keeps it fresh by asking every second; a request that fails is simply asked again. */
import { api } from './api.js';
import { createClockView } from './clock-view.js';
import { createComposer } from './composer.js';
import { byId, fill, h } from './dom.js';
import { createDrawers } from './drawers.js';
import { createLogView } from './log-view.js';
import { createPanelView } from './panel-view.js';
import { createPeopleView } from './people-view.js';
import { createSession, recall } from './session.js';

const everyMs = 1000;
const everyMsHidden = 5000;
const everyMsOffline = 3000;
/** People and chats change seldom: they are asked for every so many rounds. */
const reloadEvery = 10;

const session = createSession(changed);
const drawers = createDrawers();
const people = createPeopleView(session, () => {
  drawers.close();
  // On a phone the keyboard would cover what was just opened.
  if (matchMedia('(min-width: 761px)').matches) composer.focus();
});
const log = createLogView(session);
const composer = createComposer(session, refresh);
const clock = createClockView(refresh, (error) => showBanner(error.message, true));
const panel = createPanelView();
let timer;
let ticks = 0;

function changed(what, chatId) {
  if (what === 'me') {
    people.drawMe();
    people.drawPeople();
    soon(0);
  }
  if (what === 'chat') {
    drawHead();
    composer.draw();
    log.redraw();
  }
  if (what === 'messages' && chatId === session.chat?.id) log.update();
  people.drawChats();
}

function drawHead() {
  const { chat } = session;
  const group = chat?.kind === 'group';
  fill(
    byId('talk-head'),
    h('h2', {}, chat ? (group ? chat.name : `与${session.bot}单聊`) : '没有会话'),
    h('small', {}, group ? `${chat.members.length} 人，@${session.bot} 它才听得到` : '单聊里不用 @'),
  );
}

async function refresh() {
  await Promise.all([session.refresh(), clock.refresh(), refreshPanel()]);
  people.drawChats();
}

async function refreshPanel() {
  try {
    panel.draw(await api.progress());
  } catch (error) {
    if (error.code === 'offline') throw error;
    panel.explain(error.message);
  }
}

async function tick() {
  let pauseMs = document.hidden ? everyMsHidden : everyMs;
  try {
    if (++ticks % reloadEvery === 0 && (await session.load())) session.become(session.me?.id, session.chat?.id);
    await refresh();
    showBanner(null);
  } catch (error) {
    showBanner(`${error.message}正在重试…`);
    pauseMs = everyMsOffline;
  }
  soon(pauseMs);
}

function soon(pauseMs) {
  clearTimeout(timer);
  timer = setTimeout(tick, pauseMs);
}

let stays = 0;

/** A message that `stays` is not wiped away by the next good answer, only after a few. */
function showBanner(message, staying = false) {
  if (message === null && stays > 0) stays -= 1;
  else {
    byId('banner').textContent = message ?? '';
    byId('banner').hidden = message === null;
    stays = staying ? 6 : 0;
  }
}

async function start() {
  try {
    await session.load();
  } catch (error) {
    showBanner(`${error.message}正在重试…`);
    setTimeout(start, everyMsOffline);
    return;
  }
  showBanner(null);
  const asked = new URLSearchParams(location.hash.slice(1));
  session.become(asked.get('as') ?? recall('duban.me', null), asked.get('chat'));
  soon(0);
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) soon(0);
});
void start();
