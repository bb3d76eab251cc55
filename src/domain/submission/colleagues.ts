/** Several people of a unit fill one table: a question to one of them concerns them all. */
import type { CampaignEvent } from '../campaign/evolve.ts';
import type { Person } from '../directory/model.ts';
import type { RowNo } from '../model.ts';
import type { Doubt } from '../reading.ts';
import type { Desk } from './desk.ts';
import { openQuestions } from './dialogue.ts';
import type { Dialogue } from './state.ts';

export interface Asked {
  readonly person: Person;
  readonly dialogue: Dialogue;
  /** What is open still once the rows given are settled. */
  readonly questions: readonly Doubt[];
}

/** The unit's other people who are asked something about this return. */
export function askedColleagues({ situation, speaker, unit, returned }: Desk, settled: ReadonlySet<RowNo>): Asked[] {
  const asked: Asked[] = [];
  for (const [id, dialogue] of situation.state.dialogues) {
    if (id === speaker.person.id || dialogue.returnId !== returned.definition.id) continue;
    const person = situation.directory.person(id);
    if (person?.unit !== unit || dialogue.questions.length === 0) continue;
    asked.push({ person, dialogue, questions: openQuestions(dialogue.questions, settled) });
  }
  return asked;
}

/** A figure that the speaker gives answers what a colleague was asked about it. */
export function colleaguesAnswered(desk: Desk, settled: ReadonlySet<RowNo>): CampaignEvent[] {
  return askedColleagues(desk, settled)
    .filter(({ dialogue, questions }) => questions.length < dialogue.questions.length)
    .map(({ person, dialogue, questions }) => ({
      type: 'DialogueMoved',
      person: person.id,
      dialogue: { ...dialogue, questions, expecting: dialogue.filling ? dialogue.expecting : null },
    }));
}
