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
      // What a list of lost messages quotes is no word of its own.
      if (!/^有\d+条消息没有发出：/m.test(text)) note(atMs, hearNews(known, definition, text));
      needless += owingNothing(known, definition, heard).length;
    },
  };
}

/** Units a reminder names or reaches that owe nothing of what it is about: receipts, returns, or both in one message. */
function owingNothing(known: Known, definition: CampaignDefinition, heard: Heard): UnitId[] {
  const { text } = heard.message;
  const [asksToSign, asksToReport] = [/^【请签收】/m.test(text), /^【(?:报送提醒|逾期提示)】/m.test(text)];
  if (!asksToSign && !asksToReport) return [];
  const units = [...new Set(reached(heard).flatMap((person) => known.view.person(person)?.unit ?? []))];
  const about = definition.returns.filter((returned) => asksToReport && partAbout(definition, returned, text) !== '');
  const owing = about.flatMap((returned) => affairsOf(known, returned)).filter((affair) => !isIn(affair));
  return units.filter(
    (unit) => !(asksToSign && !known.signed.has(unit)) && !owing.some((affair) => affair.unit === unit),
  );
}
