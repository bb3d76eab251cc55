/** The organiser closes a return for everyone, with the late ones named, and opens it again. */
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/submission.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { ReturnState } from './state.ts';

/** What closing does to whom; null where it is closed already. */
export function previewClose(
  { directory }: Situation,
  { definition, closedAtMs, owing, assigned }: ReturnState,
): string | null {
  if (closedAtMs !== null) return null;
  const late = owing.size === assigned.size ? null : unitList(directory, owing, owing.size);
  return say.aboutToClose(definition.title, owing.size, late);
}

export function closeReturn({ directory }: Situation, speaker: Speaker, returned: ReturnState): Outcome {
  const { definition, closedAtMs, complete, assigned, owing } = returned;
  if (closedAtMs !== null) return answer(say.closedAlready);
  // That all are late is said by the count.
  const late = complete === 0 ? '' : unitList(directory, owing, owing.size);
  return answer(say.closedNow(definition.title, complete, assigned.size, late), {
    events: [{ type: 'ReturnClosed', returnId: definition.id, by: speaker.person.id }],
  });
}

export function openReturn(speaker: Speaker, { definition, closedAtMs }: ReturnState): Outcome {
  if (closedAtMs === null) return answer(say.openAlready);
  return answer(say.openedNow(definition.title), {
    events: [{ type: 'ReturnOpened', returnId: definition.id, by: speaker.person.id }],
  });
}
