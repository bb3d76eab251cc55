/** The process: configuration in, server up, signals → stop. */
import { openApp } from './app.ts';
import { readConfig } from './config.ts';
import { listen } from './server/listen.ts';
import { createLog } from './server/log.ts';

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog({ level: config.logLevel });
  const app = await openApp(config, log);
  await app.start();
  const listening = await listen({ app: app.server, port: config.server.port, host: config.server.host, log });
  if (config.profile === 'rehearsal')
    process.stdout.write(`\n督办助手（演练）已启动，请用浏览器打开：${listening.address}\n\n`);

  let stopping: Promise<void> | null = null;
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    stopping ??= listening.stop().then(() => app.stop());
    stopping.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  // Misuse stops here with a sentence; the rest is for whoever reads the code.
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (taken) process.stderr.write('\n启动失败：端口已被占用，请换一个端口（环境变量 PORT）或先停掉占用它的程序。\n');
  const known = error instanceof Error && error.name !== 'TypeError' && error.name !== 'ReferenceError';
  if (!taken) process.stderr.write(`\n启动失败：\n${known ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
