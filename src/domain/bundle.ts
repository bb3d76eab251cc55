/** What falls due for one group in the same minute is one message. */
import { utf8Length } from './broadcast/split.ts';
import type { Mention, Send } from './ledger.ts';
import type { Situation } from './situation.ts';

/** Sends that may wait are joined per group, as far as a message has room; urgent ones go for themselves. */
export function bundled(situation: Situation, sends: readonly Send[]): Send[] {
  const joined: Send[] = [];
  for (const send of sends) {
    const at = joined.findIndex((earlier) => mayJoin(situation, earlier, send));
    const earlier = joined[at];
    if (earlier) joined[at] = join([...partsOf(earlier), send]);
    else joined.push(send);
  }
  return joined;
}

/** One message of several, each still true for itself. */
export function join(parts: readonly Send[]): Send {
  const [first, ...others] = parts;
  if (!first) throw new Error('a bundle of nothing');
  if (others.length === 0) return first;
  return {
    to: first.to,
    text: parts.map(({ text }) => text).join('\n'),
    mentions: [...new Set(parts.flatMap(({ mentions }): readonly Mention[] => mentions))],
    purpose: { kind: 'bundle', parts },
    waits: true,
  };
}

function partsOf(send: Send): readonly Send[] {
  return send.purpose.kind === 'bundle' ? send.purpose.parts : [send];
}

function mayJoin(situation: Situation, earlier: Send, send: Send): boolean {
  if (!earlier.waits || !send.waits || earlier.to.kind !== 'chat' || send.to.kind !== 'chat') return false;
  const { chat } = send.to;
  const group = situation.groups.find(({ id }) => id === chat);
  if (earlier.to.chat !== chat || !group || isForLeaders(situation, earlier) !== isForLeaders(situation, send))
    return false;
  return utf8Length(`${earlier.text}\n${send.text}`) <= situation.pushBytes(group);
}

/** A leader who is called reads of what is late, not of what liaisons still have to do. */
function isForLeaders({ directory }: Situation, { mentions }: Send): boolean {
  return mentions.length > 0 && mentions.every((id) => directory.person(id)?.roles.includes('leader'));
}
