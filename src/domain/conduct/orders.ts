/** How an organiser takes units in and out, puts the campaign off, calls it off and brings it back. */
import { spanPattern } from '../calendar/span.ts';
import { answer } from '../outcome.ts';
import { amendmentsText } from '../replies/conduct.ts';
import type { Orders } from '../room.ts';
import { cancel, postpone, previewCancel, previewPostpone, previewResume, resume } from './standing.ts';
import type { ConductOrder, ConductShape } from './state.ts';
import { joinUnits, previewJoin, previewRelease, releaseUnits } from './units.ts';

const campaign = '(?:本次|这次|此次|整个|本)?(?:专项)?活动';
const putOff = '(?:暂停|暂缓|中止|推迟|延期|延后)';
const held = '(?:开展|进行|举办|举行)?';
const until = `(?:[，,：:\\s]*(?<note>(?:到|至|因|原因).+|${spanPattern}))?`;
const why = '(?:[，,：:\\s]*(?<note>(?:因|原因).+))?';

/** 其余不用报了 is said of rows, 我们不用报了 asks: neither names a unit. */
const noUnit = /^(?:其[余他它]|别的|剩下|[这那前后]|我|本|都|也|就|没|第|请)|[项些表数]$|图片|总结|材料/;

function release(words: string): Extract<ConductOrder, { name: 'release-units' }> | null {
  return noUnit.test(words) || /联络员|人员/.test(words) ? null : { name: 'release-units', words };
}

export const conductOrders: Orders<ConductShape> = {
  'join-units': {
    frames: [
      {
        says: /^(?:加入|(?:增加|新增|添加|增补|补充|纳入|加)(?:一[家个])?(?:报送)?单位)[:：\s]*(?<words>[^\d]+)$/,
        make: ({ words = '' }) => ({ name: 'join-units', words }),
      },
      {
        says: /^(?:把|将)(?<words>[^\d]{2,60}?)(?:也)?(?:加入|纳入|列入|加)(?:到|进来|进)?(?:名单|范围)?$/,
        make: ({ words = '' }) => ({ name: 'join-units', words }),
      },
      {
        says: new RegExp(`^(?:把|将)?(?<words>[^\\d]{2,60}?)(?:也)?(?:加入|纳入|列入)(?:到)?${campaign}(?:范围)?$`),
        make: ({ words = '' }) => ({ name: 'join-units', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '加入 {unit}',
    preview: (situation, _speaker, { words }) => previewJoin(situation, words),
    obey: (situation, speaker, { words }) => joinUnits(situation, speaker, words),
  },
  'release-units': {
    frames: [
      {
        says: /^(?:移出|剔除|(?:移除|去掉|减少|删除)(?:报送)?单位)[:：\s]*(?<words>[^\d]+)$/,
        make: ({ words = '' }) => release(words),
      },
      {
        says: new RegExp(`^(?:把|将)(?<words>[^\\d]{2,60}?)(?:移出|剔除|移除|去掉)(?:${campaign}|名单|范围)?$`),
        make: ({ words = '' }) => release(words),
      },
      {
        says: /^(?:不用|不必|无需)(?:再)?(?:报送?|参加)了?[:：\s]+(?<words>[^\d]+)$/,
        make: ({ words = '' }) => release(words),
        denies: true,
      },
      {
        says: /^(?<words>[^\d，,。；;？?]{2,40}?)(?:这次|本次|此次|今年)?(?:不用|不必|无需)(?:再)?(?:报送?|参加)了?$/,
        make: ({ words = '' }) => release(words),
        denies: true,
        loose: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '移出 {unit}',
    preview: (situation, _speaker, { words }) => previewRelease(situation, words),
    obey: (situation, speaker, { words }) => releaseUnits(situation, speaker, words),
  },
  postpone: {
    frames: [
      {
        says: new RegExp(`^(?:先)?${putOff}${held}${campaign}${until}$|^${campaign}(?:先|因故)?${putOff}${held}$`),
        make: ({ note = '' }) => ({ name: 'postpone', note }),
        denies: true,
      },
      {
        says: new RegExp(`^${campaign}(?:先|因故)?${putOff}${held}${until}$`),
        make: ({ note = '' }) => ({ name: 'postpone', note }),
        denies: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '暂停活动',
    preview: (situation, _speaker, { note }) => previewPostpone(situation, note),
    obey: (situation, speaker, { note }) => postpone(situation, speaker, note),
  },
  cancel: {
    frames: [
      {
        says: new RegExp(`^取消${held}${campaign}${why}$`),
        make: ({ note = '' }) => ({ name: 'cancel', note }),
      },
      {
        says: new RegExp(`^${campaign}(?:因故)?取消${held}${why}$`),
        make: ({ note = '' }) => ({ name: 'cancel', note }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '取消活动',
    preview: (situation, _speaker, { note }) => previewCancel(situation, note),
    obey: (situation, speaker, { note }) => cancel(situation, speaker, note),
  },
  resume: {
    frames: [
      {
        says: new RegExp(
          `^(?:恢复|继续|重启|重新(?:启动|开始))${held}${campaign}$|^${campaign}(?:恢复|继续|重启)${held}$`,
        ),
        make: () => ({ name: 'resume' }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '恢复活动',
    lifts: true,
    preview: previewResume,
    obey: resume,
  },
  amendments: {
    frames: [
      {
        says: /^(?:查?看)?(?:(?:与|和|跟|同)?(?:方案)?文件(?:的|有什么|有哪些)?)?(?:差异|不同|出入|变更)$|^群里(?:改|动)(?:过|了)(?:什么|哪些)$/,
        make: () => ({ name: 'amendments' }),
      },
    ],
    kind: 'ask',
    right: 'organiser',
    help: '差异',
    obey: (situation) => answer(amendmentsText(situation.house.amended(situation))),
  },
};
