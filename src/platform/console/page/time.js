/** Shanghai wall time out of the API's instants (`2023-03-12T09:00:00+08:00`), and back. */

const offsetMs = 8 * 3_600_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** `2023年3月12日 周日` */
export function dayText(at) {
  const wall = wallOf(at);
  return `${wall.getUTCFullYear()}年${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日 周${weekdays[wall.getUTCDay()]}`;
}

/** `09:00` */
export function timeText(at) {
  return wallOf(at).toISOString().slice(11, 16);
}

/** `3月12日 09:00`, or `今天`/`明天` beside `now`. */
export function shortText(at, now) {
  const days = dayNumber(at) - dayNumber(now);
  const wall = wallOf(at);
  const day = ['今天', '明天'][days] ?? `${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日`;
  return `${day} ${timeText(at)}`;
}

export function plusHours(at, hours) {
  return instant(Date.parse(at) + hours * hourMs);
}

/** Nine o'clock on the day after. */
export function tomorrowAtNine(at) {
  return instant((dayNumber(at) + 1) * dayMs + 9 * hourMs - offsetMs);
}

/** For `<input type="datetime-local">`, and back. */
export function toLocalInput(at) {
  return wallOf(at).toISOString().slice(0, 16);
}

export function fromLocalInput(value) {
  return `${value}${value.length === 16 ? ':00' : ''}+08:00`;
}

function instant(ms) {
  return `${new Date(ms + offsetMs).toISOString().slice(0, 19)}+08:00`;
}

function wallOf(at) {
  return new Date(Date.parse(at) + offsetMs);
}

function dayNumber(at) {
  return Math.floor((Date.parse(at) + offsetMs) / dayMs);
}
