/** The program as an office runs it, for the benchmarks: a build in its own process, on a ledger of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';

export const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** How the bench's program knows the platform's messages. */
export const credentials = { token: 'BenchToken2023', encodingAESKey: 'bEnchKeyThatNoSamplePrints0123456789abcdefg' };

export interface ProgramOptions {
  /** Where its configuration and its log are put. */
  readonly folder: string;
  readonly port: number;
  /** `file:…` */
  readonly database: string;
}

/** Resolves once `/readyz` says yes. Needs a build; kill it, so that nothing is done on the way out. */
export async function startProgram({ folder, port, database }: ProgramOptions): Promise<ChildProcess> {
  const config = join(folder, 'bench.yaml');
  writeFileSync(config, configuration(port, database));
  const log = openSync(join(folder, 'bench.log'), 'w');
  const env = {
    ...process.env,
    DUBAN_CONFIG: config,
    WECOM_AIBOT_TOKEN: credentials.token,
    WECOM_AIBOT_AES_KEY: credentials.encodingAESKey,
  };
  const child = spawn(process.execPath, [project('dist/main.js')], { env, stdio: ['ignore', log, 'inherit'] });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    return answers(port, '/readyz');
  });
  return child;
}

/** Whether something on this machine answers there, and not with an error of its own. */
export async function answers(port: number, path: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  return answer !== null && answer.status < 500;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function configuration(port: number, database: string): string {
  return `
server: {host: 127.0.0.1, port: ${port}}
database: "${database}"
campaigns: ["${project('config/campaigns/shanghai-2023.yaml')}"]
directory: "${project('config/directory.yaml')}"
wecom:
  aibot: {token: "\${WECOM_AIBOT_TOKEN}", encodingAESKey: "\${WECOM_AIBOT_AES_KEY}"}
  apiBase: http://127.0.0.1:9
`;
}
