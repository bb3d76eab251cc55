/** What the bot says of messages that did not arrive. */

export interface Unsent {
  readonly text: string;
  /** The group's or the person's name. */
  readonly where: string;
  readonly reason: string;
}

export const nothingLost = '消息都发出去了，没有要补发的。';

const shown = 5;

/** Grouped by reason: one broken key is one thing to mend, however many messages it cost. */
export function notArrived(all: readonly Unsent[]): string {
  const reasons = new Map<string, Unsent[]>();
  for (const one of all) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one]);
  const lines = [...reasons].map(([reason, group]) => `· ${called(group)}：${reason}`);
  return [`有${all.length}条消息没有发出：`, ...lines, '处理好后回“补发”，我再发一次。'].join('\n');
}

/** `发到区县工作群的“【…】”“…”等7条` */
function called(group: readonly Unsent[]): string {
  const where = [...new Set(group.map((one) => one.where))];
  const names = [...new Set(group.map(({ text }) => `“${opening(text)}”`))];
  const more = group.length > shown || where.length > shown ? `等${group.length}条` : '';
  return `发给${where.slice(0, shown).join('、')}的${names.slice(0, shown).join('')}${more}`;
}

export function sendingAgain(all: readonly Unsent[]): string {
  return `正在补发${all.length}条：${called(all)}。`;
}

export function someUnsent(count: number): string {
  return `有${count}条消息没有发出，发“没发出的”看是哪些，发“补发”再发一次。`;
}

export function someUnsentForLeaders(count: number): string {
  return `有${count}条消息没有发出，请组织者处理。`;
}

const openingLength = 18;

function opening(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > openingLength ? `${line.slice(0, openingLength)}…` : line;
}

/** Reasons that no platform gives. */
export const nowhereToSend = '对方没有能收到消息的账号，或群没有配置机器人';
export const partBeforeLost = '它前面的一条没有发出';
export const triedTooOften = '平台一直连不上，已不再重试';
export const nobodyAnswered = '发了几次都没有收到平台的回音，群里可能已经有了，请先看一眼';
