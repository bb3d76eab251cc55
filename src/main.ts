/** The process: configuration in, server up, signals → stop. */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { openApp } from './app.ts';
import { type Config, isProduction, readConfig } from './config.ts';
import { listen } from './server/listen.ts';
import { createLog } from './server/log.ts';
import { lineOf, printOnlyJson } from './server/only-json.ts';
import { gapTexts, overviewText } from './service/overview-text.ts';

/** A rehearsal, or somebody at a terminal; else whatever gathers the lines of an office's log reads JSON. */
const isForEyes = !isProduction() || process.stderr.isTTY;

async function main(): Promise<void> {
  const config = readConfig(undefined, process.argv.slice(2));
  const log = createLog({ level: config.logLevel });
  if (!isForEyes) printOnlyJson(log);
  const app = await openApp(config, log);
  // The log has the same as one line. On standard error, so that standard output stays one JSON object a line.
  if (isForEyes) process.stderr.write(`\n${overviewText(app.overview)}\n\n`);
  else for (const gap of gapTexts(app.overview)) log.warn({ gap }, 'to be seen to');
  await app.start();
  const listening = await listen({ app: app.server, port: config.server.port, host: config.server.host, log });
  if (config.profile === 'rehearsal')
    process.stdout.write(`\n督办助手（演练）已启动，请用浏览器打开：${listening.address}\n${whereKept(config)}\n`);

  let stopping: Promise<void> | null = null;
  const stop = (signal: string) => {
    endWithin(longestStopMs);
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
  if (config.underNpm) stopWhenAlone(() => stop('npm ended'));
}

/** npm passes a signal on to its shell and the shell to nobody: whoever stops npm means the program. */
function stopWhenAlone(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/** Supervisors give ten seconds and more. Nothing that was answered is lost, whenever the process ends. */
const longestStopMs = 9_500;

/** From another thread: a log whose reader hangs blocks this one in its last words. */
function endWithin(ms: number): void {
  const watch = `setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${ms})`;
  new Worker(watch, { eval: true }).unref();
}

/** Of a rehearsal in a file: where it is, so that it can be begun anew. */
function whereKept({ database }: Config): string {
  const path = /^file:(.+)$/.exec(database.reveal())?.[1];
  return path === undefined ? '' : `演练记录存在 ${path}；停下后删去它，就从头开始。\n`;
}

main().catch((error: unknown) => {
  const reason = reasonOf(error);
  // Past what takes the place of the stream: the process ends.
  writeSync(2, isForEyes ? `\n启动失败：\n${reason}\n` : lineOf('start failed', { reason }));
  process.exit(2);
});

/** Misuse stops here with a sentence; the rest is for whoever reads the code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return '端口已被占用，请换一个端口（环境变量 PORT）或先停掉占用它的程序。';
  return error.name === 'TypeError' || error.name === 'ReferenceError' ? (error.stack ?? '') : error.message;
}
