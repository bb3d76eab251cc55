/** The streams that have sends, seen by who delivers them. */
import { consequences } from '../domain/afterwards.ts';
import { type DeliveryState, isFailure, type OpenSend, type SendSettled } from '../domain/delivery/state.ts';
import { mayGoFromMs } from '../domain/delivery/when.ts';
import { predecessorOf, type Send } from '../domain/ledger.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Head } from '../domain/room.ts';
import { renewSend } from '../domain/rooms.ts';
import type { Clock } from '../ports.ts';
import type { Host } from './host.ts';
import type { Office } from './office.ts';

/** A stream with sends: which are open and durable, how one is asked whether it still holds, and how it is settled. */
export interface Source {
  open(): readonly OpenSend[];
  isOpen(key: string): boolean;
  /** Whether it is a further part of a message whose part before did not arrive: it says nothing without that. */
  isBehindLost(open: OpenSend): boolean;
  sync(): Promise<void>;
  /** Not before then, whatever else goes to the same destination meanwhile. */
  mayGoFromMs(open: OpenSend): EpochMs;
  renew(open: OpenSend): Send | null;
  settle(event: SendSettled): Promise<unknown>;
}

export function sourcesOf(office: Office, clock: Clock): readonly Source[] {
  return [
    sourceOf(office.directory, { mayGoFromMs: () => clock.nowMs(), renew: ({ send }) => send, follow: () => [] }),
    ...office.campaigns.map((campaign) =>
      sourceOf(campaign.host, {
        mayGoFromMs: (open) => mayGoFromMs(office.situation(campaign), open),
        renew: ({ send, atMs }) => renewSend(office.situation(campaign), send, atMs),
        follow: (state, event, head) =>
          isFailure(event.outcome) ? consequences(office.at(campaign.id, state, head.atMs), [event], head) : [],
      }),
    ),
  ];
}

interface Asked<S> extends Pick<Source, 'mayGoFromMs' | 'renew'> {
  /** The messages that a settled one sets going. */
  follow(state: S, event: SendSettled, head: Head): Send[];
}

function sourceOf<S extends { readonly delivery: DeliveryState }, E>(
  host: Host<S, E | SendSettled>,
  { mayGoFromMs, renew, follow }: Asked<S>,
): Source {
  return {
    open: () => [...host.state().delivery.open.values()].filter(({ seq }) => seq <= host.durableSeq()),
    isOpen: (key) => host.state().delivery.open.has(key),
    isBehindLost({ key, send }) {
      const before = send.follows ? predecessorOf(key) : null;
      return before !== null && host.state().delivery.failed.has(before);
    },
    sync: () => host.sync(),
    mayGoFromMs,
    renew,
    settle(event) {
      const cause = `send/${event.key}`;
      return host.record(cause, (state, atMs) => {
        const sends = follow(state, event, { atMs, cause });
        return { events: [event], replies: [], sends };
      });
    },
  };
}
