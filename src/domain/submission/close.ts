/** The organiser closes a return for everyone, with the late ones named, and opens it again. */
import { post, type Send } from '../ledger.ts';
import { unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/closing.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { duesOwed } from './due.ts';
import type { ReturnState } from './state.ts';

/** What closing does to whom; null where it is closed already. */
export function previewClose(situation: Situation, returned: ReturnState): string | null {
  const { definition, closedAtMs, owing, assigned } = returned;
  if (closedAtMs !== null) return null;
  const late = owing.size === assigned.size ? null : unitList(situation.directory, owing, owing.size);
  return say.aboutToClose({
    title: definition.title,
    owing: owing.size,
    late,
    cut: cutShort(situation, returned),
    told: closedNews(situation, returned).length > 0,
  });
}

/** What was promised to single units and has not come yet is not taken back unsaid. */
function cutShort(situation: Situation, returned: ReturnState): say.CutShort[] {
  return duesOwed(returned)
    .filter(({ own, due }) => own && due.lateAfterMs > situation.nowMs && due.lateAfterMs > returned.due.lateAfterMs)
    .map(({ due, units }) => ({ due, names: unitList(situation.directory, units, units.length) }));
}

/** Whoever still owes it hears that it is taken no more. */
function closedNews({ directory, groups, state }: Situation, { definition, owing }: ReturnState): Send[] {
  if (owing.size === 0 || state.broadcast.publishedAtMs === null) return [];
  const text = say.closedNotice(definition.title, unitList(directory, owing, owing.size));
  return groups.map((group) => post(group.id, text, directory.contactsOf([...owing])));
}

export function closeReturn(situation: Situation, speaker: Speaker, returned: ReturnState): Outcome {
  const { directory } = situation;
  const { definition, closedAtMs, complete, assigned, owing } = returned;
  if (closedAtMs !== null) return answer(say.closedAlready);
  // That all are late is said by the count.
  const late = complete === 0 ? '' : unitList(directory, owing, owing.size);
  const cut = cutShort(situation, returned);
  return answer(say.closedNow({ title: definition.title, complete, total: assigned.size, late, cut }), {
    events: [{ type: 'ReturnClosed', returnId: definition.id, by: speaker.person.id }],
    sends: closedNews(situation, returned),
  });
}

export function openReturn(situation: Situation, speaker: Speaker, returned: ReturnState): Outcome {
  const { definition, closedAtMs } = returned;
  if (closedAtMs === null) return answer(say.openAlready);
  const sends = openedNews(situation, returned);
  return answer(say.openedNow(definition.title, sends.length > 0), {
    events: [{ type: 'ReturnOpened', returnId: definition.id, by: speaker.person.id }],
    sends,
  });
}

/** Whoever heard that it is taken no more hears that it is again. */
function openedNews({ directory, groups, state, nowMs }: Situation, returned: ReturnState): Send[] {
  const { definition, owing } = returned;
  if (owing.size === 0 || state.broadcast.publishedAtMs === null) return [];
  const dues = duesOwed(returned).map(({ due, units }) => ({
    due,
    names: unitList(directory, units, units.length),
    past: nowMs >= due.lateAfterMs,
  }));
  const text = say.openedNotice(definition.title, unitList(directory, owing, owing.size), dues);
  return groups.map((group) => post(group.id, text, directory.contactsOf([...owing])));
}

/** 开放填报 普陀区局 names somebody it cannot be opened for alone. */
export function openForSome({ directory }: Situation, words: string): Outcome | null {
  const { found } = unitsIn(directory, words);
  return found.length === 0
    ? null
    : refuse(
        'open_for_all',
        say.openForAllOnly(
          unitList(
            directory,
            found.map(({ id }) => id),
            found.length,
          ),
        ),
      );
}
