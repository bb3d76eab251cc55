/**
 * Sends one signed test message to a running server, as WeCom would, and prints the bot's answer.
 *
 *   WECOM_AIBOT_TOKEN=… WECOM_AIBOT_AES_KEY=… npx tsx scripts/send-wecom-callback.ts \
 *     --url https://duban.example.cn/callbacks/wecom/aibot --user HuangpuLiaison --text 我的任务 [--chat wrMAIN]
 *
 * With --chat it is a group message that mentions the bot (--bot, 督办助手 if not given), else one of a single chat. With --verify
 * it only asks for the URL verification that WeCom makes when the callback's settings are saved. WECOM_AIBOT_RECEIVE_ID if the
 * bot has a receiveid. The message counts: what it reports stands in the ledger. Exit code 1 if the server does not answer as it must.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createWecomCrypto, type SealedReply, type WecomCrypto } from '../src/platform/wecom/crypto.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000/callbacks/wecom/aibot' },
    text: { type: 'string' },
    user: { type: 'string' },
    chat: { type: 'string' },
    bot: { type: 'string', default: '督办助手' },
    verify: { type: 'boolean', default: false },
  },
});

function environment(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`Set ${name} as in the server's environment.`);
  return value;
}

/** The URL's query and the ciphertext, sealed now. A callback has the layout of a reply. */
function sign(crypto: WecomCrypto, plaintext: string): { query: URLSearchParams; encrypt: string } {
  const sealed = crypto.seal(plaintext, Math.floor(Date.now() / 1000), randomUUID().slice(0, 8));
  const { encrypt, msgsignature, timestamp, nonce } = sealed;
  return { query: new URLSearchParams({ msg_signature: msgsignature, timestamp: String(timestamp), nonce }), encrypt };
}

async function verifyUrl(crypto: WecomCrypto): Promise<string> {
  const word = randomUUID();
  const { query, encrypt } = sign(crypto, word);
  query.set('echostr', encrypt);
  const response = await fetch(`${options.url}?${query}`);
  const body = await response.text();
  if (response.status !== 200 || body !== word) throw new Error(`HTTP ${response.status}: ${body}`);
  return 'URL verification passed.';
}

async function sendMessage(crypto: WecomCrypto, user: string, text: string): Promise<string> {
  const { chat, bot } = options;
  const message = {
    msgid: `test-${randomUUID()}`,
    aibotid: 'aibTEST',
    ...(chat ? { chattype: 'group', chatid: chat } : { chattype: 'single' }),
    from: { userid: user },
    msgtype: 'text',
    text: { content: chat ? `@${bot} ${text}` : text },
  };
  const { query, encrypt } = sign(crypto, JSON.stringify(message));
  const response = await fetch(`${options.url}?${query}`, { method: 'POST', body: JSON.stringify({ encrypt }) });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${body}`);
  if (body === '') return '(an empty answer)';
  const sealed = JSON.parse(body) as SealedReply;
  const { msgsignature: signature, timestamp, nonce, encrypt: encrypted } = sealed;
  const answer = JSON.parse(crypto.open({ signature, timestamp: String(timestamp), nonce, encrypted })) as Answer;
  return answer.stream.content;
}

interface Answer {
  readonly stream: { readonly content: string };
}

async function main(): Promise<void> {
  const crypto = createWecomCrypto({
    token: environment('WECOM_AIBOT_TOKEN'),
    encodingAESKey: environment('WECOM_AIBOT_AES_KEY'),
    receiveId: process.env['WECOM_AIBOT_RECEIVE_ID'] ?? '',
  });
  if (!options.verify && (!options.user || !options.text)) {
    throw new Error('Say who writes what: --user USERID --text WORDS, or --verify.');
  }
  console.log(
    options.verify ? await verifyUrl(crypto) : await sendMessage(crypto, options.user ?? '', options.text ?? ''),
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
