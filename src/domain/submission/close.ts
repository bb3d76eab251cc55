/** The organiser closes a return for everyone, with the late ones named, and opens it again. */
import { post, type Send } from '../ledger.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/submission.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { ReturnState } from './state.ts';

/** What closing does to whom; null where it is closed already. */
export function previewClose(situation: Situation, returned: ReturnState): string | null {
  const { definition, closedAtMs, owing, assigned } = returned;
  if (closedAtMs !== null) return null;
  const late = owing.size === assigned.size ? null : unitList(situation.directory, owing, owing.size);
  return say.aboutToClose(definition.title, owing.size, late, closedNews(situation, returned).length > 0);
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
  return answer(say.closedNow(definition.title, complete, assigned.size, late), {
    events: [{ type: 'ReturnClosed', returnId: definition.id, by: speaker.person.id }],
    sends: closedNews(situation, returned),
  });
}

export function openReturn(speaker: Speaker, { definition, closedAtMs }: ReturnState): Outcome {
  if (closedAtMs === null) return answer(say.openAlready);
  return answer(say.openedNow(definition.title), {
    events: [{ type: 'ReturnOpened', returnId: definition.id, by: speaker.person.id }],
  });
}
