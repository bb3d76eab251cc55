import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const require = createRequire(import.meta.url);
/** Each starts a program of its own, perhaps on a busy machine. */
const PATIENT = { timeout: 120_000 };
const config = join(root, 'config/dependency-cruiser.cjs');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** The same program and rules as `npm run layers`. It exits with the number of violations, which is no failure here. */
async function cruise(directory: string): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = promisify(execFile)(process.execPath, [program, '--config', config, '--output-type', 'json', 'src'], {
    cwd: directory,
    maxBuffer: 256 * 1024 * 1024,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as Cruise;
}

/** One file for each way of leaving one's layer. */
const PLANTED: Record<string, string> = {
  'src/domain/impure.ts': "import '../ports.ts';",
  'src/domain/librarian.ts': "import 'koa';",
  'src/domain/reader.ts': "import 'node:fs';",
  'src/understand/serving.ts': "import '../service/impatient.ts';",
  'src/ports.ts': "import './service/impatient.ts';",
  'src/service/impatient.ts': "import '../store/ambitious.ts';",
  'src/store/ambitious.ts': "import '../server/direct.ts';",
  'src/server/direct.ts': "import '../store/leaf.ts';",
  'src/store/leaf.ts': 'export const leaf = 1;',
  'src/platform/wecom/proud.ts': "import '../../service/impatient.ts';\nimport '../console/neighbour.ts';",
  'src/platform/console/neighbour.ts': 'export const neighbour = 1;',
  'src/service/caller.ts': "import '../main.ts';",
  'src/main.ts': 'export const main = 1;',
  'src/domain/hen.ts': "import { egg } from './egg.ts';\nexport const hen = () => egg;",
  'src/domain/egg.ts': "import { hen } from './hen.ts';\nexport const egg = () => hen;",
  'src/files/curious.ts': "import '../store/leaf.ts';",
  'src/domain/lonely.ts': 'export const lonely = 1;',
};

describe('the layers of the house', () => {
  let planted: string;
  beforeAll(async () => {
    planted = await mkdtemp(join(tmpdir(), 'duban-layers-'));
    await cp(join(root, 'tsconfig.json'), join(planted, 'tsconfig.json'));
    await symlink(join(root, 'node_modules'), join(planted, 'node_modules'));
    for (const [path, text] of Object.entries(PLANTED)) {
      await mkdir(dirname(join(planted, path)), { recursive: true });
      await writeFile(join(planted, path), `${text}\n`);
    }
  });
  afterAll(() => rm(planted, { recursive: true }));

  it('hold, and the checker saw the modules', PATIENT, async () => {
    const { modules, summary } = await cruise(root);
    const seen = modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));
    expect(seen.length).toBeGreaterThan(30);
    expect(seen).toEqual(expect.arrayContaining(['src/ports.ts', 'src/domain/ledger.ts', 'src/store/sqlite.ts']));
    expect(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  it('are guarded by rules that each catch a planted violation', PATIENT, async () => {
    const { forbidden } = require(config) as { forbidden: { name: string }[] };
    const { summary } = await cruise(planted);
    const caught = new Set(summary.violations.map(({ rule }) => rule.name));
    expect([...caught].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
