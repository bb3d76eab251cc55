/** The decrypted JSON of an AI bot's callback (documentation 100719, 101027) as one closed union; the vendor's names end here. */
import { z } from 'zod';
import type { Inbound } from '../../ports.ts';
import { cleanText } from '../shared/clean-text.ts';
import type { StripMention } from './mention.ts';

export type Incoming =
  | { readonly kind: 'message'; readonly message: Inbound }
  /** A person opened the single chat for the first time that day. */
  | { readonly kind: 'enter'; readonly sender: string }
  /** The platform asks for the rest of a stream; ours are finished at once, so there is none. */
  | { readonly kind: 'refresh'; readonly streamId: string }
  /** A message of a type the bot cannot use. */
  | { readonly kind: 'unsupported'; readonly messageId: string; readonly type: string }
  /** An event that needs no answer. */
  | { readonly kind: 'event'; readonly type: string };

/** Ids are opaque, but end up as keys of the ledger: visible characters only. */
const id = z.string().regex(/^[^\s\p{C}]{1,256}$/u, 'must be 1 to 256 visible characters');
const content = z.object({ content: z.string() });
const media = z.object({ url: z.string() });
const mixed = z.object({
  msg_item: z.array(z.object({ msgtype: z.string(), text: content.optional(), image: media.optional() })).max(200),
});
const body = {
  msgtype: z.string().min(1).max(64),
  text: content.optional(),
  mixed: mixed.optional(),
  voice: content.optional(),
  image: media.optional(),
  file: media.optional(),
  video: media.optional(),
};
const callback = z.object({
  ...body,
  msgid: id,
  chattype: z.enum(['single', 'group']),
  chatid: id.optional(),
  from: z.object({ userid: id }),
  quote: z.object(body).optional(),
});
const envelope = z.object({ msgtype: z.string() });
const refresh = z.object({ stream: z.object({ id }) });
const event = z.object({
  event: z.object({ eventtype: z.string().min(1).max(64) }),
  from: z.object({ userid: id }).optional(),
});

type Body = Omit<z.infer<typeof callback>, 'msgid' | 'chattype' | 'chatid' | 'from' | 'quote'>;
type Content = Pick<Inbound, 'text' | 'attachments'>;

/** Reads a parsed callback. Throws ZodError, whose issues name fields and never their values, if it is not as documented. */
export function readIncoming(json: unknown, stripMention: StripMention): Incoming {
  const { msgtype } = envelope.parse(json);
  if (msgtype === 'stream') return { kind: 'refresh', streamId: refresh.parse(json).stream.id };
  if (msgtype === 'event') return readEvent(json);
  return readMessage(callback.parse(json), stripMention);
}

function readEvent(json: unknown): Incoming {
  const { event: happened, from } = event.parse(json);
  if (happened.eventtype === 'enter_chat' && from) return { kind: 'enter', sender: from.userid };
  return { kind: 'event', type: happened.eventtype };
}

function readMessage(raw: z.infer<typeof callback>, stripMention: StripMention): Incoming {
  const said = readContent(raw);
  if (said === 'unknown') return { kind: 'unsupported', messageId: raw.msgid, type: raw.msgtype };
  const inGroup = raw.chattype === 'group';
  const words = (text: string) => stripMention(cleanText(text), inGroup);
  const text = words(said.text);
  const quote = raw.quote && readContent(raw.quote);
  const quoted = quote && quote !== 'unknown' ? words(quote.text) || null : null;
  return {
    kind: 'message',
    message: {
      platform: 'wecom',
      messageId: raw.msgid,
      chat: inGroup ? { kind: 'group', account: groupOf(raw) } : { kind: 'single', account: raw.from.userid },
      sender: raw.from.userid,
      text,
      quoted,
      attachments: said.attachments,
    },
  };
}

function groupOf({ chatid }: { readonly chatid?: string | undefined }): string {
  return z.object({ chatid: id }).parse({ chatid }).chatid;
}

/**
 * Text and attachments of a message or quotation. Callbacks carry no file names (those come with the download, which no
 * request waits for), so attachments bear the name of their kind.
 */
function readContent(raw: Body): Content | 'unknown' {
  switch (raw.msgtype) {
    case 'text':
      return { text: content.parse(raw.text).content, attachments: [] };
    case 'voice':
      return { text: content.parse(raw.voice).content, attachments: [] };
    case 'mixed':
      return readMixed(mixed.parse(raw.mixed));
    case 'image':
      return { text: '', attachments: [{ kind: 'image', name: '图片' }] };
    case 'file':
      return { text: '', attachments: [{ kind: 'file', name: '文件' }] };
    case 'video':
      return { text: '', attachments: [{ kind: 'file', name: '视频' }] };
    default:
      return 'unknown';
  }
}

function readMixed({ msg_item: items }: z.infer<typeof mixed>): Content {
  return {
    text: items.flatMap((item) => (item.text ? [item.text.content] : [])).join('\n'),
    attachments: items.flatMap((item) => (item.image ? [{ kind: 'image' as const, name: '图片' }] : [])),
  };
}
