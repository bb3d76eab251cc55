/** What the organiser and a leader say and when: some of it in the group, the rest alone with the bot. */
import { addDays, dayOf, instantOf } from '../../domain/calendar/zone.ts';
import type { CampaignDefinition, ReturnDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs } from '../../domain/model.ts';
import type { Agenda } from './agenda.ts';
import type { Stage, Words } from './stage.ts';

export interface LeadershipOptions {
  readonly definition: CampaignDefinition;
  readonly view: DirectoryView;
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly nowMs: () => EpochMs;
  /** The plan is out. */
  readonly published: () => void;
}

/** How long after the last deadline the organiser closes. */
const closesAfterDays = 9;

/** The result holds the last 汇总进度. */
export function planLeadership(options: LeadershipOptions): { readonly last: () => string } {
  const { definition, view, stage, agenda, nowMs, published } = options;
  const [organiser] = view.organisers();
  const leader = [...view.people()].find(({ roles }) => roles.includes('leader'));
  if (!organiser || !leader) throw new Error('通讯录里要有组织者和领导才能演练');
  let last = '';

  function at(day: string, time: string, run: () => Promise<unknown>): void {
    agenda.plan(Math.max(nowMs(), instantOf(day, time)), async () => void (await run()));
  }
  const asks = (text: string, where: Words['where']) => async () => stage.say(leader.id, { where, text });
  const progress = (where: Words['where']) => async () => {
    last = await stage.say(leader.id, { where, text: '汇总进度' });
  };
  /** What reaches everyone is shown first; 是 carries it out. */
  const orders = (text: string, where: Words['where']) => async () => {
    const shown = await stage.say(organiser.id, { where, text });
    if (shown.includes('确认请回“是”')) await stage.say(organiser.id, { where, text: '是' });
  };

  const startDay = dayOf(nowMs());
  at(startDay, '09:05', async () => {
    await orders('发布方案', 'group')();
    published();
  });
  at(addDays(startDay, 1), '16:00', asks('谁没收到', 'alone'));
  at(addDays(startDay, 2), '09:30', orders('确认催收到', 'alone'));
  for (const [index, shift] of (definition.duty?.shifts ?? []).entries())
    agenda.plan(
      shift.startMs + 25 * 60_000,
      async () => void (await asks('值班情况', index === 0 ? 'group' : 'alone')()),
    );
  for (const day of new Set(definition.returns.map(({ due }) => dayOf(due.dueAtMs)))) {
    at(addDays(day, -1), '17:00', progress('group'));
    at(day, '16:00', orders('催办', 'group'));
    at(day, '16:20', orders('催办', 'alone'));
  }
  const lastDay = dayOf(Math.max(...definition.returns.map(({ due }) => due.lateAfterMs)) - 1);
  at(lastDay, '20:30', asks('未报单位', 'alone'));
  at(addDays(lastDay, 1), '09:30', progress('group'));
  at(addDays(lastDay, 3), '09:30', asks(`${rowAskedFor(definition)}汇总`, 'alone'));
  const closing = addDays(lastDay, closesAfterDays);
  const [only, ...more] = definition.returns;
  for (const { title } of more.length > 0 ? definition.returns : [])
    at(closing, '17:00', orders(`截止填报《${title}》`, 'alone'));
  if (only && more.length === 0) at(closing, '17:00', orders('截止填报', 'alone'));
  at(closing, '17:05', progress('group'));
  return { last: () => last };
}

function rowAskedFor({ returns }: { readonly returns: readonly ReturnDefinition[] }): string {
  const rows = returns.find(({ form }) => form !== null)?.form?.rows ?? [];
  return (rows[1] ?? rows[0])?.label ?? '';
}
