/**
 * Glossary: the field's words, once. Code uses the English, people see the Chinese.
 *
 * | English | 中文 | meaning |
 * | --- | --- | --- |
 * | campaign | 专项活动 | what one notice sets going: tasks, returns, duty |
 * | notice | 通知/方案 | the issued document, with 文号 (document number) and issuer |
 * | unit | 单位 | an organisation that is told, reports or stands duty |
 * | measure | 计量单位 | what a figure counts: 次, 条, 万元 |
 * | task | 任务 | one numbered item of the plan with its 实施部门 |
 * | receipt | 收到/回执 | a unit's word that it has the plan |
 * | return | 报送 | what a unit owes by a deadline: a form and materials |
 * | form | 统计表 | the table to fill; its rows are 类别, a value in it a cell |
 * | submission | 填报 | one unit's filling of one return: draft (草稿) → confirmed (已提交) |
 * | material | 材料 | 总结, 图片: the parts of a return that are not figures |
 * | deadline | 截止 | when a return is due, as phrase and as instants |
 * | ladder | 提醒阶梯 | the planned instants at which those who owe are reminded |
 * | chase | 催办 | a reminder on the organiser's word, now |
 * | duty | 值班 | standing by; a shift (班次) has a start, an end and people |
 * | check-in | 到岗/签到 | a person's word that they are at their post |
 * | reporter | 联络员 | fills the return for one unit |
 * | leader | 领导 | reads everything, is told when a unit does not answer |
 * | organiser | 组织者 | runs the campaign |
 * | ledger | 台账 | the one record of all that happened |
 */

/** Milliseconds since 1970-01-01T00:00:00Z. Instants in the domain are always this. */
export type EpochMs = number;

export type UnitId = string;
export type PersonId = string;
export type ChatId = string;
export type CampaignId = string;
/** Row number in a form: 1..n down its rows. */
export type RowNo = number;

/** What a person may do. One person may hold several. */
export type Role = 'reporter' | 'leader' | 'organiser';

/** A stretch of a message's text, in UTF-16 offsets of the text as it was received; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
