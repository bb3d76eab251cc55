/** 智能机器人 over its callback URL (developer documentation 101033, 100719, 101031). */
import { ZodError } from 'zod';
import type { Callback, CallbackRequest, CallbackResponse, Clock, Log, Receive } from '../../ports.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Incoming, readIncoming } from './aibot-message.ts';
import { streamEnd, streamReply, welcomeReply } from './aibot-reply.ts';
import { checkCredentials, type WecomCredentials } from './credentials.ts';
import { createWecomCrypto, type SignedText, type WecomCrypto, WecomCryptoError } from './crypto.ts';
import { parsePlatformJson, readEnvelope } from './envelope.ts';
import { createStripMention } from './mention.ts';

export interface AibotOptions extends WecomCredentials {
  readonly path?: string;
  /** The bot's names in chats: what people see after "@". */
  readonly botNames: readonly string[];
  readonly receive: Receive;
  /** What the bot says when somebody opens the single chat with it; null for nothing. */
  readonly onEnter?: (sender: string) => string | null;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * How far a signed timestamp may be from our clock. The platform repeats a message three times at most, five seconds apart
   * (section "接收消息协议的说明"), so that five minutes leave room for a slow network and a clock that is off, while a request
   * that leaked into somebody's log is soon worthless. Within that time a repeat is answered again, not refused: its msgid
   * tells that it is the same.
   */
  readonly maxAgeMs?: number;
}

const FIVE_MINUTES_MS = 5 * 60_000;
const UNSUPPORTED = '暂时看不懂这种消息，请发文字、图片或文件。';
const EMPTY: CallbackResponse = { status: 200, type: 'text/plain', body: '' };

/**
 * The callback of one AI bot. `handle` throws Refusal for what the sender got wrong and passes on what `receive` throws, so that
 * the platform sends the message again.
 */
export function createAibotCallback(options: AibotOptions): Callback {
  checkCredentials(options);
  const crypto = createWecomCrypto(options);
  const stripMention = createStripMention(options.botNames);

  return {
    path: options.path ?? '/callbacks/wecom/aibot',
    async handle(request) {
      const signed = readSigned(request);
      const plaintext = open(crypto, signed);
      checkAge(signed.timestamp, options);
      // URL verification: the plain text and nothing around it, within a second.
      if (request.method === 'GET') return { status: 200, type: 'text/plain', body: plaintext };
      const answer = await answerTo(decode(plaintext, stripMention), options);
      if (answer === null) return EMPTY;
      const sealed = crypto.seal(answer, Math.floor(options.clock.nowMs() / 1000), signed.nonce);
      return { status: 200, type: 'application/json', body: JSON.stringify(sealed) };
    },
  };
}

function readSigned({ method, query, body }: CallbackRequest): SignedText {
  return {
    signature: query.get('msg_signature') ?? '',
    timestamp: query.get('timestamp') ?? '',
    nonce: query.get('nonce') ?? '',
    encrypted: method === 'GET' ? (query.get('echostr') ?? '') : readEnvelope(body),
  };
}

/** What went wrong is for the operator; a stranger learns only that it did. */
function open(crypto: WecomCrypto, signed: SignedText): string {
  try {
    return crypto.open(signed);
  } catch (error) {
    if (!(error instanceof WecomCryptoError)) throw error;
    const detail = { wecomCode: error.code, reason: error.message };
    if (error.code === -40001)
      throw new Refusal({ status: 401, code: 'bad_signature', message: '签名不正确。', detail });
    if (error.code === -40005)
      throw new Refusal({ status: 403, code: 'wrong_receiver', message: '消息不是发给本机器人的。', detail });
    throw new Refusal({
      status: 400,
      code: 'bad_ciphertext',
      message: '消息无法解密，请核对 EncodingAESKey。',
      detail,
    });
  }
}

function checkAge(timestamp: string, { clock, maxAgeMs = FIVE_MINUTES_MS }: AibotOptions): void {
  const signedAtMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
  const aheadMs = signedAtMs - clock.nowMs();
  if (Math.abs(aheadMs) <= maxAgeMs) return;
  throw new Refusal({
    status: 403,
    code: 'stale_timestamp',
    message: '请求的时间与服务器相差太久，请核对服务器时钟。',
    detail: { aheadMs },
  });
}

function decode(plaintext: string, stripMention: ReturnType<typeof createStripMention>): Incoming {
  try {
    return readIncoming(parsePlatformJson(plaintext), stripMention);
  } catch (error) {
    if (!(error instanceof ZodError || error instanceof SyntaxError)) throw error;
    // Paths only: values are people's words.
    const fields = error instanceof ZodError ? error.issues.map((issue) => issue.path.join('.')) : ['(not JSON)'];
    throw new Refusal({
      status: 400,
      code: 'malformed_message',
      message: '消息内容不符合智能机器人的格式。',
      detail: { fields },
    });
  }
}

/** The plaintext of the answer; null for an empty one. */
async function answerTo(incoming: Incoming, { receive, onEnter, log }: AibotOptions): Promise<string | null> {
  switch (incoming.kind) {
    case 'message': {
      const replies = await receive(incoming.message);
      return replies.length === 0 ? null : streamReply(incoming.message.messageId, replies);
    }
    case 'enter': {
      const welcome = onEnter?.(incoming.sender) ?? null;
      return welcome === null ? null : welcomeReply(welcome);
    }
    case 'refresh':
      return streamEnd(incoming.streamId);
    case 'unsupported':
      log.info({ platform: 'wecom', type: incoming.type }, 'message of an unknown type');
      return streamReply(incoming.messageId, [{ text: UNSUPPORTED }]);
    case 'event':
      log.debug({ platform: 'wecom', type: incoming.type }, 'event that needs no answer');
      return null;
    default:
      return incoming satisfies never;
  }
}
