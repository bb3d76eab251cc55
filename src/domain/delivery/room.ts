/** 送达: what went out, what did not, and sending it once more. */
import { noSection, type Orders, type Room } from '../room.ts';
import { failuresAside, failuresInProgress, listUnsent, renewTold, sendAgain, tellFailures } from './failed.ts';
import { type DeliveryShape, deliveryFolds, initialDelivery, lendDelivery } from './state.ts';

const orders: Orders<DeliveryShape> = {
  'send-again': {
    frames: [
      {
        says: /^(?:补发|重发|再发)(?:一[下遍次])?(?:(?:没|未)(?:有)?(?:发出|发成|送达)(?:去)?的)?(?:消息)?$/,
        make: () => ({ name: 'send-again' }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '补发',
    obey: sendAgain,
  },
  unsent: {
    frames: [
      {
        says: /^(?:有?哪些|有什么)?(?:消息)?(?:没|未)(?:有)?(?:发出|发成|送达)(?:去)?(?:的)?(?:消息)?(?:有哪些|是哪些)?$/,
        make: () => ({ name: 'unsent' }),
      },
    ],
    kind: 'ask',
    right: 'organiser',
    help: '没发出的',
    obey: listUnsent,
  },
};

export const delivery: Room<'delivery'> = {
  orders,
  events: deliveryFolds,
  initial: initialDelivery,
  lend: lendDelivery,
  section: noSection,
  renew: { undelivered: renewTold },
  reacts: tellFailures,
  aside: failuresAside,
  tells: { progress: failuresInProgress },
};
