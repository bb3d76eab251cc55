/** The commands about a ledger, by name: `ledger.ts verify …`. Exits with 2 where a command cannot do its work. */
import { backup } from '../src/cli/backup.ts';
import { move } from '../src/cli/move.ts';
import { restore } from '../src/cli/restore.ts';
import { verify } from '../src/cli/verify.ts';

const commands = new Map(Object.entries({ backup, move, restore, verify }));
const [name = '', ...args] = process.argv.slice(2);

try {
  const command = commands.get(name);
  if (!command) throw new Error(`没有“${name}”这个命令，只有 ${[...commands.keys()].join('、')}`);
  process.exitCode = await command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
