import { randomFillSync } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import { sameText } from '../shared/constant-time.ts';
import type { WecomCredentials } from './credentials.ts';
import { blocksOf, type Deciphered, decipher } from './decipher.ts';

/** The vendor's own numbers (sbzhu/weworkapi_php callback/errorCode.php): signature, key, receiveid, encrypt, decrypt, buffer. */
export type WecomCryptoCode = -40001 | -40004 | -40005 | -40006 | -40007 | -40008;

/** Why an envelope was not opened or made. The message holds no secret and nothing of the content. */
export class WecomCryptoError extends Error {
  readonly code: WecomCryptoCode;

  constructor(code: WecomCryptoCode, message: string) {
    super(message);
    this.name = 'WecomCryptoError';
    this.code = code;
  }
}

/** A ciphertext with what came beside it in the URL. */
export interface SignedText {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypted: string;
}

/** A passive reply as the platform reads it (documentation 101033): `msgsignature` without underscore, seconds as a number. */
export interface SealedReply {
  readonly encrypt: string;
  readonly msgsignature: string;
  readonly timestamp: number;
  readonly nonce: string;
}

/** Opens and seals envelopes for one token, key and receiveid. */
export interface WecomCrypto {
  /** The plaintext, if and only if the signature, the layout, all of the padding and the receiveid are right; else throws. */
  open(signed: SignedText): string;
  seal(plaintext: string, timestampSeconds: number, nonce: string): SealedReply;
}

/**
 * Signs and encrypts by @wecom/crypto, made safe: by itself it verifies no signature and signs `undefined`. What comes in is
 * deciphered here, where every byte is looked at.
 */
export function createWecomCrypto({ token, encodingAESKey, receiveId }: WecomCredentials): WecomCrypto {
  // The library accepts a 44-character key and, in the signature, any type at all.
  if (typeof encodingAESKey !== 'string' || !/^[A-Za-z0-9]{43}$/.test(encodingAESKey)) {
    throw new WecomCryptoError(-40004, 'EncodingAESKey must be 43 letters and digits');
  }
  if (!isFilled(token)) throw new WecomCryptoError(-40001, 'the token is empty');
  if (typeof receiveId !== 'string')
    throw new WecomCryptoError(-40005, 'receiveId must be a string, empty for AI bots');

  const key = Buffer.from(`${encodingAESKey}=`, 'base64');
  const draw = createRandomDrawer();

  return {
    open({ signature, timestamp, nonce, encrypted }) {
      if (![signature, timestamp, nonce, encrypted].every(isFilled)) {
        throw new WecomCryptoError(-40001, 'signature, timestamp, nonce and ciphertext are all needed');
      }
      if (!sameText(getSignature(token, timestamp, nonce, encrypted), signature)) {
        throw new WecomCryptoError(-40001, 'the signature does not match');
      }
      const { message, receiveId: id } = decipherOrThrow(key, encrypted);
      if (id !== receiveId) throw new WecomCryptoError(-40005, 'the message is for another receiveid');
      return message;
    },

    seal(plaintext, timestampSeconds, nonce) {
      if (!Number.isSafeInteger(timestampSeconds) || !isFilled(nonce)) {
        throw new WecomCryptoError(-40006, 'a reply needs whole seconds and the nonce of the request');
      }
      const sealed = encrypt(encodingAESKey, plaintext, receiveId, draw());
      return {
        encrypt: sealed,
        msgsignature: getSignature(token, timestampSeconds, nonce, sealed),
        timestamp: timestampSeconds,
        nonce,
      };
    },
  };
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Sixteen fresh random bytes a call, drawn from the system for 256 at once: one by one they cost a third of the sealing. */
function createRandomDrawer(): () => Buffer {
  const pool = Buffer.alloc(16 * 256);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 16;
    return pool.subarray(used - 16, used);
  };
}

function decipherOrThrow(key: Buffer, encrypted: string): Deciphered {
  const blocks = blocksOf(encrypted);
  if (blocks === null) throw new WecomCryptoError(-40007, 'the ciphertext cannot be decrypted');
  const deciphered = decipher(key, blocks);
  if (deciphered === null) throw new WecomCryptoError(-40008, 'the decrypted buffer is not laid out as documented');
  return deciphered;
}
