/** `npm run rehearse -- --campaign shanghai-2023 --seed 7 [--json]`: a whole campaign in seconds, nothing sent to anyone. */
import { campaignPath, filePath, type Options, projectPath, readOptions, readStart, UsageError } from '../arguments.ts';
import { type RehearseOptions, rehearse } from './rehearsal/rehearse.ts';
import { summaryText } from './rehearsal/summary.ts';

const usage = [
  '用法：npm run rehearse -- [--campaign 方案名或方案文件] [--directory 通讯录文件] [--start "2023-03-12 09:00"] [--seed 7] [--json]',
  '      不写就是 --campaign shanghai-2023 --seed 7，内置的虚构通讯录，从成文日期的 09:00 开始',
].join('\n');

const OPTIONS = {
  campaign: '方案名（例如 shanghai-2023）或方案文件',
  directory: '通讯录文件',
  start: '从几时开始，例如 "2023-03-12 09:00"',
  seed: '0 或正整数',
  json: null,
};

function readArguments(): RehearseOptions & { readonly json: boolean } {
  const options = readOptions(process.argv.slice(2), OPTIONS, usage);
  const from = process.env['INIT_CWD'];
  const directory = only(options, 'directory');
  const start = only(options, 'start');
  return {
    campaign: campaignPath(only(options, 'campaign') ?? 'shanghai-2023', from),
    directory: directory === undefined ? projectPath('config/directory.yaml') : filePath(directory, from),
    ...(start === undefined ? {} : { startMs: readStart(start, usage) }),
    seed: readSeed(only(options, 'seed') ?? '7'),
    json: options.has('json'),
  };
}

function only(options: Options, name: string): string | undefined {
  const values = options.get(name) ?? [];
  if (values.length > 1) throw new UsageError(`--${name} 只能写一次`, usage);
  return values[0];
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed 要写 0 或正整数，现在是“${text}”`, usage);
}

try {
  const { json, ...options } = readArguments();
  const { transcript, summary, view } = await rehearse(options);
  console.log(transcript.join('\n'));
  console.log(`\n${summaryText(summary, view)}`);
  if (json) console.log(JSON.stringify(summary));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
