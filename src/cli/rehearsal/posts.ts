/** Who is called to duty checks in: the one named or, now and then, the unit's liaison in their stead. */
import { MINUTE_MS } from '../../domain/calendar/zone.ts';
import type { CampaignDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs, PersonId } from '../../domain/model.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import { type Known, missingFrom } from './known.ts';
import type { Persona } from './persona.ts';
import type { Stage } from './stage.ts';

export interface Posts {
  /** `【值班签到】` names these people. */
  called(people: readonly PersonId[], text: string): void;
  /** Somebody telephones whoever is not there. */
  pressed(text: string): void;
}

export interface PostsOptions {
  readonly definition: CampaignDefinition;
  readonly known: Known;
  readonly view: DirectoryView;
  readonly personaOf: (unit: string) => Persona;
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly nowMs: () => EpochMs;
}

export function createPosts(options: PostsOptions): Posts {
  const { definition, known, view, personaOf, stage, agenda, chance, nowMs } = options;
  const shiftIn = (text: string) =>
    definition.duty?.shifts.find(({ title }) => new RegExp(`】${title}`).test(text))?.id ?? null;

  async function checkIn(shift: string, person: PersonId): Promise<void> {
    const arrived = known.arrived.get(shift) ?? new Set<PersonId>();
    const post = definition.duty?.roster.find((one) => one.shift === shift && one.unit === view.person(person)?.unit);
    // The post is filled: nobody else is needed.
    if (arrived.has(person) || (post && missingFrom(known, shift, post).length === 0)) return;
    known.arrived.set(shift, arrived.add(person));
    await stage.say(person, { where: 'group', text: chance.pick(['到岗', '签到', '已到岗']) });
  }

  function comes(shift: string, person: PersonId): void {
    const unit = view.person(person)?.unit ?? '';
    const persona = personaOf(unit);
    const delay = persona === 'forgetful' ? 25 : persona === 'late' ? chance.between(9, 14) : chance.between(0, 8);
    const liaison = view.peopleOf(unit, 'reporter')[0]?.id ?? person;
    const stands = chance.happens(0.3) ? liaison : person;
    agenda.plan(nowMs() + delay * MINUTE_MS, () => checkIn(shift, stands));
  }

  return {
    called(people, text) {
      const shift = shiftIn(text);
      if (shift !== null) for (const person of people) comes(shift, person);
    },
    pressed(text) {
      const shift = shiftIn(text);
      const posts = definition.duty?.roster.filter((post) => post.shift === shift) ?? [];
      const absent = posts.flatMap((post) => missingFrom(known, post.shift, post));
      for (const person of absent)
        if (shift && text.includes(view.person(person)?.name ?? person))
          agenda.plan(nowMs() + 3 * MINUTE_MS, async () => checkIn(shift, person));
    },
  };
}
