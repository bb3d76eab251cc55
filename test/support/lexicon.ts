/** The orders of all rooms and those about people, read as the bot reads them. */
import type { RoomOrder } from '../../src/domain/campaign/slices.ts';
import { coreFrames } from '../../src/domain/core-orders.ts';
import { type DirectoryOrder, directoryOrders } from '../../src/domain/directory/orders.ts';
import { allOrders } from '../../src/domain/rooms.ts';
import type { CoreOrder } from '../../src/domain/utterance.ts';
import { createLexicon } from '../../src/understand/orders/lexicon.ts';

export const lexicon = createLexicon<RoomOrder | CoreOrder>([
  { frames: coreFrames, kind: 'ask' },
  ...allOrders().map(([, { frames, kind }]) => ({ frames, kind })),
]);
const arrangements = createLexicon<DirectoryOrder>(Object.values(directoryOrders));

/** The campaign's own orders go before those about people. */
export const readOrder = (text: string) => lexicon.read(text, 2023) ?? arrangements.read(text);

/** The order that is given; null if it is none, or does not bind. */
export function orderIn(text: string) {
  const said = readOrder(text);
  return said && !said.vetoed ? said.order : null;
}
