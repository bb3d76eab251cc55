/** The JSON inside an envelope: what WeCom sends, and the same with something about it that is not as documented. */
import type { Dice } from './dice.ts';
import { drawText } from './texts.ts';

export interface Senders {
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
}

/** As documented, whatever it says. */
export function drawMessage(dice: Dice, msgid: string, { accounts, groups }: Senders): object {
  const inGroup = dice.one(4);
  return {
    msgid,
    aibotid: 'aibFAKE',
    ...(inGroup ? { chattype: 'group', chatid: dice.pick(groups) } : { chattype: 'single' }),
    from: { userid: dice.pick(accounts) },
    response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=FAKE',
    ...drawBody(dice, inGroup),
    ...(dice.one(8) ? { quote: drawBody(dice, false) } : {}),
  };
}

function drawBody(dice: Dice, inGroup: boolean): object {
  const text = () => (inGroup ? `@督办助手 ${drawText(dice)}` : drawText(dice));
  const media = dice.pick(['image', 'file', 'video']);
  const item = () =>
    dice.one(3)
      ? { msgtype: 'image', image: { url: 'https://fake.example/picture' } }
      : { msgtype: 'text', text: { content: text() } };
  return dice.weighted<object>([
    [12, () => ({ msgtype: 'text', text: { content: text() } })],
    [2, () => ({ msgtype: 'voice', voice: { content: text() } })],
    [2, () => ({ msgtype: 'mixed', mixed: { msg_item: Array.from({ length: dice.below(5) }, item) } })],
    [2, () => ({ msgtype: media, [media]: { url: 'https://fake.example/encrypted' } })],
    [1, () => ({ msgtype: dice.pick(['location', 'link', 'markdown', 'template_card']) })],
  ]);
}

/** Events and stream refreshes, which people never see. */
export function drawEvent(dice: Dice, msgid: string, { accounts }: Senders): object {
  const from = { userid: dice.pick(accounts) };
  const eventtype = dice.pick(['enter_chat', 'feedback_event', 'template_card_event', 'something_new']);
  return dice.one(4)
    ? { msgid, chattype: 'single', from, msgtype: 'stream', stream: { id: `stream-${dice.below(1000)}` } }
    : { msgid, chattype: 'single', from, msgtype: 'event', event: { eventtype, [eventtype]: {} } };
}

type Holder = Record<string, unknown>;

/** Changes one to three things anywhere in it. */
export function spoil(dice: Dice, message: object): unknown {
  const json = structuredClone(message) as Holder;
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const holder = dice.pick(holdersIn(json));
    const key = dice.pick([...Object.keys(holder), 'extra']);
    dice.weighted<unknown>([
      [3, () => delete holder[key]],
      [6, () => put(holder, key, surprise(dice))],
      [1, () => put(holder, dice.pick(['__proto__', 'constructor', 'toString', 'length', '']), surprise(dice))],
      [1, () => put(holder, key, [holder[key]])],
      [1, () => put(holder, key, { content: holder[key], url: holder[key], id: holder[key] })],
    ]);
  }
  return dice.one(25) ? surprise(dice) : json;
}

/** Also `__proto__` becomes a key of its own, as in JSON. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    holder.push(value);
    return;
  }
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function holdersIn(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

function surprise(dice: Dice): unknown {
  return dice.pick<unknown>([
    null,
    true,
    false,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '0',
    'null',
    [],
    {},
    [[]],
    [null],
    { content: null },
    'text',
    'mixed',
    'voice',
    'event',
    'stream',
    'group',
    '\ud800',
    'x'.repeat(257),
    '报'.repeat(5000),
    'a\u0000b',
    '../../etc',
    "' OR 1=1 --",
    { $gt: '' },
    { toString: 1 },
    Array.from({ length: 201 }, () => ({ msgtype: 'text' })),
  ]);
}

/** The text of it, now and then no JSON any more, or another than it was. */
export function write(dice: Dice, json: unknown): string {
  const text = JSON.stringify(json) ?? '';
  const at = dice.below(text.length + 1);
  return dice.weighted<string>([
    [16, () => text],
    [1, () => text.slice(0, at)],
    [
      1,
      () => `${text.slice(0, at)}${dice.pick(['\u0001', '\n', '"', '\\', '}', ',', '\ufeff', '😀'])}${text.slice(at)}`,
    ],
    [1, () => `\ufeff ${text}\n`],
    [1, () => text + text],
    [1, () => '['.repeat(50_000)],
    [1, () => text.replace(/"content":/, '"content":"收到","content":')],
  ]);
}
