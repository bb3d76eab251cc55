/** 报平安: what those who look after the bot hear of it once a day. */
import { formatInstant } from '../calendar/zone.ts';
import type { EpochMs } from '../model.ts';

/** What somebody has to see to. */
export interface Trouble {
  /** Campaigns with messages that did not arrive, and how many. */
  readonly unsent: readonly { readonly title: string; readonly count: number }[];
  /** Since when nobody was heard although people were expected to write; null where that is not so. */
  readonly deafSinceMs: EpochMs | null;
}

export function heartbeatText(botName: string, nowMs: EpochMs, { unsent, deafSinceMs }: Trouble): string {
  const matters = [
    ...unsent.map(
      ({ title, count }) => `【${title}】有${count}条消息没有发出，请组织者发“没发出的”看是哪些，处理好后发“补发”。`,
    ),
    ...(deafSinceMs === null ? [] : [deafness(botName, deafSinceMs)]),
  ];
  if (matters.length === 0)
    return `【报平安】${botName}运行正常，${formatInstant(nowMs)}。到点没有收到这一条，就是它停了，请找管理员。`;
  return [`【请处理】${botName}在运行，有${matters.length}件事要处理：`, ...matters.map(numbered)].join('\n');
}

function deafness(botName: string, sinceMs: EpochMs): string {
  return `从${formatInstant(sinceMs)}起没有收到任何人的消息，可能是企业微信送不到。请在工作群里@${botName}发“帮助”，没有回话就请管理员检查回调地址。`;
}

function numbered(matter: string, index: number): string {
  return `${index + 1}. ${matter}`;
}
