import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));

// The tests' own loader finds names in CommonJS packages that plain Node does not: mongoose's once stopped the built program.
it.each(['mongo', 'sqlite', 'memory'])('%s loads in plain Node as it does in the tests', (name) => {
  const code = `await import('./src/store/${name}.ts')`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
