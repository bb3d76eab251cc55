/** The files of an office in production: our campaign and its people, in the group of a fake WeCom. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { testCredentials } from './wecom-wire.ts';

/** The group that the directory registers, as WeCom knows it, and its webhook's name and key. */
export const workGroup = { chatid: 'wrExampleChatId0001', push: 'work-group', key: 'key-of-work-group' };

interface FilePerson {
  readonly unit: string;
  readonly roles?: readonly string[];
  readonly accounts: { readonly wecom: string };
}

export interface ProductionFiles {
  readonly folder: string;
  /** What the program is started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly people: readonly FilePerson[];
  remove(): Promise<void>;
}

export async function writeProductionFiles(options: {
  readonly apiBase: string;
  /** By default a file of its own. */
  readonly database?: string;
}): Promise<ProductionFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-production-'));
  const { apiBase, database = `file:${join(folder, 'duban.db')}` } = options;
  const config = (name: string) => new URL(`../../config/${name}`, import.meta.url).pathname;
  const directory = (await readFile(config('directory.yaml'), 'utf8'))
    .replace(/^ {2}- \{id: shanghai-315, .*$/m, '')
    .replace(/^ {2}# - (\{id: shanghai-315-wecom, .*)$/m, '  - $1');
  await writeFile(join(folder, 'directory.yaml'), directory);
  await writeFile(
    join(folder, 'production.yaml'),
    `
server: {host: 127.0.0.1}
database: "${database}"
campaigns: ["${config('campaigns/shanghai-2023.yaml')}"]
directory: directory.yaml
wecom:
  aibot: {token: "\${TOKEN}", encodingAESKey: "\${AES_KEY}"}
  apiBase: ${apiBase}
  webhooks: {${workGroup.push}: "\${WEBHOOK}"}
`,
  );
  return {
    folder,
    env: {
      DUBAN_CONFIG: join(folder, 'production.yaml'),
      TOKEN: testCredentials.token,
      AES_KEY: testCredentials.encodingAESKey,
      WEBHOOK: workGroup.key,
    },
    people: (parse(directory) as { people: FilePerson[] }).people,
    remove: () => rm(folder, { recursive: true }),
  };
}
