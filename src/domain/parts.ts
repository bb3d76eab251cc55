/** What people wrote may be longer than a platform takes at once: an answer, a reason, a remark that is passed on. */
import { splitText } from './broadcast/split.ts';
import type { Send } from './ledger.ts';
import type { Situation } from './situation.ts';

/** Notices in as many messages as their way needs; what is written anew before it goes out fits by itself. */
export function inParts(situation: Situation, sends: readonly Send[]): readonly Send[] {
  return sends.flatMap((send) => (send.purpose.kind === 'notice' ? partsOf(situation, send) : [send]));
}

function partsOf(situation: Situation, { about, ...send }: Send): readonly Send[] {
  const [first = '', ...further] = splitText(send.text, roomFor(situation, send.to));
  return [
    // Newer news takes the place of the first part, and the others do not go without it.
    { ...send, text: first, ...(about === undefined ? {} : { about }) },
    ...further.map((text) => ({ ...send, text, mentions: [], follows: true as const })),
  ];
}

/** Bytes of one message there; someone written to alone may yet be told in a group. */
export function roomFor({ groups, pushBytes }: Situation, to: Send['to']): number {
  const reached = to.kind === 'chat' ? groups.filter(({ id }) => id === to.chat) : groups;
  return Math.min(...reached.map(pushBytes));
}
