/** `npm run bench [-- NAME…] [--json]`: ratios within one run; nothing here is asserted anywhere. */
import { parseArgs } from 'node:util';
import { benchCallback } from './callback.ts';
import { rounded } from './figures.ts';
import { benchGrowth } from './growth.ts';
import { benchProgress } from './progress.ts';
import { benchMemory, benchStart } from './start.ts';
import { benchUnderstanding } from './understanding.ts';

const benches: Readonly<Record<string, { readonly title: string; run(): unknown }>> = {
  callback: { title: 'WeCom 回调全程 / 只验签加解密的底线', run: benchCallback },
  progress: { title: '汇总进度，10万单位×12项', run: benchProgress },
  start: { title: '台账10万条时的启动', run: benchStart },
  memory: { title: '空闲时常驻内存', run: benchMemory },
  growth: { title: '1千、1万、10万单位时每秒处理消息', run: benchGrowth },
  understanding: { title: '每秒读懂的回复', run: benchUnderstanding },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`没有叫 ${unknown.join('、')} 的测试，可以写：${Object.keys(benches).join('、')}`);
  process.exit(1);
}
const results: Record<string, unknown> = {};
for (const [name, { title, run }] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`── ${name}：${title}`);
  results[name] = rounded(await run());
  console.log(results[name]);
}
if (values.json) console.log(JSON.stringify(results));
process.exit(0);
