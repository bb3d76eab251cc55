/** Listens to everything the bot says and notes what is not as the simulated people know it. */
import { formatInstant } from '../../domain/calendar/zone.ts';
import type { CampaignDefinition } from '../../domain/campaign/definition.ts';
import type { EpochMs, PersonId, UnitId } from '../../domain/model.ts';
import { hearAnswer, questionsIn } from './answers.ts';
import { type Affair, affairsOf, isIn, type Known } from './known.ts';
import { reached } from './meter.ts';
import { hearNews, partAbout } from './news.ts';
import type { Heard } from './stage.ts';

export interface Witness {
  readonly contradictions: readonly string[];
  /** Units reminded although they owed nothing, over all returns and receipts. */
  needless(): number;
  /** The answer to somebody who talked about a return. */
  answered(about: Affair, person: PersonId, text: string): void;
  /** Whatever the bot says, in the group or to one alone. */
  heard(heard: Heard): void;
}

export function createWitness(known: Known, definition: CampaignDefinition, nowMs: () => EpochMs): Witness {
  const contradictions: string[] = [];
  const asked = new Map<PersonId, readonly string[]>();
  let needless = 0;
  const note = (atMs: EpochMs, wrong: readonly string[]) =>
    contradictions.push(...wrong.map((one) => `${formatInstant(atMs)} ${one}`));

  return {
    contradictions,
    needless: () => needless,
    answered(about, person, text) {
      const again = questionsIn(text).filter((line) => asked.get(person)?.includes(line));
      asked.set(person, questionsIn(text));
      note(nowMs(), [
        ...hearAnswer(known, { atMs: nowMs(), about, text }),
        ...again.map((line) => `${known.view.short(about.unit)}：接连问了两遍“${line}”`),
      ]);
    },
    heard(heard) {
      const { text, atMs } = heard.message;
      note(atMs, hearNews(known, definition, text));
      needless += owingNothing(known, definition, heard).length;
    },
  };
}

/** Units a reminder names or reaches that owe nothing of what it is about. */
function owingNothing(known: Known, definition: CampaignDefinition, heard: Heard): UnitId[] {
  const { text } = heard.message;
  const units = [...new Set(reached(heard).flatMap((person) => known.view.person(person)?.unit ?? []))];
  if (text.startsWith('【请签收】')) return units.filter((unit) => known.signed.has(unit));
  if (!/^【(?:报送提醒|逾期提示)】/.test(text)) return [];
  const about = definition.returns.filter((returned) => partAbout(definition, returned, text) !== '');
  const owing = about.flatMap((returned) => affairsOf(known, returned)).filter((affair) => !isIn(affair));
  return units.filter((unit) => !owing.some((affair) => affair.unit === unit));
}
