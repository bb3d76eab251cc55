/** The fake platform's people: what they do becomes signed callbacks, and the bot's answers are checked as the platform would. */
import { z } from 'zod';
import type { Clock } from '../../src/ports.ts';
import { readPassiveReply, signedCallback, type WireCredentials } from './wecom-wire.ts';

/** What a person sends. In a group (`group` = its chatid) the bot is mentioned at the start unless `mention` says otherwise. */
interface UserMessage {
  readonly from: string;
  readonly group?: string;
  readonly mention?: 'start' | 'end' | 'none';
  readonly text?: string;
  /** Texts and pictures in one message. */
  readonly mixed?: readonly (string | { readonly image: string })[];
  readonly voice?: string;
  /** Single chats only, as on the platform. */
  readonly media?: 'file' | 'image' | 'video';
  /** The text of the message that is quoted. */
  readonly quote?: string;
  /** Made up if not given. */
  readonly msgid?: string;
}

interface BotAnswer {
  readonly msgid: string;
  readonly status: number;
  /** What the chat shows; null for an empty answer or an error. */
  readonly text: string | null;
  readonly streamId: string | null;
  /** The HTTP body as it came. */
  readonly body: string;
}

export interface FakeUsers {
  /** Null if the platform does not deliver the message: a group message without mention. */
  say(message: UserMessage): Promise<BotAnswer | null>;
  /** The platform sends a message again: same msgid, signed anew. */
  repeat(msgid: string): Promise<BotAnswer>;
  /** Somebody sends the very bytes again that were sent for a message. */
  replay(msgid: string): Promise<BotAnswer>;
  /** `enter_chat`, `feedback_event`, `template_card_event` … */
  event(from: string, eventtype: string, payload?: object): Promise<BotAnswer>;
  /** Asks for the rest of a stream. */
  refresh(from: string, streamId: string): Promise<BotAnswer>;
  /** Any plaintext, signed well. */
  send(plaintext: string, msgid?: string): Promise<BotAnswer>;
  /** The admin presses 保存: true if the server gave the echostr back as it must. */
  verifyUrl(): Promise<boolean>;
}

export interface FakeUsersOptions {
  readonly clock: Clock;
  readonly credentials: WireCredentials;
  readonly botName: string;
  readonly callbackUrl: string;
}

interface Sent {
  readonly plaintext: string;
  readonly url: string;
  readonly body: string;
  readonly nonce: string;
}

const answerSchema = z.union([
  z
    .object({
      msgtype: z.literal('stream'),
      stream: z.object({ id: z.string().min(1), finish: z.literal(true), content: z.string() }).strict(),
    })
    .strict(),
  z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string().min(1) }).strict() }).strict(),
]);

let serial = 0;

export function createFakeUsers({ clock, credentials, botName, callbackUrl }: FakeUsersOptions): FakeUsers {
  const sent = new Map<string, Sent>();

  async function deliver(msgid: string, { plaintext, url, body, nonce }: Sent): Promise<BotAnswer> {
    // The platform hangs up after five seconds.
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(5_000) });
    const raw = await response.text();
    const shown = response.status === 200 && raw !== '' ? readPassiveReply(credentials, raw, nonce) : null;
    return { msgid, status: response.status, body: raw, ...show(shown, plaintext) };
  }

  function sign(msgid: string, plaintext: string): Sent {
    serial += 1;
    const nonce = `nonce${serial}`;
    const { query, body } = signedCallback(credentials, plaintext, clock.nowMs(), nonce);
    const made = { plaintext, url: `${callbackUrl}?${query}`, body, nonce };
    sent.set(msgid, made);
    return made;
  }

  function known(msgid: string): Sent {
    const before = sent.get(msgid);
    if (!before) throw new Error(`The fake WeCom never sent the message ${msgid}.`);
    return before;
  }

  const send = (plaintext: string, msgid = newMsgid()) => deliver(msgid, sign(msgid, plaintext));
  const sendJson = (json: object, msgid = newMsgid()) =>
    send(JSON.stringify({ msgid, aibotid: 'aibFAKE', ...json }), msgid);

  return {
    send,
    async say(message) {
      if (message.group !== undefined && message.mention === 'none') return null;
      return sendJson(userMessage(message, botName), message.msgid);
    },
    repeat: (msgid) => deliver(msgid, sign(msgid, known(msgid).plaintext)),
    replay: (msgid) => deliver(msgid, known(msgid)),
    event: (from, eventtype, payload = {}) =>
      sendJson({
        create_time: Math.floor(clock.nowMs() / 1000),
        chattype: 'single',
        from: { userid: from },
        msgtype: 'event',
        event: { eventtype, ...payload },
      }),
    refresh: (from, streamId) =>
      sendJson({ chattype: 'single', from: { userid: from }, msgtype: 'stream', stream: { id: streamId } }),
    async verifyUrl() {
      serial += 1;
      const { query, encrypt } = signedCallback(credentials, `echo${serial}`, clock.nowMs(), `nonce${serial}`);
      query.set('echostr', encrypt);
      const response = await fetch(`${callbackUrl}?${query}`);
      return response.status === 200 && (await response.text()) === `echo${serial}`;
    },
  };
}

function newMsgid(): string {
  serial += 1;
  return `CAIQ${serial}/fake=`;
}

/** Checks an answer by the platform's rules (documentation 101031) and throws where it would show nothing. */
function show(answer: string | null, question: string): Pick<BotAnswer, 'text' | 'streamId'> {
  if (answer === null) return { text: null, streamId: null };
  const read = answerSchema.parse(JSON.parse(answer));
  const entered = question.includes('"enter_chat"');
  if ((read.msgtype === 'text') !== entered) throw new Error(`WeCom takes no ${read.msgtype} as an answer to this.`);
  const text = read.msgtype === 'text' ? read.text.content : read.stream.content;
  if (Buffer.byteLength(text) > 20480) throw new Error('WeCom takes no answer of more than 20480 bytes.');
  return { text, streamId: read.msgtype === 'stream' ? read.stream.id : null };
}

function userMessage(message: UserMessage, botName: string): object {
  const { from, group, quote } = message;
  return {
    ...(group === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: group }),
    from: { userid: from },
    response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=FAKE',
    ...content(message, botName),
    ...(quote !== undefined && { quote: { msgtype: 'text', text: { content: quote } } }),
  };
}

function content({ group, mention = 'start', text = '', mixed, voice, media }: UserMessage, botName: string): object {
  if (media) return { msgtype: media, [media]: { url: 'https://fake.example/encrypted' } };
  if (voice !== undefined) return { msgtype: 'voice', voice: { content: voice } };
  const inGroup = group !== undefined;
  if (mixed) {
    const items = mixed.map((part) =>
      typeof part === 'string'
        ? { msgtype: 'text', text: { content: part } }
        : { msgtype: 'image', image: { url: part.image } },
    );
    const mentioned = inGroup ? [{ msgtype: 'text', text: { content: `@${botName} ` } }, ...items] : items;
    return { msgtype: 'mixed', mixed: { msg_item: mentioned } };
  }
  const said = !inGroup ? text : mention === 'end' ? `${text} @${botName}` : `@${botName} ${text}`;
  return { msgtype: 'text', text: { content: said } };
}
