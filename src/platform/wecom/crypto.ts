import { randomFillSync } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { sameText } from '../shared/constant-time.ts';
import type { WecomCredentials } from './credentials.ts';

/** The vendor's own numbers (sbzhu/weworkapi_php callback/errorCode.php): signature, key, receiveid, encrypt, decrypt, buffer. */
export type WecomCryptoCode = -40001 | -40004 | -40005 | -40006 | -40007 | -40008;

/** Why an envelope was not opened or made. The message holds no secret and nothing of the content. */
export class WecomCryptoError extends Error {
  readonly code: WecomCryptoCode;

  constructor(code: WecomCryptoCode, message: string, options?: ErrorOptions) {
    super(message, options);
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
 * @wecom/crypto made safe: by itself it verifies no signature, trusts the last padding byte and the length field, ignores the
 * receiveid and signs `undefined`.
 */
export function createWecomCrypto({ token, encodingAESKey, receiveId }: WecomCredentials): WecomCrypto {
  // The library accepts a 44-character key and, in the signature, any type at all.
  if (typeof encodingAESKey !== 'string' || !/^[A-Za-z0-9]{43}$/.test(encodingAESKey)) {
    throw new WecomCryptoError(-40004, 'EncodingAESKey must be 43 letters and digits');
  }
  if (!isFilled(token)) throw new WecomCryptoError(-40001, 'the token is empty');
  if (typeof receiveId !== 'string')
    throw new WecomCryptoError(-40005, 'receiveId must be a string, empty for AI bots');

  const draw = createRandomDrawer();

  return {
    open({ signature, timestamp, nonce, encrypted }) {
      if (![signature, timestamp, nonce, encrypted].every(isFilled)) {
        throw new WecomCryptoError(-40001, 'signature, timestamp, nonce and ciphertext are all needed');
      }
      if (!sameText(getSignature(token, timestamp, nonce, encrypted), signature)) {
        throw new WecomCryptoError(-40001, 'the signature does not match');
      }
      const { message, id, random } = decryptOrThrow(encodingAESKey, encrypted);
      // Encrypting the parts again must give the very same text. That proves at once what the library takes on trust: every
      // padding byte (1..32), the length field, valid UTF-8 and canonical Base64.
      if (random.length !== 16 || encrypt(encodingAESKey, message, id, random) !== encrypted) {
        throw new WecomCryptoError(-40008, 'the decrypted buffer is not laid out as documented');
      }
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

/** The library throws RangeError, TypeError or OpenSSL's errors, as it comes: here they are one. */
function decryptOrThrow(encodingAESKey: string, encrypted: string): ReturnType<typeof decrypt> {
  try {
    return decrypt(encodingAESKey, encrypted);
  } catch (cause) {
    throw new WecomCryptoError(-40007, 'the ciphertext cannot be decrypted', { cause });
  }
}
