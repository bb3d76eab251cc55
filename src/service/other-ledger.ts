/** A rehearsal's ledger is not an office's. */
import type { Store } from '../ports.ts';

/** What was played must not count as reported, nor be played into what was reported. A rehearsal's ledger has the console's stream. */
export async function refuseOtherLedger(
  store: Store,
  profile: 'rehearsal' | 'production',
  { keepsRehearsal }: { readonly keepsRehearsal: boolean },
): Promise<void> {
  const streams = await store.streams();
  const played = streams.includes('console');
  if (profile === 'production' && played && !keepsRehearsal)
    throw new Error(
      `这是演练用过的台账，里面有演练时报的数：${store.describe}。正式运行请在配置的 database 里换一个名字；确实要接着用，请设环境变量 DUBAN_LEDGER=keep`,
    );
  if (profile === 'rehearsal' && !played && (await isInUse(store, streams)))
    throw new Error(`这是正式运行的台账，不能用来演练：${store.describe}。演练请去掉 DATABASE_URL，或换一个数据库文件`);
}

/** Whether anything but its files was ever entered: nobody speaks in a rehearsal without the console's stream. */
async function isInUse(store: Store, streams: readonly string[]): Promise<boolean> {
  for (const stream of streams) {
    const first = await store.read(stream, 0, filesAtMost);
    if (first.some(({ cause }) => !cause.startsWith('file/'))) return true;
  }
  return false;
}

/** Entries that a campaign may begin with before anybody says anything: its file, revised again and again. */
const filesAtMost = 100;
