/**
 * `npm run build`: `src` into `dist`, ready to run. Our own modules become a few files, since finding and opening 300 of them takes
 * a quarter of a start; what others wrote stays in `node_modules`. Types are checked by `npm run types`.
 */
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What is started by itself. Each keeps its place under `dist`; what they share lies beside `main.js`, as `arguments.ts` expects. */
const programs = ['main.ts', 'cli/duban.ts', 'cli/rehearse.ts'];

/** Builds into a folder, whose contents are replaced whole: a program that starts meanwhile finds the old or the new. */
export async function buildInto(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  try {
    await build({
      absWorkingDir: root,
      entryPoints: programs.map((program) => join('src', program)),
      outbase: 'src',
      outdir: fresh,
      bundle: true,
      // What is imported when it is needed (a store's driver, a command) is loaded only then.
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    });
    await cp(join(root, 'src/platform/console/page'), join(fresh, 'page'), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, 'dist'));
