/** How organisers send back and accept, and how everyone asks. */
import { namesNobody } from '../function-words.ts';
import type { Orders } from '../room.ts';
import { acceptSubmission, previewAccepting } from './accept.ts';
import { dropReturning, previewReturning, returnSubmission } from './send-back.ts';
import type { ReviewOrder, ReviewShape } from './state.ts';
import { listReviews, tellUnitReview } from './tell.ts';
import { previewUndoing, undo } from './undo.ts';

const who = '(?:还有)?(?:谁|哪些|哪几家|哪家|几家)(?:单位)?(?:的)?(?:表|报送)?';

/** What makes something else of 退回 or 通过 behind it: another act, a question, one's own affair, a state. */
const noOrder =
  /撤销|取消|撤回|绑定|谁|哪|几|什么|怎么|如何|是否|^(?:我|本(?:单位|局)|确认|不要|别|如果|要是|等)|(?:不|没有?|未|别|待|已|被)$|\d+[^\d、，,\s第项]*$/;
/** Conditions said after it, and tags after some reason, are no plain order. */
const noReason = /^(?:如果|要是|假如|万一|除非)|[，,\s](?:行|好|可以|成|对)(?:吗|么|不|嘛|吧)$/;

export const reviewOrders: Orders<ReviewShape> = {
  'list-reviews': {
    frames: [
      {
        says: new RegExp(
          `^(?:待|未|没|等待)审核?(?:的)?(?:单位|名单|报送|表)?(?:有哪些|是哪些|有几家)?$|^${who}(?:还)?(?:没有?|未|待)审核?(?:的)?$|^审核(?:情况|进度|结果|名单)$|^${who}(?:被)?退回(?:了|的)?$|^(?:被)?退回(?:了)?(?:的)?(?:单位|名单|情况)(?:有哪些|是哪些)?$|^(?:被)?退回(?:的|了)(?:有)?(?:谁|哪些|哪几家)$`,
        ),
        make: () => ({ name: 'list-reviews' }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '待审核',
    obey: listReviews,
  },
  'return-submission': {
    frames: [
      {
        says: /^(?:退回|打回|驳回)(?:给)?[：:\s]*(?<whom>[^\s，,：:；;。]+)[\s，,：:；;。]*(?<words>[\s\S]*)$/,
        passesOn: 'words',
        make: ({ whom = '', words = '' }) => returning(whom, words),
      },
      {
        says: /^(?:退回|打回|驳回)$/,
        make: () => ({ name: 'return-submission', words: '' }),
      },
      {
        says: /^[把将](?<whom>[^，,：:；;]{2,40}?)(?:都|再)?(?:退回|打回|驳回|退)(?:去|来)?(?:重[填报做]|修改)?(?:[\s，,：:；;。]+(?<words>\S[\s\S]*))?$/,
        passesOn: 'words',
        make: ({ whom = '', words = '' }) => returning(whom, words),
      },
      {
        says: /^(?<whom>[^，,：:；;\s]{2,40}?)(?:都)?(?:退回|打回|驳回)(?:去)?(?:重[填报做]|修改)?(?:[\s，,：:；;。]+(?<words>\S[\s\S]*))?$/,
        passesOn: 'words',
        make: ({ whom = '', words = '' }) => (noOrder.test(whom) ? null : returning(whom, words)),
        loose: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '退回 {unit} 第3项，原因',
    preview: (situation, _speaker, { words }, unsure) => previewReturning(situation, words, unsure),
    obey: (situation, speaker, { words }) => returnSubmission(situation, speaker, words),
  },
  'drop-returning': {
    frames: [
      { says: /^(?:先)?不退(?:回)?了$|^(?:撤销|取消|撤回|收回)退回$/, make: () => ({ name: 'drop-returning' }) },
    ],
    // Said as a negation, and meant so.
    kind: 'ask',
    right: 'organiser',
    help: null,
    obey: dropReturning,
  },
  'undo-returning': {
    frames: [
      {
        says: /^(?:撤销|取消|撤回|收回)(?:对)?(?:退回|打回|驳回)(?:给)?[：:\s]*(?<words>[^\s：:].{1,80})$/,
        make: ({ words = '' }) => ({ name: 'undo-returning', words }),
      },
      {
        says: /^(?:撤销|取消|撤回|收回)(?:对)?(?<words>[^\s，,。；;：:]{2,40}?)的?(?:退回|打回|驳回)$/,
        make: ({ words = '' }) => ({ name: 'undo-returning', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '撤销退回 {unit}',
    preview: (situation, _speaker, { words }) => previewUndoing(situation, words, 'returned'),
    obey: (situation, speaker, { words }) => undo(situation, speaker, words, 'returned'),
  },
  'undo-accepting': {
    frames: [
      {
        says: /^(?:撤销|取消|撤回|收回)(?:对)?(?:审核通过|通过审核|审核|通过)[：:\s]*(?<words>[^\s：:].{1,80})$/,
        make: ({ words = '' }) => ({ name: 'undo-accepting', words }),
      },
      {
        says: /^(?:撤销|取消|撤回|收回)(?:对)?(?<words>[^\s，,。；;：:]{2,40}?)的?(?:审核通过|审核|通过)$/,
        make: ({ words = '' }) => ({ name: 'undo-accepting', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: null,
    preview: (situation, _speaker, { words }) => previewUndoing(situation, words, 'accepted'),
    obey: (situation, speaker, { words }) => undo(situation, speaker, words, 'accepted'),
  },
  'accept-submission': {
    frames: [
      {
        says: /^审核通过(?![了吗没的后前])[：:\s]*(?<words>[^\s：:][\s\S]{1,80})$|^通过审核[：:\s]*(?<more>[^\s：:][\s\S]{1,80})$/,
        make: ({ words = '', more = '' }) => ({ name: 'accept-submission', words: words + more }),
      },
      {
        // 通过零距离服务，… is a report: what follows has to look like names of units.
        says: /^通过(?!绑定)[：:\s]*(?<words>[\u4e00-\u9fff]{2,12}(?:[局处队科室站所院厅委办区县市镇]|中心)(?:[、，,和\s《].*)?|[\u4e00-\u9fff]{2,4}(?:[、和\s][\u4e00-\u9fff](?:(?!和)[\u4e00-\u9fff]){1,12})*)$/,
        make: ({ words = '' }) => ({ name: 'accept-submission', words }),
        loose: true,
      },
      {
        says: /^(?<words>全部|所有单位|所有|各单位|全|都)(?:的)?(?:都)?(?:审核)?通过(?:审核)?(?:了)?$/,
        make: () => ({ name: 'accept-submission', words: '全部' }),
      },
      {
        says: /^(?<words>[^\s，,。；;：:]{2,40}?(?:没(?:有)?问题[，,])?)(?:都|均)?(?:审核)?通过(?:审核)?(?:了)?$/,
        make: ({ words = '' }) => acceptingAfter(words),
        loose: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '通过 {unit}',
    preview: (situation, _speaker, { words }) => previewAccepting(situation, words),
    obey: (situation, speaker, { words }) => acceptSubmission(situation, speaker, words),
  },
  'unit-review': {
    frames: [
      {
        says: /^(?:(?:我(?:们)?(?:单位|局)?|本(?:单位|局))的?)?(?:表|统计表|报表|总结|材料|报送)?(?:的)?(?:审核?(?:通过)?|审过|通过|退回)(?:了)?(?:没有?|吗|了吗)$/,
        make: () => ({ name: 'unit-review', words: '' }),
      },
      {
        says: /^(?<words>\S{2,20}?)(?:的)?(?:表|统计表)?(?:审核?(?:通过)?|审过|通过|退回)(?:了)?(?:没有?|吗|了吗)$/,
        make: ({ words = '' }) => (namesNobody(words) ? null : { name: 'unit-review', words }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: (situation, speaker, { words }) => tellUnitReview(situation, speaker, words),
  },
};

function returning(whom: string, words: string): (ReviewOrder & { readonly name: 'return-submission' }) | null {
  if (/^修改|^(?:了|的|吗|没|到|去)/.test(whom) || noReason.test(words)) return null;
  return { name: 'return-submission', words: words === '' ? whom : `${whom}，${words}` };
}

/** 黄浦没问题，通过: a good word is no negation. */
function acceptingAfter(said: string): (ReviewOrder & { readonly name: 'accept-submission' }) | null {
  const words = said.replace(/没(?:有)?问题|[，,]$/g, '');
  return noOrder.test(words) ? null : { name: 'accept-submission', words };
}
