/** A return that is taken no more, and one that is taken again. */
import { formatEnd } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import { dueText } from './wording.ts';

export const campaignEnded = '活动已取消，不用再报';

/** `organisers` is null to one who can open it himself. */
export function returnEnded(organisers: string | null): string {
  return `已停止填报，${organisers === null ? '要继续收请发“开放填报”' : `要补报请联系组织者${organisers}`}`;
}

/** Units that were promised more time than they get. */
export interface CutShort {
  readonly names: string;
  readonly due: Due;
}

function cutShortText(cut: readonly CutShort[]): string {
  return cut.length === 0
    ? ''
    : `${cut.map(({ names, due }) => `${names}单独延到${formatEnd(due.lateAfterMs)}`).join('，')}，也一并停止。`;
}

export interface Closing {
  readonly title: string;
  readonly owing: number;
  /** Null where it is everyone. */
  readonly late: string | null;
  readonly cut: readonly CutShort[];
  /** Whether they hear of it. */
  readonly told: boolean;
}

export function aboutToClose({ title, owing, late, cut, told }: Closing): string {
  const some = late === null ? `${owing}家均未报齐。` : `还有${owing}家未报齐：${late}。`;
  const who = (owing === 0 ? '各单位都已报齐。' : some) + cutShortText(cut);
  return `《${title}》将停止填报，各单位不能再报、再改。${who}${told ? '将在工作群告知未报齐的单位。' : '不另发通知。'}`;
}

/** To those who still owe it. */
export function closedNotice(title: string, late: string): string {
  return `【停止填报】《${title}》已停止填报，不能再报、再改。未报齐：${late}。如需补报，请联系组织者。`;
}

export interface Closed {
  readonly title: string;
  readonly complete: number;
  readonly total: number;
  readonly late: string;
  readonly cut: readonly CutShort[];
}

export function closedNow({ title, complete, total, late, cut }: Closed): string {
  const who = (late === '' ? '' : `未报齐：${late}。`) + cutShortText(cut);
  return `《${title}》已截止填报（已报齐${complete}/${total}家），各单位不能再改。${who}重新开放请发“开放填报”。`;
}

export function openedNow(title: string, told: boolean): string {
  return `《${title}》已重新开放填报。${told ? '已在工作群告知未报齐的单位。' : ''}`;
}

/** To those who heard that it was closed, with their deadlines; one that has passed is kept no more. */
export function openedNotice(
  title: string,
  late: string,
  dues: readonly (CutShort & { readonly past: boolean })[],
): string {
  const by = dues.map(({ names, due, past }) => {
    const whose = dues.length > 1 ? names : '';
    return past ? `${whose}原定${formatEnd(due.lateAfterMs)}截止，已过，请尽快报齐` : `${whose}请于${dueText(due)}`;
  });
  return `【恢复填报】《${title}》已重新开放，可以继续报、继续改。未报齐：${late}。${by.join('；')}。`;
}

/** A return is open for all or for nobody. */
export function openForAllOnly(names: string): string {
  return `不能只给${names}开放，没有办理。要重新收请发“开放填报”，各单位都能报、能改；收到${names}的以后再发“截止填报”。`;
}

export const closedAlready = '填报本来就已截止。';
export const openAlready = '填报本来就是开放的。';
