/**
 * The whole program meets what nobody should send: callbacks drawn from a seed, well and badly made. More of them by hand:
 * FUZZ_SEEDS=40 FUZZ_CALLBACKS=3000.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parsePlatformJson } from '../src/platform/wecom/envelope.ts';
import { verifyChain } from '../src/service/seal.ts';
import { readAnswer } from './fuzz/answers.ts';
import { createDice } from './fuzz/dice.ts';
import { drawEvent, drawMessage, spoil, write } from './fuzz/messages.ts';
import { openProgram, type Program } from './fuzz/program.ts';
import { damage, type Shot, sign } from './fuzz/requests.ts';
import { workGroup } from './support/production-files.ts';

const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 2);
const FIRST_SEED = Number(process.env['FUZZ_FIRST'] ?? 1);
const CALLBACKS = Number(process.env['FUZZ_CALLBACKS'] ?? 1000);
const AT_ONCE = 4;
/** WeCom waits for five seconds; nothing that one message says may take long, on a busy machine either. */
const LONGEST_MS = 2_000;

/** A message that the office heard. */
interface Heard {
  readonly msgid: string;
  readonly plaintext: string;
  readonly answers: readonly string[];
}

let program: Program;
beforeEach(async () => {
  // In the days of the campaign; the time goes on as it does.
  const { now } = Date;
  const offMs = Date.parse('2023-03-14T09:00:00+08:00') - now();
  vi.spyOn(Date, 'now').mockImplementation(() => now() + offMs);
  program = await openProgram();
});
afterEach(async () => {
  await program.remove();
  vi.restoreAllMocks();
});

it.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
  'answers each callback of seed %d or refuses it as documented, enters it once, and goes on',
  {
    timeout: 60_000 + CALLBACKS * 100,
  },
  async (seed) => {
    const { heard, longest } = await callMany(seed);
    // Otherwise hardly anything of it was a message, and this proves little.
    expect(heard.length).toBeGreaterThan(CALLBACKS / 3);
    expect(longest.tookMs, longest.plaintext).toBeLessThan(LONGEST_MS);
    expect(program.log.lines.filter(({ level }) => level === 'error')).toEqual([]);

    expect((await program.get('/readyz')).status).toBe(200);
    expect(await ask(say('XuhuiLiaison', `ordinary-${seed}`, '我的任务'))).toContain('任务');

    // What is refused with a sentence is no entry, and may be answered otherwise another time.
    const refused = new Set(
      program.log.lines.flatMap(({ message, fields }) => (message === 'message refused' ? [fields['messageId']] : [])),
    );
    for (const { msgid, plaintext, answers } of heard) {
      if (refused.has(msgid)) continue;
      const again = await ask(plaintext);
      for (const answer of answers) expect(again, plaintext).toBe(answer);
    }

    const times = new Map<string, number>();
    for (const entries of await program.end()) {
      expect(verifyChain(entries)).toBeNull();
      for (const { cause } of entries) times.set(cause, (times.get(cause) ?? 0) + 1);
    }
    for (const { msgid, plaintext } of heard)
      expect(times.get(`wecom/${msgid}`) ?? 0, plaintext).toBe(refused.has(msgid) ? 0 : 1);
  },
);

/** Sends all that a seed says; what each answer is by itself is looked at here. */
async function callMany(seed: number) {
  const dice = createDice(seed);
  const heard: Heard[] = [];
  let longest = { tookMs: 0, plaintext: '' };
  let sent = 0;
  const senders = {
    accounts: [...program.accounts, ...Array.from({ length: 20 }, () => 'Organiser'), 'Nobody', '__proto__'],
    groups: [workGroup.chatid, workGroup.chatid, 'wrUNKNOWN'],
  };

  async function callOne(): Promise<void> {
    sent += 1;
    const msgid = `fuzz-${seed}-${sent}`;
    const json = dice.one(15) ? drawEvent(dice, msgid, senders) : drawMessage(dice, msgid, senders);
    const plaintext = write(dice, dice.one(4) ? spoil(dice, json) : json);
    const well = sign(plaintext, msgid, Date.now());
    const shot = dice.one(6) ? damage(dice, well) : well;
    const given = await Promise.all(Array.from({ length: dice.one(20) ? 2 : 1 }, () => program.callback(shot)));
    const answers = given.map((answer) => readHere(shot, answer, plaintext));
    for (const { tookMs } of given) if (tookMs > longest.tookMs) longest = { tookMs, plaintext };
    if (given[0]?.status === 200 && shot.method === 'POST' && isHeard(plaintext, msgid))
      heard.push({ msgid, plaintext, answers });
  }

  await ask(say('Organiser', `plan-${seed}`, '确认发布方案'));
  const sender = async () => {
    while (sent < CALLBACKS) await callOne();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return { heard, longest };
}

async function ask(plaintext: string): Promise<string> {
  const shot = sign(plaintext, 'nonce', Date.now());
  return readHere(shot, await program.callback(shot), plaintext);
}

/** Names the message where the answer is none. */
function readHere(shot: Shot, answer: Parameters<typeof readAnswer>[1], plaintext: string): string {
  try {
    return readAnswer(shot, answer);
  } catch (error) {
    const lines = program.log.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields);
    throw new Error(`${answer.status} ${answer.body} to ${plaintext}`, { cause: [error, ...lines] });
  }
}

function say(from: string, msgid: string, content: string): string {
  return JSON.stringify({ msgid, chattype: 'single', from: { userid: from }, msgtype: 'text', text: { content } });
}

/** Events, streams and kinds of message that the bot cannot use never reach the office. */
const kinds = new Set<unknown>(['text', 'voice', 'mixed', 'image', 'file', 'video']);

function isHeard(plaintext: string, id: string): boolean {
  try {
    const { msgid, msgtype } = parsePlatformJson(plaintext) as Readonly<Record<string, unknown>>;
    return msgid === id && kinds.has(msgtype);
  } catch {
    return false;
  }
}
