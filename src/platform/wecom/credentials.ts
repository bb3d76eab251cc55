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

/** Throws at boot, with a sentence that says what to do, unless the credentials can protect a callback. Never shows them. */
export function checkCredentials({ token, encodingAESKey }: WecomCredentials): void {
  if (!/^[A-Za-z0-9]{1,32}$/.test(token)) {
    throw new Error('wecom.aibot.token 应是 1 到 32 位字母和数字：请照抄智能机器人“接收消息”设置里的 Token。');
  }
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAESKey)) {
    throw new Error(
      'wecom.aibot.encodingAESKey 应是 43 位字母和数字：请照抄智能机器人“接收消息”设置里的 EncodingAESKey。',
    );
  }
  if (PUBLISHED.has(token) || PUBLISHED.has(encodingAESKey)) {
    throw new Error(
      'wecom.aibot 的 Token 或 EncodingAESKey 是官方示例里公开的那一组，谁都能伪造消息：请在设置里点“随机获取”，换成新的。',
    );
  }
}
