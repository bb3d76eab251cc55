import { execFile } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it('runs under a path whose address is not simply the path, as on Windows', async () => {
  const started = join(mkdtempSync(join(tmpdir(), '督办 助手-')), 'understand.ts');
  symlinkSync(project('src/cli/understand.ts'), started);
  const forms = project('test/understand/reading/fixtures/invented-forms.json');
  const running = promisify(execFile)(process.execPath, ['--import', 'tsx', started, '--forms', forms], {
    cwd: project('.'),
  });
  running.child.stdin?.end('{"id": 1, "form": "none", "text": "x"}\n');
  // Silence with exit code 0 is what a program does that does not know that it was started.
  await expect(running).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no form "none"') });
});
