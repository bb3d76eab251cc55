/** One unit's liaison: signs and chats in the group, and sees to each of the unit's returns, alone with the bot. */
import { MINUTE_MS } from '../../domain/calendar/zone.ts';
import type { EpochMs, PersonId, UnitId } from '../../domain/model.ts';
import { type Agenda, atOfficeHours } from './agenda.ts';
import type { Chance } from './chance.ts';
import { createErrand, type Errand, type Tell } from './errand.ts';
import type { Affair } from './known.ts';
import type { Persona } from './persona.ts';
import type { Stage } from './stage.ts';

export interface Liaison {
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly persona: Persona;
  readonly errands: readonly Errand[];
  planPublished(): void;
  remindedOfReceipt(): void;
}

export interface LiaisonOptions {
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly persona: Persona;
  readonly affairs: readonly Affair[];
  readonly stage: Stage;
  /** Hears the bot's answers about a return. */
  readonly hear: (about: Affair, person: PersonId, answer: string) => void;
  /** The unit has signed. */
  readonly signs: () => void;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly nowMs: () => EpochMs;
}

/** A few fill in the group however often the bot asks them not to. */
const inGroup = 0.1;

export function createLiaison(options: LiaisonOptions): Liaison {
  const { unit, person, persona, affairs, stage, hear, signs, agenda, chance, nowMs } = options;
  const where = chance.happens(inGroup) ? 'group' : 'alone';
  let signed = false;
  const errands = affairs.map((affair) => {
    const others = affairs.filter((other) => other !== affair).flatMap(({ returned }) => returned.form?.title ?? []);
    return createErrand({ affair, otherTables: others, persona, tell, agenda, chance, nowMs });
  });

  async function tell(...[about, { alone = false, ...words }]: Parameters<Tell>): Promise<string> {
    const answer = await stage.say(person, { where: alone ? 'alone' : where, ...words });
    hear(about, person, answer);
    return answer;
  }

  function later(fromMinutes: number, toMinutes: number, run: () => Promise<void>): void {
    agenda.plan(atOfficeHours(nowMs() + chance.between(fromMinutes, toMinutes) * MINUTE_MS), run);
  }

  async function sign(): Promise<void> {
    if (signed) return;
    signed = true;
    signs();
    const text = chance.pick(['收到', '收到', '收到！', '收到，马上落实', '已收到']);
    await stage.say(person, { where: 'group', text });
    if (persona === 'chatty') later(1, 5, chat);
  }

  async function chat(): Promise<void> {
    const aside = chance.pick(['大家辛苦了', '今天窗口人真多', '@所有人 记得带伞']);
    await stage.say(person, { where: 'group', text: aside, aside: true });
    await stage.say(person, { where, text: chance.pick(['请问什么时候截止？', '好的，辛苦了', '报到哪里？']) });
  }

  return {
    unit,
    person,
    persona,
    errands,
    planPublished() {
      if (chance.happens(persona === 'forgetful' ? 0.2 : 0.8)) later(2, 300, sign);
      for (const errand of errands) errand.planPublished();
    },
    remindedOfReceipt: () => later(5, 90, sign),
  };
}
