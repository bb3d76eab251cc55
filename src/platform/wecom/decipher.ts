/** What stands in an envelope, with no byte of it taken on trust: @wecom/crypto believes the last byte and the length field. */
import { isUtf8 } from 'node:buffer';
import { createDecipheriv } from 'node:crypto';

export interface Deciphered {
  readonly message: string;
  readonly receiveId: string;
}

const randomBytes = 16;
/** The random bytes and the length of the message, four bytes with the highest first. */
const headBytes = 20;
/** The platform pads to blocks of 32, two of the cipher's own. */
const blockBytes = 32;

/** The ciphertext in bytes; null unless it is whole blocks in the one Base64 there is for them. */
export function blocksOf(encrypted: string): Buffer | null {
  const blocks = Buffer.from(encrypted, 'base64');
  return blocks.length % blockBytes === 0 && blocks.toString('base64') === encrypted ? blocks : null;
}

/**
 * `key` is the EncodingAESKey in bytes; its first half is the initial vector as well. Null where the buffer is not laid out as
 * documented (documentation 90968): random, length, message, receiveid, 1 to 32 bytes of padding that all say how many they are.
 */
export function decipher(key: Buffer, blocks: Buffer): Deciphered | null {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, randomBytes));
  cipher.setAutoPadding(false);
  const plain = cipher.update(blocks);
  cipher.final();
  const padding = plain.at(-1) ?? 0;
  const end = plain.length - padding;
  if (padding < 1 || padding > blockBytes || end < headBytes) return null;
  if (plain.subarray(end).some((byte) => byte !== padding)) return null;
  const idAt = headBytes + plain.readUInt32BE(randomBytes);
  if (idAt > end) return null;
  const content = plain.subarray(headBytes, end);
  if (!isUtf8(content.subarray(0, idAt - headBytes)) || !isUtf8(content.subarray(idAt - headBytes))) return null;
  return { message: plain.toString('utf8', headBytes, idAt), receiveId: plain.toString('utf8', idAt, end) };
}
