import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCredentials } from '../../../src/platform/wecom/credentials.ts';
import { createWecomCrypto, type SignedText, WecomCryptoError } from '../../../src/platform/wecom/crypto.ts';
import {
  encryptRaw,
  layOut,
  testCredentials,
  wireDecrypt,
  wireEncrypt,
  wireSignature,
} from '../../support/wecom-wire.ts';

interface Vector {
  readonly id: string;
  readonly token: string;
  readonly encodingAESKey: string;
  readonly receiveId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly msgSignature: string;
  readonly plaintext: string;
  readonly encrypt: string;
}

const vectors = JSON.parse(readFileSync(new URL('fixtures/wecom-vectors.json', import.meta.url), 'utf8')) as Vector[];
const signedVectors = vectors.filter((vector) => vector.msgSignature !== '');
const crypto = createWecomCrypto(testCredentials);
const ofCompany = createWecomCrypto({ ...testCredentials, receiveId: 'ww0123456789abcdef' });

function sign(encrypted: string, token = testCredentials.token): SignedText {
  const [timestamp, nonce] = ['1678582800', 'nonce1'];
  return { timestamp, nonce, encrypted, signature: wireSignature(token, timestamp, nonce, encrypted) };
}

function codeOf(run: () => unknown): number | string {
  try {
    return `no error: ${String(run())}`;
  } catch (error) {
    if (!(error instanceof WecomCryptoError)) throw error;
    return error.code;
  }
}

/** Seals bytes that are laid out wrongly and signs them well. */
function openRaw(padded: Buffer): number | string {
  return codeOf(() => crypto.open(sign(encryptRaw(testCredentials.encodingAESKey, padded))));
}

describe('the published vectors', () => {
  it('are all there', () => {
    expect(vectors.map((vector) => vector.id)).toEqual(['A1', 'A2', 'B1', 'E1', 'E2', 'F1']);
    expect(signedVectors).toHaveLength(5);
  });

  it.each(signedVectors)('$id opens', (vector) => {
    const opened = createWecomCrypto(vector).open({
      ...vector,
      signature: vector.msgSignature,
      encrypted: vector.encrypt,
    });
    expect(opened).toBe(vector.plaintext);
  });

  it('F1, which comes without a signature, opens once signed', () => {
    const vector = vectors.find(({ id }) => id === 'F1')!;
    expect(createWecomCrypto(vector).open(sign(vector.encrypt, vector.token))).toBe(vector.plaintext);
  });

  it.each(signedVectors)('$id is refused with another nonce, timestamp, token, receiveid or signature', (vector) => {
    const good = { ...vector, signature: vector.msgSignature, encrypted: vector.encrypt };
    const open = (change: object, credentials: object = {}) =>
      codeOf(() => createWecomCrypto({ ...vector, ...credentials }).open({ ...good, ...change }));
    expect(open({ nonce: '437374424' })).toBe(-40001);
    expect(open({ timestamp: '1411443781' })).toBe(-40001);
    expect(open({ signature: vector.msgSignature.toUpperCase() })).toBe(-40001);
    expect(open({ signature: vector.msgSignature.slice(1) })).toBe(-40001);
    expect(open({}, { token: 'another' })).toBe(-40001);
    expect(open({}, { receiveId: 'wx0000000000000000' })).toBe(-40005);
    expect(open({}, { receiveId: '' })).toBe(-40005);
  });
});

describe('open', () => {
  it('reads what the platform seals, with and without a receiveid', () => {
    expect(crypto.open(sign(wireEncrypt(testCredentials, '{"text":"收到"}')))).toBe('{"text":"收到"}');
    const company = { ...testCredentials, receiveId: 'ww0123456789abcdef' };
    expect(ofCompany.open(sign(wireEncrypt(company, 'hi')))).toBe('hi');
    expect(codeOf(() => ofCompany.open(sign(wireEncrypt(testCredentials, 'hi'))))).toBe(-40005);
    expect(codeOf(() => crypto.open(sign(wireEncrypt(company, 'hi'))))).toBe(-40005);
  });

  it('looks at the signature before the ciphertext', () => {
    expect(codeOf(() => crypto.open({ ...sign('not Base64 at all'), signature: 'f'.repeat(40) }))).toBe(-40001);
  });

  it.each(['signature', 'timestamp', 'nonce', 'encrypted'] as const)('refuses an empty or ill-typed %s', (part) => {
    const signed = sign(wireEncrypt(testCredentials, 'hi'));
    for (const value of ['', undefined, null, 5, ['x'], {}]) {
      // Even where the library would sign the very same nonsense.
      const parts = { ...signed, [part]: value } as SignedText;
      const signature = getSignature(testCredentials.token, parts.timestamp, parts.nonce, parts.encrypted);
      const forged = part === 'signature' ? parts : { ...parts, signature };
      expect(codeOf(() => crypto.open(forged))).toBe(-40001);
    }
  });

  it.each(['AAAA', '!!!!', 'QUJD', 'A'.repeat(24), Buffer.alloc(16).toString('base64')])(
    'refuses the ciphertext %s',
    (encrypted) => {
      expect([-40007, -40008]).toContain(codeOf(() => crypto.open(sign(encrypted))));
    },
  );

  it('refuses the right ciphertext written in another way', () => {
    const encrypted = wireEncrypt(testCredentials, 'hi');
    for (const other of [encrypted.replace(/=+$/, ''), `${encrypted}\n`, ` ${encrypted}`, `${encrypted}AAAA`]) {
      expect([-40007, -40008]).toContain(codeOf(() => crypto.open(sign(other))));
    }
  });

  it('refuses a length field that lies', () => {
    const message = Buffer.from('{"a":1}');
    for (const lengthField of [0xffffffff, 0x7fffffff, message.length + 1]) {
      expect(openRaw(layOut(message, '', { lengthField }))).toBe(-40008);
    }
    // Too short, the rest of the message would be a receiveid.
    expect(openRaw(layOut(message, '', { lengthField: 3 }))).toBe(-40005);
  });

  it('refuses padding that is not 1..32 equal bytes', () => {
    const message = Buffer.from('{"a":1}');
    const broken: ((size: number) => Buffer)[] = [
      (size) => Buffer.concat([Buffer.alloc(size - 2, 1), Buffer.from([0, size])]),
      (size) => Buffer.concat([Buffer.from([size + 1]), Buffer.alloc(size - 1, size)]),
      (size) => Buffer.alloc(size, 0),
      (size) => Buffer.alloc(size, 33),
      (size) => Buffer.alloc(size, 255),
      (size) => Buffer.alloc(size + 32, size + 32),
    ];
    for (const pad of broken) expect(openRaw(layOut(message, '', { pad }))).toBeLessThan(0);
  });

  it.each([1, 2, 16, 17, 31, 32])('takes a padding of %i', (size) => {
    const text = 'x'.repeat(64 - 20 - size);
    const padded = layOut(Buffer.from(text), '');
    expect(padded.at(-1)).toBe(size);
    expect(crypto.open(sign(encryptRaw(testCredentials.encodingAESKey, padded)))).toBe(text);
  });

  it('refuses a buffer that is too short, or not UTF-8', () => {
    expect([-40007, -40008]).toContain(openRaw(Buffer.alloc(32, 32)));
    expect([-40007, -40008]).toContain(openRaw(Buffer.concat([Buffer.alloc(16), Buffer.alloc(16, 16)])));
    expect(openRaw(layOut(Buffer.from([0xff, 0xfe, 0x80]), ''))).toBe(-40008);
  });

  it('refuses every change of the ciphertext, even when signed well', () => {
    const encrypted = Buffer.from(wireEncrypt(testCredentials, '{"msgid":"1","text":"公益广告3条"}'), 'base64');
    const last = encrypted.length - 32;
    fc.assert(
      fc.property(
        fc.integer({ min: last, max: encrypted.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = Buffer.from(encrypted);
          changed[at] = changed[at]! ^ flip;
          expect(codeOf(() => crypto.open(sign(changed.toString('base64'))))).toBeLessThan(0);
        },
      ),
    );
  });

  it('never throws anything but its own error', () => {
    const open = (signed: SignedText) => {
      expect(codeOf(() => crypto.open(signed))).toBeTypeOf('number');
    };
    fc.assert(fc.property(fc.string(), (encrypted) => open(sign(encrypted))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => open(sign(Buffer.from(bytes).toString('base64')))),
    );
  });
});

describe('seal', () => {
  it('makes what the platform opens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const sealed = crypto.seal(text, 1678582800, 'n-1');
        expect(wireDecrypt(testCredentials, sealed.encrypt)).toBe(text);
        expect(sealed).toMatchObject({ timestamp: 1678582800, nonce: 'n-1' });
        expect(sealed.msgsignature).toBe(wireSignature(testCredentials.token, '1678582800', 'n-1', sealed.encrypt));
      }),
    );
  });

  it('draws new random bytes for every reply', () => {
    const key = Buffer.from(`${testCredentials.encodingAESKey}=`, 'base64');
    const firstBlocks = Array.from({ length: 600 }, () => {
      const { encrypt } = crypto.seal('same', 1678582800, 'n-1');
      const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      return decipher.update(encrypt, 'base64').subarray(0, 16).toString('hex');
    });
    expect(new Set(firstBlocks).size).toBe(600);
  });

  it('refuses a fraction of a second and an empty nonce', () => {
    expect(codeOf(() => crypto.seal('hi', 1.5, 'n'))).toBe(-40006);
    expect(codeOf(() => crypto.seal('hi', 1678582800, ''))).toBe(-40006);
  });
});

describe('credentials', () => {
  const key = testCredentials.encodingAESKey;

  it.each(['', 'short', `${key}=`, key.slice(1), `${key.slice(1)}!`, undefined as unknown as string])(
    'refuses the key %s',
    (encodingAESKey) => {
      expect(codeOf(() => createWecomCrypto({ ...testCredentials, encodingAESKey }))).toBe(-40004);
    },
  );

  it('refuses a missing token or receiveid', () => {
    expect(codeOf(() => createWecomCrypto({ ...testCredentials, token: '' }))).toBe(-40001);
    expect(codeOf(() => createWecomCrypto({ ...testCredentials, receiveId: undefined as unknown as string }))).toBe(
      -40005,
    );
  });

  it('passes a pair of ours', () => {
    expect(() => checkCredentials(testCredentials)).not.toThrow();
  });

  it.each(vectors.filter(({ id }) => id.startsWith('A') || id.startsWith('B')))(
    'refuses the published pair of $id as configuration',
    ({ token, encodingAESKey }) => {
      expect(() => checkCredentials({ ...testCredentials, token })).toThrow(/官方示例/);
      expect(() => checkCredentials({ ...testCredentials, encodingAESKey })).toThrow(/官方示例/);
    },
  );

  it('refuses malformed ones without showing them', () => {
    expect(() => checkCredentials({ ...testCredentials, token: 'with space' })).toThrow(/token/);
    expect(() => checkCredentials({ ...testCredentials, token: 'x'.repeat(33) })).toThrow(/token/);
    expect(() => checkCredentials({ ...testCredentials, encodingAESKey: 'tooShort' })).toThrow(
      /^(?!.*tooShort).*EncodingAESKey/,
    );
  });
});
