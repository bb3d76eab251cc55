/** How people say that they are there, and that they cannot come. */
import type { Frame } from '../room.ts';
import type { DutyOrder } from './state.ts';

type CheckIn = Extract<DutyOrder, { name: 'check-in' }>;
type CannotCome = Extract<DutyOrder, { name: 'cannot-come' }>;
type WillCome = Extract<DutyOrder, { name: 'will-come' }>;
type MayNotCome = Extract<DutyOrder, { name: 'may-not-come' }>;

const there = '(?:到岗|在岗|签到|上岗|报到|就位|到位|在位|到单位|打卡)';
const checksIn = (): CheckIn => ({ name: 'check-in', who: '' });

const someDay =
  '(?:[今明后]天|[今明]晚|[今明]日|(?:\\d{1,2}月)?\\d{1,2}[日号]|(?:本|这|下)?(?:周|星期)[一二三四五六日天]|上午|下午|早上|中午|白天|晚上|晚(?!会)|夜[里间]|日间|[全整]天|临时|突然)(?:的)?';
const someShift = '(?:(?:早|晚|夜|白|日|下一|这一|那一|[两二]个?)班|值班|值守)(?:的)?';
/** 晚会那班, 晚会, 白天班: by words of its name. */
const namedShift =
  '(?:(?<shift>[\\u4e00-\\u9fff]{1,10}?的?[那这]一?班|[\\u4e00-\\u9fff·\\d]{0,8}?(?:(?<!开)会|班|值守|期间))的?)?';
const nobodyElse = '(?:我(?!们)|本人)?';
const unnamed = (pattern: string) => pattern.replaceAll('?<shift>', '?:');

/** Why somebody came late, or that he is sorry for it: he is there. */
const lateness = '(?:迟到|[来到]?晚|堵|车坏|耽[误搁]|不好意思|抱歉|对不起|久等|见谅)';
const notThereYet =
  '(?:还[在没要]|没到|要晚|会晚|要迟|会迟|马上|稍后|快到|即将|正往|预计|估计|可能|大概|后到|才能|请假|不能|无法|不了)';
const ofPapers = '(?:[吗?？]|总结|图片|材料|统计|报表|填|其余|公益)';
const excuse = `(?!.*(?:${notThereYet}|${ofPapers}))(?=.*${lateness})`;
const hour =
  '(?:早上|上午|下午|晚上|中午)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:：]\\d\\d|点(?:半|钟|[\\d一二三四五六七八九十]+分?)?)';

export const arrivalFrames: readonly Frame<CheckIn>[] = [
  {
    // In a report 人员到位 and 措施到位 are phrases: beside others only plain words of the post are an arrival.
    says: /^(?:我|本人)?(?:(?:都?已经?|刚刚?)(?:准时|按时)?)?(?:到岗|在岗|签到|上岗|报到|就位)(?:到岗|在岗|在位|值守|值班)?(?:了|啦|中)?$|^(?:我|本人)?(?:准时|按时)(?:到岗|签到|上岗|报到|就位)(?:了|啦)$/,
    make: checksIn,
    beside: true,
  },
  {
    says: /^(?:我|本人)?(?:已经?)?(?:都)?在(?:(?:工作)?岗位|单位|值班室|值守点)上?(?:了|啦)?$/,
    make: checksIn,
    beside: true,
  },
  {
    // 晚会那班已到岗, 今晚的已到岗: what is there already, of the shift that is named.
    says: new RegExp(
      `^${nobodyElse}(?<words>(?:${someDay}|${someShift})*${unnamed(namedShift)})${nobodyElse}(?:已经?${there}(?:了|啦)?|${there}(?:了|啦))$`,
    ),
    make: ({ words = '' }) => (words === '' ? null : { name: 'check-in', who: words, shift: words }),
    beside: true,
  },
  {
    says: new RegExp(
      `^(?:我(?:们)?(?:单位|局)?|本人|本单位|人员?)?(?:都)?(?:已经?)?(?:全部)?(?:${there}{1,2}|我到)(?:了|啦|中)?$|^(?:我)?(?:已经?)?到(?:了|啦)?$|^(?:我)?(?:正在)?(?:值班|值守)中$`,
    ),
    make: checksIn,
  },
  {
    // 到岗（迟到，路上车坏了）: what is said of the way is over.
    says: new RegExp(
      `^${excuse}(?:我|本人)?(?:刚刚?|刚才|才|已经?|终于)?(?:${there}|到)(?:了|啦)?[，,。；;！!、（(\\s]+(?<why>[^（）()]{2,40}[）)]?)$`,
    ),
    make: checksIn,
    passesOn: 'why',
  },
  {
    // 9点到岗 is still to come, 9点已到岗 is not.
    says: new RegExp(`^${nobodyElse}${hour}(?:就|已经?)*(?:已经?${there}|${there}(?=[了啦]))(?:了|啦)?$`),
    make: checksIn,
  },
  {
    // 徐汇准时到岗 is still to come.
    says: /^(?![^\s，,。；;]*(?<!已|已经)(?:准时|按时)(?:到岗|签到|在岗)$)(?<who>[^\s，,。；;]{1,14}?)(?:已经?)?(?:准时|按时)?(?:到岗|签到|在岗)(?:了|啦)?$/,
    make: ({ who = '' }) => ({ name: 'check-in', who }),
    loose: true,
  },
];

/** 来了, 到, 路上堵车，刚到: only of somebody whose check-in is awaited. */
export function saysCame(words: string): boolean {
  return came.test(words) || cameLate.test(words);
}

const came = /^(?:我|本人|人)?(?:(?:已经?|刚刚?)?(?:来|到这?|到现场|到达)(?:了|啦)|刚刚?到)[。.!！~～\s]*$/;
const cameLate = new RegExp(
  `^${excuse}(?:[^，,。；;！!]{2,20}[，,。；;！!\\s]+){1,2}(?:我|现在)?(?:(?:刚刚?|才|已经?|终于)(?:${there}|到)|${there}|到(?=[了啦]))(?:了|啦)?[。.!！~～\\s]*$`,
);

const why =
  '(?:因|由于)?(?:家里|家中|身体|孩子)?(?:有(?:急?事|会|任务)|不(?:适|舒服)|生?病|发烧|感冒|住院|出差|因故)(?:了)?';
const asksLeave = '请(?:了)?(?:病|事|年|产|公|婚|丧)?假(?:了)?(?:[一半两]天)?|休假';
const cannot = '(?:不能|无法|没法|没办法)(?:按时|准时|及时)?(?:来|去|到岗|到场|值班|值守|签到|上班|上岗|参加)';
const unable = '(?:来|去|到|值|上|顶)不了';
const duty = '(?:到岗|岗|值班|值守|班|单位|现场|签到)*';
const away = `(?:${asksLeave}|${cannot}${duty}|${unable}${duty})(?:了|啦)?`;
const whose = `(?:我|本人|${someDay}|${someShift}|${why}|要|想|得|需要|只能|都|也)*`;
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
      `^(?<words>${ofDuty}(?:${beside}[，,。；;！!\\s]+){0,2}${absent}(?:[，,。；;！!\\s]+(?:${beside}|${unnamed(absent)})){0,2})$`,
    ),
    make: absence,
    beside: true,
  },
  {
    // 请假条已交局办，今晚不来: for a day or a shift that is named.
    says: new RegExp(
      `^(?<words>${ofDuty}(?:(?:请假条[^\\d，,。；;！!\\s]{0,12}|${beside})[，,。；;！!\\s]+){0,2}(?:我(?!们)|本人)?(?:${someDay}|${someShift})+(?:我|就)?不(?:过?来|去|到岗)(?:了|啦)?)$`,
    ),
    make: absence,
  },
  {
    // Whatever stands before it, the post is named: 领导派我去北京了不能到岗.
    says: /^(?!.*(?:[吗?？]|恐怕|只怕|可能|估计|大概|也许|说不定|不一定|未必|多半|八成|(?:已经?|都)(?:到岗|在岗|到位)|(?:不|没(?:有)?(?:人)?|未)(?:再)?(?:需要|用|要)?请(?:病|事)?假))(?<words>[^，,。；;！!\s]{0,30}?(?:不能|无法|没法|去不了|来不了|到不了|不在|请(?:病|事)?假)[^，,。；;！!\s\d]{0,6}?(?:到岗|值班|值守|签到|上岗)[^，,。；;！!\s\d]{0,6})$/,
    make: absence,
  },
];

const punctual = '(?:准时|按时|及时)';
const comes = '(?:到岗|上岗|到位|就位|签到|报到|值班|值守)';
/** 改主意了，我能到岗: why the word is another than before. */
const changed =
  '(?:(?:改主意|想好|(?:情况|计划|安排)(?:有|变|有变)|(?:时间|工作)?(?:安排|协调|调整|调)开?好?|(?:事情?|会议?)?(?:办|处理|忙|取消|开)完?)(?:了|啦)[，,\\s]*)';
const atHour = '(?:(?:早上|上午|下午|晚上)?\\d{1,2}(?:[:：]\\d\\d|点(?:半|钟|\\d+分?)?)(?:前|之前)?)?';

/** What is still to come: 准时到岗, 改主意了，我能到岗; and 今晚到岗, of which the hour tells whether it has. */
export const promiseFrames: readonly Frame<WillCome>[] = [
  {
    says: new RegExp(
      `^(?<words>${changed}?${nobodyElse}(?:${someDay}|${someShift})*${unnamed(namedShift)}${nobodyElse}${atHour}(?:还是|又|可以|一定|保证|肯定|确保|都|就)*(?:(?:会|能)(?:去|来)?${punctual}?|${punctual}|(?:一定|保证|确保)${punctual}?)${comes}(?:的)?)$`,
    ),
    make: ({ words = '' }) => ({ name: 'will-come', words }),
    beside: true,
  },
  {
    // 9点到岗: until it is said without the hour, nobody is there.
    says: new RegExp(
      `^(?<words>${nobodyElse}(?:${someDay})*${hour}(?:前|之前|左右)?(?:会|能|可以)?${punctual}?${comes}|${nobodyElse}(?:${someDay})*(?:${comes}(?:时间)?[：:，,\\s]*)${hour}(?:前|左右)?)$`,
    ),
    make: ({ words = '' }) => ({ name: 'will-come', words }),
  },
  {
    says: new RegExp(
      `^(?<words>(?:${changed}${nobodyElse}(?:又|还是)?|${nobodyElse}又)(?:能|可以)(?:来|去|到)(?:值班|值守)?(?:了)?)$`,
    ),
    make: ({ words = '' }) => ({ name: 'will-come', words }),
  },
  {
    says: /^(?<words>(?:我)?(?:(?:取消|撤销|撤回|收回)(?:刚才的?)?请假|请假(?:取消|撤销|作废)|(?:我)?不(?:用|再)?请假(?=了))(?:了)?(?:[，,]?(?:我)?(?:会|能)?(?:准时|按时)?到岗)?)$/,
    make: ({ words = '' }) => ({ name: 'will-come', words }),
  },
  {
    says: new RegExp(
      `^${nobodyElse}(?<words>(?:${someDay}|${someShift})*${unnamed(namedShift)})${nobodyElse}(?:到岗|上岗|签到)$`,
    ),
    make: ({ words = '' }) => (words === '' ? null : { name: 'will-come', words, shift: words }),
    beside: true,
  },
];

/** 徐汇准时到岗, 韩局会到岗: whose promise it is, is seen where it is taken. */
export const promiseOf: Frame<WillCome> = {
  says: /^(?<who>[^\s，,。；;不没]{1,14}?)(?:会|一定|保证|将)*(?:准时|按时)(?:到岗|上岗|签到)$/,
  make: ({ who = '' }) => ({ name: 'will-come', words: who, who }),
  loose: true,
};

const doubt = '(?:有?可能|也许|说不定|不一定|未必|不敢保证|不确定|恐怕|只怕|怕是?|估计|大概率?|多半|八成|没准)';

/** 可能到不了，尽量到岗: nothing is sure yet. */
export const doubtfulFrames: readonly Frame<MayNotCome>[] = [
  {
    says: new RegExp(
      `^(?<words>${ofDuty}(?:${beside}[，,。；;！!\\s]+){0,2}${whose}${unnamed(namedShift)}${whose}(?:${doubt}(?:会|能|是|要|得)?(?:不能|没法|无法)?${punctual}?(?:${unable}${duty}|${cannot}${duty}|${asksLeave}|赶不[上到]${duty}|赶不回来?|能?(?:到岗|来|去值班|赶到|赶上|赶回来))|(?:尽量|争取|尽力)${punctual}?(?:到岗|赶到|赶来|赶回来?|来值班))(?:了|啦)?(?:[，,。；;！!\\s]+${beside}|[，,。；;！!\\s]+(?:我)?(?:会)?(?:尽量|争取|尽力)${punctual}?(?:到岗|赶到|赶来|赶回来?|来))?)$`,
    ),
    make: ({ words = '' }) => ({ name: 'may-not-come', words }),
    beside: true,
  },
  {
    // 领导派我去北京恐怕不能到岗: whatever stands before it, the post is named.
    says: new RegExp(
      `^(?<words>${ofDuty}[^，,。；;！!\\s]{0,30}?${doubt}[^，,。；;！!\\s]{0,6}?(?:不能|无法|没法|去不了|来不了|到不了|赶不[到上])[^，,。；;！!\\s\\d]{0,6}?(?:到岗|值班|值守|签到|上岗)[^，,。；;！!\\s\\d]{0,6})$`,
    ),
    make: ({ words = '' }) => ({ name: 'may-not-come', words }),
  },
];

function absence({ words = '', shift = '' }: Readonly<Record<string, string>>): CannotCome {
  return { name: 'cannot-come', words, ...(shift !== '' && { shift }) };
}
