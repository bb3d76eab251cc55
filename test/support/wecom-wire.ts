/**
 * WeCom's envelope (developer documentation 91144), written a second time and from the documentation alone, so that the fake
 * platform and the tests do not check the product with its own code.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface WireCredentials {
  readonly token: string;
  readonly encodingAESKey: string;
  readonly receiveId: string;
}

/** A pair that no sample program prints. */
export const testCredentials: WireCredentials = {
  token: 'DubanTestToken2023',
  encodingAESKey: 'dUb4nT3stK3yForTheFakeWeComPlatform2023abcd',
  receiveId: '',
};

export function wireSignature(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');
}

/** Encrypts bytes that are padded already. */
export function encryptRaw(encodingAESKey: string, padded: Buffer): string {
  const key = Buffer.from(`${encodingAESKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

/** Lays a message out and pads it: 16 random bytes, length, message, receiveid. `lengthField` and `pad` may lie. */
export function layOut(
  message: Buffer,
  receiveId: string,
  { lengthField = message.length, pad = null as ((size: number) => Buffer) | null } = {},
): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(lengthField);
  const content = Buffer.concat([randomBytes(16), length, message, Buffer.from(receiveId)]);
  const size = 32 - (content.length % 32);
  return Buffer.concat([content, pad ? pad(size) : Buffer.alloc(size, size)]);
}

export function wireEncrypt({ encodingAESKey, receiveId }: WireCredentials, text: string): string {
  return encryptRaw(encodingAESKey, layOut(Buffer.from(text), receiveId));
}

export function wireDecrypt({ encodingAESKey, receiveId }: WireCredentials, encrypted: string): string {
  const key = Buffer.from(`${encodingAESKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  const content = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const end = 20 + content.readUInt32BE(16);
  if (content.toString('utf8', end) !== receiveId) throw new Error('The reply is for another receiveid.');
  return content.toString('utf8', 20, end);
}

/** Query string and JSON body of a signed callback. */
export function signedCallback(credentials: WireCredentials, text: string, atMs: number, nonce: string) {
  const encrypt = wireEncrypt(credentials, text);
  const timestamp = String(Math.floor(atMs / 1000));
  const query = new URLSearchParams({
    msg_signature: wireSignature(credentials.token, timestamp, nonce, encrypt),
    timestamp,
    nonce,
  });
  return { query, encrypt, body: JSON.stringify({ encrypt }) };
}

/** The plaintext of a passive reply, after everything the platform checks. `nonce` is that of the callback's URL. */
export function readPassiveReply(credentials: WireCredentials, body: string, nonce: string): string {
  const reply = JSON.parse(body) as Record<string, unknown>;
  const { encrypt, msgsignature, timestamp } = reply;
  if (typeof encrypt !== 'string' || !Number.isInteger(timestamp)) throw new Error('The reply is no envelope.');
  if (reply['nonce'] !== nonce) throw new Error("The reply's nonce is not that of the callback's URL.");
  if (msgsignature !== wireSignature(credentials.token, String(timestamp), nonce, encrypt)) {
    throw new Error("The reply's signature does not match.");
  }
  return wireDecrypt(credentials, encrypt);
}
