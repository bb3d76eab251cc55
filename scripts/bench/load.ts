/** A load generator on raw sockets: as little work per request as possible, so that the server is what is measured. */
import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  /** Whole HTTP/1.1 requests, each sent once. */
  readonly requests: readonly Buffer[];
}

export interface Load {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** One answer's body, to look at. */
  readonly sample: string;
}

/** Sends all requests over keep-alive connections, one at a time on each. Rejects on any answer but 200. */
export async function runLoad({ port, connections, requests }: LoadOptions): Promise<Load> {
  const latenciesMs = new Float64Array(requests.length);
  let next = 0;
  let sample = '';

  function drive(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let index = -1;
      let sentAtMs = 0;
      let answer = '';
      function send(): void {
        index = next;
        next += 1;
        const request = requests[index];
        if (request === undefined) {
          socket.end(resolve);
          return;
        }
        answer = '';
        sentAtMs = performance.now();
        socket.write(request);
      }
      socket.on('data', (chunk: string) => {
        answer += chunk;
        const bodyAt = answer.indexOf('\r\n\r\n') + 4;
        if (bodyAt < 4 || answer.length - bodyAt < contentLength(answer)) return;
        if (!answer.startsWith('HTTP/1.1 200')) {
          reject(new Error(`The server answered ${answer.slice(0, 12)}: ${answer.slice(bodyAt, bodyAt + 200)}`));
          return;
        }
        latenciesMs[index] = performance.now() - sentAtMs;
        if (sample === '') sample = answer.slice(bodyAt);
        send();
      });
      socket.on('error', reject);
      send();
    });
  }

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const startedMs = performance.now();
  await Promise.all(sockets.map(drive));
  const tookMs = performance.now() - startedMs;
  latenciesMs.sort();
  const quantile = (q: number) => latenciesMs[Math.floor(latenciesMs.length * q)] ?? 0;
  return { requestsPerSecond: (requests.length / tookMs) * 1000, p50Ms: quantile(0.5), p99Ms: quantile(0.99), sample };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // Base64 and HTTP are ASCII: one character is one byte.
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

function contentLength(answer: string): number {
  return Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0);
}
