import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { openConversation, openPublished, type Conversation } from '../support/conversation.ts';
it('probe', async () => {
  let talk: Conversation = await openPublished();
  const out: string[] = [];
  for (const line of readFileSync(process.env.PROBE ?? '/tmp/probe.txt', 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    if (line === 'new') { talk = await openPublished(); out.push('--------'); continue; }
    if (line === 'fresh') { talk = await openConversation(); out.push('-------- unpublished'); continue; }
    if (line.startsWith('until ')) { await talk.until(line.slice(6)); out.push(line); continue; }
    if (line.startsWith('told ')) { for (const p of talk.told(line.slice(5))) out.push(`   -> ${line.slice(5)}: ${p.text}`); continue; }
    if (line === 'group') { for (const p of talk.group()) out.push(`   => ${p.text}`); continue; }
    const m = /^([ag]) (\S+) ([\s\S]+)$/.exec(line);
    if (!m) { out.push('?? ' + line); continue; }
    const [, where, who, text] = m as unknown as string[];
    const t = text!.replace(/\\n/g, '\n');
    out.push(`${where} ${who}: ${t}\n        ${(where === 'a' ? await talk.alone(who!, t) : await talk.say(who!, t)).replace(/\n/g, '\n        ')}`);
  }
  process.stdout.write(out.join('\n') + '\n');
}, 60000);
