/** `npm run rehearse -- --campaign shanghai-2023 --seed 7 [--json]`: a whole campaign in seconds, nothing sent to anyone. */
import { campaignPath, filePath, only, projectPath, readOptions, readStart } from '../arguments.ts';
import { reportOffice } from '../files/campaign-files.ts';
import { FileError, unplaced } from '../files/file-error.ts';
import { type RehearseOptions, rehearse } from './rehearsal/rehearse.ts';
import { summaryText } from './rehearsal/summary.ts';
import { usages } from './usage.ts';

const usage = usages.rehearse;

const OPTIONS = {
  campaign: '方案名（例如 shanghai-2023）或方案文件',
  directory: '通讯录文件',
  start: '从几时开始，例如 "2023-03-12 09:00"',
  seed: '0 或正整数',
  json: null,
};

/** Throws a FileError with all that is wrong with the words and the files they name. */
function readArguments(): RehearseOptions & { readonly json: boolean } {
  const asked = readOptions(process.argv.slice(2), OPTIONS, process.env);
  const mistakes = [...asked.mistakes];
  const from = process.env['INIT_CWD'];
  const directory = only(asked, 'directory', mistakes);
  const start = only(asked, 'start', mistakes);
  const startMs = start === undefined ? null : readStart(start, mistakes);
  const seed = readSeed(only(asked, 'seed', mistakes) ?? '7', mistakes);
  const files = {
    campaign: campaignPath(only(asked, 'campaign', mistakes) ?? 'shanghai-2023', from),
    directory: directory === undefined ? projectPath('config/directory.yaml') : filePath(directory, from),
  };
  if (mistakes.length > 0)
    throw new FileError([
      unplaced('命令参数', mistakes, usage),
      ...reportOffice({ directory: files.directory, campaigns: [files.campaign] }),
    ]);
  return { ...files, ...(startMs === null ? {} : { startMs }), seed, json: asked.options.has('json') };
}

function readSeed(text: string, mistakes: string[]): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) mistakes.push(`--seed 要写 0 或正整数，现在是“${text}”`);
  return seed;
}

try {
  const { json, ...options } = readArguments();
  const { transcript, summary, view } = await rehearse(options);
  console.log(transcript.join('\n'));
  console.log(`\n${summaryText(summary, view)}`);
  if (json) console.log(JSON.stringify(summary));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
