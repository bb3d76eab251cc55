/** The page of figures, as a monitoring system reads it. */
import { expect, it, onTestFinished } from 'vitest';
import type { Channel, Inbound, PushOutcome } from '../../src/ports.ts';
import { createServer } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { createPrometheus } from '../../src/server/prometheus.ts';
import { openMemory } from '../../src/store/memory.ts';
import { entriesOf } from '../store/fixtures.ts';
import { createRecordingLog } from '../support/recording-log.ts';

async function open() {
  const metrics = createPrometheus();
  const log = createRecordingLog();
  const readings = { waiting: 0, failed: 0, roundAtMs: null as number | null, leads: false };
  const page = metrics.router({
    sends: () => readings,
    roundAtMs: () => readings.roundAtMs,
    leads: () => readings.leads,
  });
  const app = createServer({ callbacks: [], routers: [page], ready: async () => undefined, log });
  const server = await listen({ app, port: 0, host: '127.0.0.1', log });
  onTestFinished(() => server.stop());
  const lines = async () => (await (await fetch(`${server.address}/metrics`)).text()).split('\n');
  /** The value of a figure by its name and labels as printed. */
  const value = async (name: string) =>
    Number((await lines()).find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
  return { metrics, log, readings, lines, value };
}

const message: Inbound = {
  platform: 'wecom',
  messageId: '1',
  chat: { kind: 'single', account: 'a' },
  sender: 'a',
  text: '公益广告3条',
  quoted: null,
  attachments: [],
};

it('counts messages by what became of them, and passes on what they became', async () => {
  const { metrics, value } = await open();
  const answers = [[{ text: '已记' }], [], new Error('broken')];
  const receive = metrics.receive(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? [];
  });
  expect(await receive(message)).toEqual([{ text: '已记' }]);
  expect(await receive(message)).toEqual([]);
  await expect(receive(message)).rejects.toThrow('broken');
  for (const outcome of ['answered', 'silent', 'failed'])
    expect(await value(`duban_messages_total{platform="wecom",outcome="${outcome}"}`)).toBe(1);
  expect(await value('duban_message_seconds_count')).toBe(3);
  expect(await value('duban_last_message_timestamp_seconds')).toBeGreaterThan(1_700_000_000);
});

it('counts writes and their entries', async () => {
  const { metrics, value } = await open();
  const inner = openMemory();
  const store = metrics.store(inner);
  expect(await store.append(entriesOf('campaign/x', 1, 3))).toEqual({ stored: 3, refused: null });
  expect(await inner.lastSeq('campaign/x')).toBe(3);
  expect(await value('duban_append_entries_sum')).toBe(3);
  inner.append = () => Promise.reject(new Error('disk full'));
  await expect(store.append([])).rejects.toThrow('disk full');
  expect(await value('duban_append_seconds_count')).toBe(2);
});

it('counts pushes by what the platform said', async () => {
  const { metrics, value } = await open();
  const outcomes: PushOutcome[] = [{ kind: 'sent' }, { kind: 'refused', reason: 'x' }];
  const channel = metrics.channel({
    platform: 'wecom',
    push: () => (outcomes.length > 0 ? Promise.resolve(outcomes.shift()) : Promise.reject(new Error('no network'))),
  } as unknown as Channel);
  const push = () => channel.push({ key: 'k', to: { kind: 'group', name: 'main' }, text: 't', mentions: [] } as never);
  expect(await push()).toEqual({ kind: 'sent' });
  expect(await push()).toEqual({ kind: 'refused', reason: 'x' });
  await expect(push()).rejects.toThrow('no network');
  for (const outcome of ['sent', 'refused', 'failed'])
    expect(await value(`duban_pushes_total{platform="wecom",outcome="${outcome}"}`)).toBe(1);
});

it('counts refusals by code, and warnings and errors, and leaves the log as it is', async () => {
  const { metrics, log, value } = await open();
  const counted = metrics.log(log);
  counted.info({ code: 'not_allowed' }, 'message refused');
  counted.warn({}, 'not ready');
  counted.error({}, 'send failed');
  counted.error({}, 'append failed');
  expect(log.lines.map(({ message: said }) => said)).toEqual(
    expect.arrayContaining(['message refused', 'not ready', 'send failed']),
  );
  expect(await value('duban_refusals_total{code="not_allowed"}')).toBe(1);
  expect(await value('duban_log_lines_total{level="warn"}')).toBe(1);
  expect(await value('duban_log_lines_total{level="error"}')).toBe(2);
  expect(await value('duban_append_failures_total')).toBe(1);
});

it('reads what waits, what failed, when the last round was and who leads, as it is then', async () => {
  const { readings, value } = await open();
  expect(await value('duban_sends_waiting')).toBe(0);
  expect(await value('duban_leads')).toBe(0);
  Object.assign(readings, { waiting: 3, failed: 1, roundAtMs: 1_678_600_000_000, leads: true });
  expect(await value('duban_sends_waiting')).toBe(3);
  expect(await value('duban_sends_failed')).toBe(1);
  expect(await value('duban_last_round_timestamp_seconds')).toBe(1_678_600_000);
  expect(await value('duban_leads')).toBe(1);
  expect(await value('duban_nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
});

it('tells nothing of what people say', async () => {
  const { metrics, lines } = await open();
  await metrics.receive(async () => [{ text: '已记：公益广告3条' }])(message);
  expect((await lines()).join('\n')).not.toMatch(/公益广告|已记/);
});
