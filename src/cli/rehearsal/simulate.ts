/** Runs a whole campaign with simulated people on a virtual clock. */
import { addDays, dayOf, instantOf } from '../../domain/calendar/zone.ts';
import type { CampaignDefinition, ReturnDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { Form } from '../../domain/form.ts';
import type { EpochMs } from '../../domain/model.ts';
import type { Console } from '../../platform/console/console.ts';
import { createAgenda } from './agenda.ts';
import { createChance } from './chance.ts';
import { createLiaison, type Liaison } from './liaison.ts';
import { drawPersona } from './persona.ts';
import { type Heard, openStage, type Stage } from './stage.ts';
import { type Observed, type Summary, summarise } from './summary.ts';

export interface Rehearsal {
  readonly transcript: readonly string[];
  readonly summary: Summary;
}

export interface RehearsalOptions {
  readonly definition: CampaignDefinition;
  readonly room: Console;
  readonly view: DirectoryView;
  readonly botName: string;
  readonly seed: number;
  /** The next instant at which the bot has something planned. */
  readonly nextSlotMs: () => EpochMs | null;
}

export type TableReturn = ReturnDefinition & { readonly form: Form };

/** How long after the deadline the organiser closes. */
const closesAfterDays = 9;

export async function simulate(options: RehearsalOptions): Promise<Rehearsal> {
  const { definition, room, view, botName, seed, nextSlotMs } = options;
  const returned = definition.returns.find((one): one is TableReturn => one.form !== null);
  if (!returned) throw new Error(`方案 ${definition.id} 没有报送任务，无从演练`);
  const stage = openStage({ room, view, botName });
  const agenda = createAgenda();
  const liaisons = castLiaisons(options, returned, stage, agenda);
  const progress = planLeadership(options, returned, stage, agenda, liaisons);
  let needless = 0;

  function hear(heard: readonly Heard[]): void {
    for (const one of heard) {
      if (isReminder(one)) needless += countNeedless(one, liaisons, view);
      tellLiaisons(one, liaisons, view);
    }
  }

  for (let nextMs = agenda.nextMs(); nextMs !== null; nextMs = agenda.nextMs()) {
    const slotMs = nextSlotMs();
    hear(await stage.moveTo(Math.max(room.now(), Math.min(nextMs, slotMs ?? nextMs))));
    if ((agenda.nextMs() ?? Number.POSITIVE_INFINITY) > room.now()) continue;
    const before = stage.spoken.length;
    await agenda.take()?.run();
    // What the bot pushed because of these very words.
    hear(stage.spoken.slice(before).filter(({ message }) => message.replyTo === null || message.replyTo === undefined));
  }
  const observed: Observed = {
    definition,
    returned,
    seed,
    liaisons,
    spoken: stage.spoken,
    remindersToUnitsOwingNothing: needless,
    lastProgress: progress.last,
  };
  return { transcript: stage.transcript, summary: summarise(observed) };
}

function castLiaisons(
  { room, view, seed }: RehearsalOptions,
  returned: TableReturn,
  stage: Stage,
  agenda: ReturnType<typeof createAgenda>,
): Liaison[] {
  const chance = createChance(seed);
  return returned.from.units.flatMap((unit) => {
    const person = view.peopleOf(unit, 'reporter')[0];
    if (!person) return [];
    return [
      createLiaison({
        unit,
        person: person.id,
        persona: drawPersona(chance),
        returned,
        stage,
        agenda,
        chance,
        nowMs: room.now,
      }),
    ];
  });
}

/** What the organiser and a leader say and when; the last progress report is kept for checking. */
function planLeadership(
  { definition, room, view }: RehearsalOptions,
  returned: TableReturn,
  stage: Stage,
  agenda: ReturnType<typeof createAgenda>,
  liaisons: readonly Liaison[],
): { last: string } {
  const organiser = view.organisers()[0];
  const leader = [...view.people()].find((person) => person.roles.includes('leader'));
  if (!organiser || !leader) throw new Error('通讯录里要有组织者和领导才能演练');
  const progress = { last: '' };
  const startDay = dayOf(room.now());
  const dueDay = dayOf(returned.due.dueAtMs);
  const lastDay = dayOf(returned.due.lateAfterMs - 1);
  const at = (day: string, time: string, person: string, text: string) =>
    agenda.plan(Math.max(room.now(), instantOf(day, time)), async () => {
      progress.last = await stage.say(person, { where: 'group', text });
    });
  agenda.plan(instantOf(startDay, '09:05'), async () => {
    await stage.say(organiser.id, { where: 'group', text: '发布方案' });
    await stage.say(organiser.id, { where: 'group', text: '是' });
    for (const liaison of liaisons) liaison.planPublished();
  });
  at(addDays(startDay, 1), '16:00', leader.id, '谁没收到');
  at(addDays(startDay, 2), '09:30', organiser.id, '催收到');
  for (const shift of definition.duty?.shifts ?? [])
    agenda.plan(
      shift.startMs + 25 * 60_000,
      async () => void (await stage.say(leader.id, { where: 'group', text: '值班情况' })),
    );
  at(addDays(dueDay, -1), '17:00', leader.id, '汇总进度');
  at(dueDay, '16:00', organiser.id, '催办');
  at(dueDay, '16:20', organiser.id, '催办');
  at(lastDay, '20:30', leader.id, '未报单位');
  at(addDays(lastDay, 1), '09:30', leader.id, '汇总进度');
  at(
    addDays(lastDay, 3),
    '09:30',
    leader.id,
    `${returned.form.rows[1]?.label ?? returned.form.rows[0]?.label ?? ''}汇总`,
  );
  const closing = addDays(lastDay, closesAfterDays);
  at(closing, '17:00', organiser.id, '截止填报');
  agenda.plan(instantOf(closing, '17:05'), async () => {
    progress.last = await stage.say(leader.id, { where: 'group', text: '汇总进度' });
  });
  return progress;
}

const reminders = /^【(?:请签收|报送提醒|逾期提示)】/;

function isReminder({ message }: Heard): boolean {
  return reminders.test(message.text);
}

/** Units reminded although they had delivered (or signed), as far as the chat told them so, or that owe no return at all. */
function countNeedless(heard: Heard, liaisons: readonly Liaison[], view: DirectoryView): number {
  const forReceipt = heard.message.text.startsWith('【请签收】');
  const units = new Set(addressed(heard).flatMap((person) => view.person(person)?.unit ?? []));
  const owes = (unit: string) => {
    const liaison = liaisons.find((candidate) => candidate.unit === unit);
    if (forReceipt) return !liaison?.hasSigned();
    return liaison !== undefined && liaison.deliveredAtMs() === null;
  };
  return [...units].filter((unit) => !owes(unit)).length;
}

/** People a message of the bot is for: those it names, or the one it is alone with. */
function addressed({ chat, message }: Heard): string[] {
  return chat.startsWith('single:') ? [chat.slice('single:'.length)] : [...message.mentions];
}

function tellLiaisons(heard: Heard, liaisons: readonly Liaison[], view: DirectoryView): void {
  const people = addressed(heard);
  const { text } = heard.message;
  for (const liaison of liaisons) {
    const named = people.includes(liaison.person);
    const ledBy = people.some((person) => view.person(person)?.unit === liaison.unit && person !== liaison.person);
    if (named && text.startsWith('【请签收】')) liaison.remindedOfReceipt();
    if (named && text.startsWith('【报送提醒】')) liaison.remindedOfReturn();
    if (named && text.startsWith('【值班签到】')) liaison.calledToDuty();
    if (ledBy && /^【(?:值班提示|逾期提示)】/.test(text)) liaison.pressedByLeader();
  }
}
