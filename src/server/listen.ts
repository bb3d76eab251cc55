import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type Koa from 'koa';
import type { Log } from '../ports.ts';

export interface ListenOptions {
  readonly app: Koa;
  /** 0 for any free port. */
  readonly port: number;
  readonly host?: string;
  readonly log: Log;
  /** How long `stop` waits for requests in flight before it cuts them off. */
  readonly graceMs?: number;
  /** Connections at one time; the one that has idled longest makes room for a new one. */
  readonly connections?: number;
}

export interface Listening {
  readonly port: number;
  /** `http://localhost:3000` */
  readonly address: string;
  /** Takes no new connection, lets requests in flight finish, closes idle connections. Idempotent. */
  stop(): Promise<void>;
}

/** Longer than the 60 s after which common proxies drop an idle connection, so that they never reuse one we just closed. */
const KEEP_ALIVE_MS = 75_000;

/** Resolves once connections are accepted; rejects if the port is taken. */
export async function listen({
  app,
  port,
  host = '0.0.0.0',
  log,
  graceMs = 5_000,
  connections = 1_000,
}: ListenOptions): Promise<Listening> {
  const handle = app.callback();
  let stopping = false;
  /** With a request under way. */
  const busy = new Set<Socket>();
  // How long the headers and the whole of a request may take, silence included, and how often that is looked after.
  const limits = { headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
  const server = createServer({ ...limits, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    busy.add(request.socket);
    response.once('close', () => busy.delete(request.socket));
    // Koa settles every request itself: its promise never rejects.
    void handle(request, response);
  });
  // Who takes no byte of an answer for so long will not.
  server.timeout = 120_000;
  boundConnections(server, connections, busy);
  await opened(server, port, host);
  const bound = (server.address() as AddressInfo).port;
  log.info({ host, port: bound }, 'listening');

  let stopped: Promise<void> | null = null;
  return {
    port: bound,
    address: `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`,
    stop() {
      stopping = true;
      stopped ??= closed(server, graceMs).then(() => log.info({ port: bound }, 'stopped listening'));
      return stopped;
    },
  };
}

/** Room is made by closing whoever idles longest; where everybody is busy the new one is turned away. */
function boundConnections(server: Server, most: number, busy: ReadonlySet<Socket>): void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    if (open.size >= most) ([...open].find((one) => !busy.has(one)) ?? socket).destroy();
    if (socket.destroyed) return;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

function opened(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    // `close` ends what is idle now; a connection whose request is still in flight becomes idle later.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
  });
}
