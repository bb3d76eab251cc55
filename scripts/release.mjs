/**
 * `npm run release`: one archive that runs without a registry, `release/duban-VERSION-PLATFORM-ARCH.tar.gz`: the built program, what
 * it needs of others, configuration examples, documents and the files that make a service of it. For the platform it is made on:
 * the database driver is a binary.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const title = `${name}-${version}-${process.platform}-${process.arch}`;
const stage = mkdtempSync(join(tmpdir(), 'duban-release-'));
const folder = join(stage, title);
const archive = join(root, 'release', `${title}.tar.gz`);
/** npm is a script of a shell on Windows. */
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });

try {
  // Nothing of an older build goes along.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('npm', ['run', '-s', 'build'], root);
  mkdirSync(folder);
  for (const part of ['package.json', 'package-lock.json', 'dist', 'config', 'docs', 'README.md', 'README.zh-CN.md'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  mkdirSync(join(root, 'release'), { recursive: true });
  run('tar', ['-czf', archive, '-C', stage, title], root);
  console.log(archive);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
