/** `npm run rehearse -- --campaign shanghai-2023 --seed 7 [--json]`: a whole campaign in seconds, nothing sent to anyone. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rehearse } from './rehearsal/rehearse.ts';
import { summaryText } from './rehearsal/summary.ts';

const usage = '用法：npm run rehearse -- --campaign shanghai-2023 --seed 7 [--json]';

function readArguments(): { campaign: string; seed: number; json: boolean } {
  const { values } = parseArgs({
    options: {
      campaign: { type: 'string', default: 'shanghai-2023' },
      seed: { type: 'string', default: '7' },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`--seed 要写 0 或正整数，现在是“${values.seed}”。\n${usage}`);
  if (!/^[\w-]+$/.test(values.campaign)) throw new Error(`--campaign 要写方案文件名（不带 .yaml）。\n${usage}`);
  return { campaign: values.campaign, seed, json: values.json };
}

try {
  const { campaign, seed, json } = readArguments();
  const config = fileURLToPath(new URL('../../config/', import.meta.url));
  const { transcript, summary, view } = await rehearse({
    campaign: `${config}campaigns/${campaign}.yaml`,
    directory: `${config}directory.yaml`,
    seed,
  });
  console.log(transcript.join('\n'));
  console.log(`\n${summaryText(summary, view)}`);
  if (json) console.log(JSON.stringify(summary));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(/Unknown option|argument/.test(message) ? `${message}\n${usage}` : message);
  process.exitCode = 1;
}
