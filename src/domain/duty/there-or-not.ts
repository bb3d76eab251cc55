/** How people say that they are there, and that they cannot come. */
import type { Frame } from '../room.ts';
import type { DutyOrder } from './state.ts';

type CheckIn = Extract<DutyOrder, { name: 'check-in' }>;
type CannotCome = Extract<DutyOrder, { name: 'cannot-come' }>;

const there = '(?:到岗|在岗|签到|上岗|报到|就位|到位|在位|到单位|打卡)';
const checksIn = (): CheckIn => ({ name: 'check-in', who: '' });

export const arrivalFrames: readonly Frame<CheckIn>[] = [
  {
    // In a report 人员到位 and 措施到位 are phrases: beside others only plain words of the post are an arrival.
    says: /^(?:我|本人)?(?:已经?|都已|刚刚?|准时|按时)?(?:到岗|在岗|签到|上岗|报到|就位)(?:到岗|在岗|在位|值守|值班)?(?:了|啦|中)?$/,
    make: checksIn,
    beside: true,
  },
  {
    says: new RegExp(
      `^(?:我(?:们)?(?:单位|局)?|本人|本单位|人员?)?(?:都)?(?:已经?)?(?:全部)?(?:${there}{1,2}|我到)(?:了|啦|中)?$|^(?:我)?(?:已经?)?到(?:了|啦)?$|^(?:我)?(?:正在)?(?:值班|值守)中$`,
    ),
    make: checksIn,
  },
  {
    says: /^(?<who>[^\s，,。；;]{1,14}?)(?:已经?)?(?:到岗|签到|在岗)(?:了|啦)?$/,
    make: ({ who = '' }) => ({ name: 'check-in', who }),
    loose: true,
  },
];

/** 来了, 到: only of somebody whose check-in is awaited. */
export const saysCame = /^(?:我|本人|人)?(?:(?:已经?|刚刚?)?(?:来|到这?|到现场|到达)(?:了|啦)|刚刚?到)[。.!！~～\s]*$/;

const someDay =
  '(?:[今明后]天|[今明]晚|[今明]日|(?:\\d{1,2}月)?\\d{1,2}[日号]|(?:本|这|下)?(?:周|星期)[一二三四五六日天]|上午|下午|早上|中午|白天|晚上?|夜[里间]|临时|突然)(?:的)?';
const someShift = '(?:(?:早|晚|夜|白|日|下一|这一|那一)班|值班|值守)(?:的)?';
/** 晚会那班: by words of its name. */
const namedShift = '(?:(?<shift>[\\u4e00-\\u9fff]{1,10}?)的?[那这]一?班)?';
const why =
  '(?:因|由于)?(?:家里|家中|身体|孩子)?(?:有(?:急?事|会|任务)|不(?:适|舒服)|生?病|发烧|感冒|住院|出差|因故)(?:了)?';
const asksLeave = '请(?:了)?(?:病|事|年|产|公|婚|丧)?假(?:了)?(?:[一半两]天)?|休假';
const cannot = '(?:不能|无法|没法|没办法)(?:按时|准时|及时)?(?:来|去|到岗|到场|值班|值守|签到|上班|上岗|参加)';
const unable = '(?:来|去|到|值|上|顶)不了';
const duty = '(?:到岗|岗|值班|值守|班|单位|现场|签到)*';
const away = `(?:${asksLeave}|${cannot}${duty}|${unable}${duty})(?:了|啦)?`;
const whose = `(?:我|本人|${someDay}|${someShift}|${why}|要|想|得|需要|只能)*`;
const absent = `${whose}${namedShift}${whose}(?:${away}){1,2}`;

/** What is no more than a reason: no figure but an hour or a day, no receipt, and nobody who is there. */
const beside =
  '(?![^，,。；;！!\\s]*(?:收到|收悉|知悉|已阅|签收|到岗|在岗|就位|到位|请假))(?:[^\\d，,。；;！!\\s]|\\d+[:：点号日天度周岁分小]){1,20}';
/** Nothing is asked, and no paper or row spoken of. */
const ofDuty = '(?!.*(?:[吗?？]|怎么|谁(?!替)|[哪几]|如果|要是|总结|图片|材料|统计|报表|填|其余|为0|为零))';

export const absenceFrames: readonly Frame<CannotCome>[] = [
  {
    // 明天请假，孩子发烧: one's own, in a clause of its own.
    says: new RegExp(
      `^(?<words>${ofDuty}(?:${beside}[，,。；;！!\\s]+){0,2}${absent}(?:[，,。；;！!\\s]+(?:${beside}|${absent.replace('?<shift>', '?:')})){0,2})$`,
    ),
    make: absence,
    beside: true,
  },
  {
    // Whatever stands before it, the post is named: 领导派我去北京了不能到岗.
    says: /^(?!.*(?:[吗?？]|(?:已经?|都)(?:到岗|在岗|到位)|(?:不|没(?:有)?(?:人)?|未)(?:再)?(?:需要|用|要)?请(?:病|事)?假))(?<words>[^，,。；;！!\s]{0,30}?(?:不能|无法|没法|去不了|来不了|到不了|不在|请(?:病|事)?假)[^，,。；;！!\s\d]{0,6}?(?:到岗|值班|值守|签到|上岗)[^，,。；;！!\s\d]{0,6})$/,
    make: absence,
  },
];

function absence({ words = '', shift = '' }: Readonly<Record<string, string>>): CannotCome {
  return { name: 'cannot-come', words, ...(shift !== '' && { shift }) };
}
