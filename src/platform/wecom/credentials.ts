/** What the WeCom console shows beside a callback URL (developer documentation 91144, 96238, 101033). */
export interface WecomCredentials {
  /** Letters and digits, 32 at most. */
  readonly token: string;
  /** 43 letters and digits. */
  readonly encodingAESKey: string;
  /** Empty for AI bots made inside the company, else the corp id or suite id. */
  readonly receiveId: string;
}

/** Printed in the vendor's own sample programs and copied into live servers since: anyone can sign with them. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'QDG6eK',
  'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
]);

const IS_PUBLISHED = '是官方示例里公开的那一组，谁都能伪造消息，请在设置里点“随机获取”，换成新的';

/** Why the token cannot protect a callback, and what to do; never shows it. So the others. */
export function faultOfToken(token: string): string | null {
  if (!/^[A-Za-z0-9]{1,32}$/.test(token))
    return 'Token 应是 1 到 32 位字母和数字，请照抄智能机器人“接收消息”设置里的 Token';
  return PUBLISHED.has(token) ? `Token ${IS_PUBLISHED}` : null;
}

export function faultOfAesKey(key: string): string | null {
  if (!/^[A-Za-z0-9]{43}$/.test(key))
    return `EncodingAESKey 应是 43 位字母和数字（现在是 ${key.length} 位），请照抄智能机器人“接收消息”设置里的 EncodingAESKey`;
  return PUBLISHED.has(key) ? `EncodingAESKey ${IS_PUBLISHED}` : null;
}

export function faultOfWebhookKey(key: string): string | null {
  return /^[\w-]{8,128}$/.test(key) ? null : '这个值不像群机器人的 key，只写机器人地址里 key= 后面的那一段';
}

export function faultOfApiBase(apiBase: string): string | null {
  const url = URL.canParse(apiBase) ? new URL(apiBase) : null;
  const isBare = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  return isBare ? null : '写接口地址，例如 https://qyapi.weixin.qq.com，后面不带参数';
}

/** Throws at boot, with a sentence that says what to do, unless the credentials can protect a callback. Never shows them. */
export function checkCredentials({ token, encodingAESKey }: WecomCredentials): void {
  refuse('wecom.aibot.token', faultOfToken(token));
  refuse('wecom.aibot.encodingAESKey', faultOfAesKey(encodingAESKey));
}

/** Throws as `checkCredentials` does. */
export function checkWebhooks(apiBase: string, webhooks: Readonly<Record<string, string>>): void {
  refuse('wecom.apiBase', faultOfApiBase(apiBase));
  for (const [name, key] of Object.entries(webhooks)) refuse(`wecom.webhooks.${name}`, faultOfWebhookKey(key));
}

function refuse(setting: string, fault: string | null): void {
  if (fault !== null) throw new Error(`${setting}：${fault}。`);
}
