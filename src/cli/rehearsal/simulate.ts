/** Runs a whole campaign with simulated people on a virtual clock. */
import type { CampaignDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs, UnitId } from '../../domain/model.ts';
import type { Console } from '../../platform/console/console.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { createChance } from './chance.ts';
import type { Errand } from './errand.ts';
import type { Affair, Known } from './known.ts';
import { planLeadership } from './leadership.ts';
import { createLiaison, type Liaison } from './liaison.ts';
import { reached } from './meter.ts';
import { partAbout } from './news.ts';
import { drawPersona } from './persona.ts';
import { createPosts, type Posts } from './posts.ts';
import { type Heard, openStage, type Stage } from './stage.ts';
import { type Summary, summarise } from './summary.ts';
import { createWitness, type Witness } from './witness.ts';
import { inventFigures } from './words.ts';

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

export async function simulate(options: RehearsalOptions): Promise<Rehearsal> {
  const { definition, room, view, botName, seed, nextSlotMs } = options;
  if (definition.returns.length === 0) throw new Error(`方案 ${definition.id} 没有报送任务，无从演练`);
  const stage = openStage({ room, view, botName });
  const agenda = createAgenda();
  const known = whatIsKnown(options);
  const witness = createWitness(known, definition, room.now);
  const cast = castPeople(options, { known, stage, agenda, witness });
  const progress = planLeadership({
    ...{ definition, view, stage, agenda, nowMs: room.now },
    published() {
      const unit = view.organisers()[0]?.unit;
      if (unit) known.signed.add(unit);
      for (const liaison of cast.liaisons) liaison.planPublished();
    },
  });

  let heard = 0;
  /** Everything the bot has said since: it is checked, and people take it up. */
  function hear(): void {
    for (const one of stage.spoken.slice(heard)) {
      witness.heard(one);
      takeUp(one, cast, options);
    }
    heard = stage.spoken.length;
  }

  for (let nextMs = agenda.nextMs(); nextMs !== null; nextMs = agenda.nextMs()) {
    await stage.moveTo(Math.max(room.now(), Math.min(nextMs, nextSlotMs() ?? nextMs)));
    hear();
    if ((agenda.nextMs() ?? Number.POSITIVE_INFINITY) > room.now()) continue;
    await agenda.take()?.run();
    hear();
  }
  const summary = summarise({
    ...{ definition, seed, known, spoken: stage.spoken, contradictions: witness.contradictions },
    remindersToUnitsOwingNothing: witness.needless(),
    lastProgress: progress.last(),
  });
  return { transcript: stage.transcript, summary };
}

/** Every unit with somebody to speak for it has figures of its own for each of its returns. */
function whatIsKnown({ definition, view, seed }: RehearsalOptions): Known {
  const chance = createChance(seed);
  const affairs = definition.returns.flatMap((returned) =>
    returned.from.units
      .filter((unit) => view.peopleOf(unit, 'reporter').length > 0)
      .map((unit): Affair => {
        const figures = returned.form ? inventFigures(returned.form, chance) : new Map<number, number>();
        return { unit, returned, figures, told: new Map(), handed: new Set(), submitted: false, inAtMs: null };
      }),
  );
  const addressees = definition.addressees.units;
  return { view, affairs, addressees, signed: new Set(), arrived: new Map() };
}

interface Cast {
  readonly liaisons: readonly Liaison[];
  readonly posts: Posts;
}

interface Setting {
  readonly known: Known;
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly witness: Witness;
}

/** A liaison for each unit that has to sign or to report; whoever is called to duty. */
function castPeople({ definition, room, view, seed }: RehearsalOptions, setting: Setting): Cast {
  const { known, stage, agenda, witness } = setting;
  const chance = createChance(seed);
  const shared = { stage, agenda, chance, nowMs: room.now };
  const units = new Set<UnitId>([...known.affairs.map(({ unit }) => unit), ...known.addressees]);
  const organiser = view.organisers()[0]?.unit;
  const liaisons = [...units].flatMap((unit) => {
    const person = view.peopleOf(unit, 'reporter')[0];
    const affairs = known.affairs.filter((affair) => affair.unit === unit);
    if (!person || (unit === organiser && affairs.length === 0)) return [];
    const persona = drawPersona(chance);
    const signs = () => void known.signed.add(unit);
    return [createLiaison({ ...shared, unit, person: person.id, persona, affairs, hear: witness.answered, signs })];
  });
  const personaOf = (unit: UnitId) => liaisons.find((liaison) => liaison.unit === unit)?.persona ?? 'punctual';
  return { liaisons, posts: createPosts({ ...shared, definition, known, view, personaOf }) };
}

/** People do what the bot asks of them of its own accord, each in their own time. */
function takeUp(heard: Heard, { liaisons, posts }: Cast, { definition, view }: RehearsalOptions): void {
  const { text, replyTo } = heard.message;
  if (replyTo !== null) return;
  const people = reached(heard);
  if (text.startsWith('【值班签到】')) posts.called(people, text);
  if (text.startsWith('【值班提示】')) posts.pressed(text);
  const about = ({ affair }: Errand) => partAbout(definition, affair.returned, text) !== '';
  for (const liaison of liaisons) {
    const errands = liaison.errands.filter(about);
    const ledBy = people.some((one) => view.person(one)?.unit === liaison.unit && one !== liaison.person);
    if (people.includes(liaison.person)) remind(liaison, errands, text);
    if (ledBy && text.startsWith('【逾期提示】')) for (const errand of errands) errand.pressed();
  }
}

function remind(liaison: Liaison, errands: readonly Errand[], text: string): void {
  // Both may come in one message.
  if (/^【请签收】/m.test(text)) liaison.remindedOfReceipt();
  if (/^【报送提醒】/m.test(text)) for (const errand of errands) errand.reminded();
}
