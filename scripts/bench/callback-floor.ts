/**
 * The floor: a bare node:http server that verifies, decrypts, echoes and encrypts, and nothing else. Run as a process of its
 * own: `callback-floor.ts PORT TOKEN KEY`.
 */
import { createServer } from 'node:http';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';

interface Message {
  readonly msgid: string;
  readonly text: { readonly content: string };
}

const [port = '', token = '', encodingAESKey = ''] = process.argv.slice(2);

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const query = new URLSearchParams(request.url?.split('?')[1]);
    const timestamp = query.get('timestamp') ?? '';
    const nonce = query.get('nonce') ?? '';
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { encrypt?: string };
    const encrypted = body.encrypt ?? '';
    if (getSignature(token, timestamp, nonce, encrypted) !== query.get('msg_signature')) {
      response.writeHead(401).end();
      return;
    }
    const message = JSON.parse(decrypt(encodingAESKey, encrypted).message) as Message;
    const stream = { id: message.msgid, finish: true, content: message.text.content };
    const sealed = encrypt(encodingAESKey, JSON.stringify({ msgtype: 'stream', stream }), '');
    const msgsignature = getSignature(token, timestamp, nonce, sealed);
    const answer = JSON.stringify({ encrypt: sealed, msgsignature, timestamp: Number(timestamp), nonce });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
}).listen(Number(port), '127.0.0.1');
