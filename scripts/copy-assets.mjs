/** Copies what tsc does not: the console's page into dist. */
import { cpSync, rmSync } from 'node:fs';

const page = 'src/platform/console/page';
const root = new URL('../', import.meta.url);
const target = new URL(page.replace('src/', 'dist/'), root);

rmSync(target, { recursive: true, force: true });
cpSync(new URL(page, root), target, { recursive: true });
