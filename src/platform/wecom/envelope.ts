import { Refusal } from '../shared/refusal.ts';

/**
 * The ciphertext of a callback's body, `{"encrypt"}`; the vendor's samples also write `Encrypt` (sbzhu/weworkapi_php
 * callback_json). Refuses everything else with a sentence that says what is misconfigured.
 */
export function readEnvelope(body: Buffer): string {
  const text = body
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('<')) {
    throw new Refusal({
      status: 400,
      code: 'xml_body',
      message:
        '收到的是 XML 格式的回调（自建应用或群机器人）。这个地址只接智能机器人的 JSON 回调，请到管理后台核对接收消息的 URL。',
    });
  }
  const json = parseOrNull(text);
  const encrypted = json?.['encrypt'] ?? json?.['Encrypt'];
  if (typeof encrypted !== 'string' || encrypted === '') {
    throw new Refusal({ status: 400, code: 'malformed_body', message: '请求内容不是 {"encrypt": "…"} 格式的 JSON。' });
  }
  return encrypted;
}

function parseOrNull(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * JSON as the platform sends it: raw control characters inside strings have been seen in the wild (zhayujie/CowAgent#2810) and
 * are read as spaces. Throws SyntaxError.
 */
export function parsePlatformJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON.parse stumbled over
    return JSON.parse(text.replace(/[\u0000-\u001f]/g, ' '));
  }
}
