/** What goes wrong while a soak runs: at the store and on the way to the group, as often as its seed says. */
import type { Around } from '../../src/app.ts';
import type { Chance } from '../../src/cli/rehearsal/chance.ts';

export interface Faults extends Around {
  /** From now on nothing goes wrong any more. */
  end(): void;
  /** Begins an outage: the store takes nothing until it is told to end. */
  outage(): () => void;
  /** Times that each kind of fault was met. */
  readonly met: Record<string, number>;
}

export interface FaultRates {
  /** Of writes: refused, or stored and the answer lost. Each holds the program up by a quarter of a second. */
  readonly store: number;
  /** Of messages to the group: not taken, taken and the answer lost, or refused for good. */
  readonly channel: number;
}

export function createFaults(chance: Chance, rates: FaultRates): Faults {
  const met: Record<string, number> = {};
  let over = false;
  let down = false;
  const count = (kind: string) => {
    met[kind] = (met[kind] ?? 0) + 1;
  };
  const happens = (rate: number) => !over && chance.happens(rate);

  return {
    met,
    end() {
      over = true;
    },
    outage() {
      count('outage');
      down = true;
      return () => {
        down = false;
      };
    },
    store: (store) => ({
      ...store,
      async append(entries) {
        if (down) throw new Error('database is locked');
        const hit = happens(rates.store);
        if (!hit) return store.append(entries);
        if (chance.happens(0.5)) {
          count('append refused');
          throw new Error('database is locked');
        }
        count('append answer lost');
        await store.append(entries);
        throw new Error('disk I/O error');
      },
    }),
    channel: (channel) => ({
      ...channel,
      async push(message) {
        if (!happens(rates.channel)) return channel.push(message);
        const kind = chance.pick(['push not taken', 'push answer lost', 'push refused'] as const);
        count(kind);
        if (kind === 'push refused') return { kind: 'refused', reason: '群机器人被停用' };
        if (kind === 'push answer lost') await channel.push(message);
        return {
          kind: 'retry',
          afterMs: 5_000,
          reason: 'no answer',
          ...(kind === 'push answer lost' && { unsure: true }),
        };
      },
    }),
  };
}
