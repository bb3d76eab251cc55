/** A notice of the organiser's own: to all, to a group of units, or to some; its words go out as they were typed. */
import { splitText } from '../broadcast/split.ts';
import type { Chat } from '../directory/model.ts';
import { exampleOf } from '../examples.ts';
import { type Mention, postInParts, type Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { groupsIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { quietNow } from '../quiet.ts';
import { noGroup } from '../replies/broadcast.ts';
import * as say from '../replies/notice.ts';
import { unitList } from '../replies/wording.ts';
import { concernedUnits, type Situation, type Speaker } from '../situation.ts';
import { unmentionedLine } from '../told.ts';
import type { NoticeOrder } from './state.ts';

type SendNotice = Extract<NoticeOrder, { readonly name: 'send-notice' }>;

interface Addressees {
  readonly units: readonly UnitId[];
  readonly scope: 'all' | 'group' | 'units';
}

/** Reaching everyone or a whole group is shown first; a few units that are named are not, where the words are all for them and the hour is no quiet one. */
export function previewNotice(
  situation: Situation,
  _speaker: Speaker,
  { whom, text }: SendNotice,
  unsure: boolean,
): string | null {
  const read = readAddressees(situation, whom);
  const quiet = quietNow(situation);
  if ('kind' in read || (read.scope === 'units' && !unsure && quiet === '') || cannotSend(situation)) return null;
  const names = read.scope === 'all' ? say.everyUnit : whom;
  const about = { names, count: read.units.length, all: read.scope === 'all', text, asks: asksReceipt(text) };
  return say.aboutToNotify(about) + quiet;
}

export function sendNotice(situation: Situation, speaker: Speaker, { whom, text }: SendNotice): Outcome {
  const read = readAddressees(situation, whom);
  if ('kind' in read) return read;
  const hindered = cannotSend(situation);
  if (hindered) return hindered;
  const { directory, state } = situation;
  const { units, scope } = read;
  const no = state.notice.notices.size + 1;
  const { person } = speaker;
  // Whoever sends it has it.
  const waiting = asksReceipt(text) ? units.filter((unit) => unit !== person.unit) : [];
  const mentions = scope === 'all' ? (['all'] as const) : directory.contactsOf(units);
  const names = scope === 'units' ? unitList(directory, units, units.length) : '';
  return answer([say.notified(no, names, units.length, waiting.length), unmentionedLine(directory, units)], {
    events: [{ type: 'NoticeSent', no, by: person.id, text, units, waiting }],
    sends: situation.groups.flatMap((group) =>
      noticeFor(situation, group, mentions, textOf(situation, speaker, no, text, waiting.length > 0)),
    ),
  });
}

/** Before the plan is out nothing goes out; and where there is no group nothing can. */
function cannotSend({ state, groups }: Situation): Outcome | null {
  if (state.broadcast.publishedAtMs === null) return answer(say.notPublished);
  return groups.length === 0 ? refuse('no_group', noGroup) : null;
}

function textOf(
  { directory, botName }: Situation,
  { person }: Speaker,
  no: number,
  text: string,
  asks: boolean,
): string {
  const issuer = `${person.unit === null ? '' : directory.short(person.unit)}${person.name}`;
  return say.noticeText({ no, issuer, text, botName: asks ? botName : null });
}

function noticeFor(situation: Situation, group: Chat, mentions: readonly Mention[], text: string): Send[] {
  return postInParts(group.id, splitText(text, situation.pushBytes(group)), mentions);
}

const everyone =
  /^(?:一下)?(?:全体|大家|各位|所有人?|全部|各有?关?单位|所有单位|全群|群里|工作群)(?:单位|人员|同志|联络员|成员|人)*$/;

function readAddressees(situation: Situation, whom: string): Addressees | Outcome {
  const { directory, house } = situation;
  if (whom === '') return refuse('notify_whom', say.notifyWhom(exampleOf(situation)));
  if (everyone.test(whom)) return { scope: 'all', units: concernedUnits(situation) };
  const { found, rest, others, except } = unitsIn(directory, whom);
  const unknown = rest.replace(/一下|联络员|全体|所有人?|[的等]|单位/g, '').trim();
  if (others && unknown === '') {
    const out = new Set(except.map(({ id }) => id));
    return { scope: 'group', units: concernedUnits(situation).filter((unit) => !out.has(unit)) };
  }
  if (found.length === 0 || unknown !== '') return refuse('notify_whom', say.unknownAddressee(unknown || whom));
  const group = except.length > 0 || groupsIn(directory, whom).found.length > 0;
  const ids = found.map(({ id }) => id);
  return group
    ? { scope: 'group', units: ids.filter((unit) => house.concerns(situation, unit)) }
    : { scope: 'units', units: ids };
}

const asking =
  /请.{0,10}(?:回复|回执|签收)|[请速需]回[“"「]?(?:收到|执)|请.{0,8}回(?:个|一[个下声])?[“"「]?收到|收到.{0,4}(?:回|签|反馈|应)|(?:回复|反馈|回个?)[“"「]?收到|请.{0,6}确认收到|签收回执/;
const notAsking = /(?:不用|不必|无需|勿|不需要?)(?:再)?(?:回|签收)/;

/** Whether the words ask for a receipt. */
export function asksReceipt(text: string): boolean {
  return asking.test(text) && !notAsking.test(text);
}
