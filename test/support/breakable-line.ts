/** A line to a server that can be cut and mended: what is under way is lost, as when a switch or the server itself goes down. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface BreakableLine {
  readonly port: number;
  /** Every connection is reset, and new ones as soon as they come. */
  cut(): void;
  /** Connections stand, and nothing gets through. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

export async function openLine(to: { readonly host: string; readonly port: number }): Promise<BreakableLine> {
  const pairs = new Set<Pair>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';

  function breakAll(): void {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    pairs.clear();
  }

  function join(near: Socket): void {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(to.port, to.host);
    const pair = { near, far };
    pairs.add(pair);
    pass(near, far);
    pass(far, near);
    for (const side of [near, far])
      side
        .on('error', () => undefined)
        .once('close', () => {
          pairs.delete(pair);
          near.destroy();
          far.destroy();
        });
  }

  /** What comes while the line is silent is gone for good. */
  function pass(from: Socket, on: Socket): void {
    from.on('data', (bytes) => {
      if (state === 'whole') on.write(bytes);
    });
  }

  const server = createServer(join);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut';
      breakAll();
    },
    silence() {
      state = 'silent';
    },
    mend() {
      // A connection that has lost bytes is of no more use.
      if (state === 'silent') breakAll();
      state = 'whole';
    },
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
