import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/server/log.ts';

function write(fields: object, level: 'info' | 'warn' = 'info'): Record<string, unknown> {
  const lines: string[] = [];
  createLog({ level, destination: { write: (line: string) => lines.push(line) } }).info(fields, 'hello');
  return lines[0] ? (JSON.parse(lines[0]) as Record<string, unknown>) : {};
}

describe('a log line', () => {
  it('is JSON with level, time and message', () => {
    expect(write({ port: 3000 })).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      port: 3000,
      msg: 'hello',
    });
  });

  it('is not written below the level', () => {
    expect(write({}, 'warn')).toEqual({});
  });

  it('blots out secrets by name', () => {
    const line = write({
      token: 'a-secret',
      wecom: { encodingAESKey: 'a-secret', webhooks: { main: 'a-secret' }, path: '/x' },
    });
    expect(JSON.stringify(line)).not.toContain('a-secret');
    expect(line['wecom']).toMatchObject({ path: '/x' });
  });

  it('keeps the key of a send', () => {
    expect(write({ key: 'campaign/x/1/0' })['key']).toBe('campaign/x/1/0');
  });

  it('blots out secrets in errors by shape', () => {
    const err = new Error('connect mongodb://bot:a-secret@host/db, post https://h/send?key=a-secret&x=1');
    const line = write({ err });
    expect(JSON.stringify(line)).not.toContain('a-secret');
    expect(line['err']).toMatchObject({
      type: 'Error',
      message: 'connect mongodb://***@host/db, post https://h/send?key=***&x=1',
    });
    expect(write({ err: 'token=a-secret' })['err']).toBe('token=***');
  });
});
