import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/ledger.ts';
import { openStore } from '../../src/store/open.ts';
import { storeContract } from './contract.ts';
import { durableContract } from './contract-durable.ts';
import { entriesOf } from './fixtures.ts';

const server = process.env['MONGODB_TEST_URL'] ?? '';

/** The server's address with a database that no other test or run has. */
function freshDatabase(): string {
  const url = new URL(server);
  url.pathname = `/duban-test-${randomUUID()}`;
  return url.href;
}

async function makePlace() {
  const url = freshDatabase();
  return {
    open: () => openStore(url),
    remove: async () => {
      const connection = await createConnection(url).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

if (server === '') {
  process.stderr.write(
    [
      '',
      '┌ MongoDB: SKIPPED, no server was named. To run this part too:',
      '│   docker compose up -d mongodb',
      '└   MONGODB_TEST_URL=mongodb://localhost:27017 npm test',
      '',
      '',
    ].join('\n'),
  );
}

describe.skipIf(server === '')('on the server of MONGODB_TEST_URL', () => {
  storeContract('mongo', makePlace);
  durableContract('mongo', makePlace);

  describe('mongo', () => {
    let place: Awaited<ReturnType<typeof makePlace>>;
    beforeAll(async () => {
      place = await makePlace();
    });
    afterAll(() => place.remove());

    it('is described without its options', async () => {
      const store = await place.open();
      expect(store.describe).toBe(`mongodb ${new URL(server).host}/${store.describe.split('/').at(-1)}`);
      await store.close();
    });

    it('throws on an entry that no document can hold and can be asked again from where it stopped', async () => {
      const store = await place.open();
      const [one, two] = entriesOf('campaign/a', 1, 2) as [Entry, Entry];
      const tooLarge = { ...two, replies: [{ text: 'x'.repeat(17 * 1024 * 1024) }] };
      await expect(store.append([one, tooLarge])).rejects.toThrow();
      const before = await store.read('campaign/a', 0, 10);
      expect([one].slice(0, before.length)).toEqual(before);
      await store.append([one, two].slice(before.length));
      expect(await store.read('campaign/a', 0, 10)).toEqual([one, two]);
      await store.close();
    });
  });
});
