/** Questions for the organisers and their answers. */
import { inQuotes } from './wording.ts';

export const noOrganiser = '通讯录里没有登记组织者，请直接联系发文单位。';

export const noOtherOrganiser = '您就是本次活动的组织者，没有别的组织者可以转告。';

export function asked(organisers: string, words: string): string {
  const what = words === '' ? '已转告' : `已把${inQuotes(words)}转给`;
  return `${what}组织者${organisers}，有答复我马上告诉您。`;
}

export function organisersOnly(organisers: string): string {
  return `我只能转告组织者${organisers ? `（${organisers}）` : ''}，请发“找组织者：您的问题”。`;
}

export function askedBefore(organisers: string): string {
  return `刚才已经转告组织者${organisers}，请稍等。要补充问题请发“找组织者：您的问题”。`;
}

export function inquiryNotice(no: number, unit: string, name: string, words: string): string {
  const what = words === '' ? '需要帮助，请联系一下' : `问：${inQuotes(words)}`;
  return `【请协助】${unit}${name}${what}。可回“答复${no}号：…”，我转给本人。`;
}

export function answeredBefore(question: string, text: string): string {
  return `之前有单位问过${inQuotes(question)}，组织者答复：${text}\n还要另问请换个说法再发一次，或发“找组织者”。`;
}

export function answerNotice(question: string, text: string, by: string): string {
  return `【组织者答复】${question === '' ? '' : `您问${inQuotes(question)}：`}${text}（${by}）`;
}

/** To everyone who was given the earlier answer. */
export function answerChangedNotice(question: string, text: string, by: string): string {
  return `【组织者更正答复】${question === '' ? '' : `${inQuotes(question)}：`}以这次为准：${text}（${by}）`;
}

/** `untold`: why the one who asked does not get it, if so. */
export function answerPassedOn(name: string, untold: 'unpublished' | 'unreached' | null): string {
  const told = {
    unpublished: `已记下，方案还没有发布，没有转给${name}，请您转告`,
    unreached: `已记下，${name}没有收得到消息的账号，请您转告`,
  };
  return `${untold === null ? `已转给${name}` : told[untold]}。再有单位问同样的问题，我会直接用这条答复。`;
}

export const oneAnswer = '一次只能答复一条，都没有转。请分开发，例如先发“答复1号：…”。';

export const noInquiries = '没有待答的问题。';

export function inquiryList(lines: readonly { no: number; who: string; words: string }[]): string {
  return [
    '待答的问题：',
    ...lines.map(({ no, who, words }) => `${no}号 ${who}：${words === '' ? '请求协助，没有写明事由' : words}`),
    '回“答复1号：…”（换成编号），我转给本人。',
  ].join('\n');
}

export function whichInquiry(numbers: readonly number[]): string {
  return numbers.length === 0
    ? noInquiries
    : `请写明是哪一条，例如“答复${numbers[0]}号：…”。待答：${numbers.map((no) => `${no}号`).join('、')}。`;
}
