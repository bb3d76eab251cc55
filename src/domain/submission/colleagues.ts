/** Several people of a unit fill one table: a question to one of them concerns them all. */
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import type { RowNo } from '../model.ts';
import type { Desk } from './desk.ts';
import { concerns, stillOpen } from './questions.ts';
import type { Dialogue, Question } from './state.ts';

export interface Asked {
  readonly person: Person;
  readonly dialogue: Dialogue;
  /** What is open still once the rows given are settled. */
  readonly questions: readonly Question[];
}

/** The unit's other people who are asked something about this return; those who were taken off, last. */
export function askedColleagues({ situation, speaker, unit, returned }: Desk, settled: ReadonlySet<RowNo>): Asked[] {
  const { id } = returned.definition;
  const { dialogues } = situation.state.submission;
  return situation.directory.membersEverOf(unit).flatMap((person) => {
    const dialogue = dialogues.get(person.id);
    if (person.id === speaker.person.id || !dialogue?.questions.some((question) => concerns(question, id))) return [];
    return [{ person, dialogue, questions: stillOpen(dialogue.questions, id, settled) }];
  });
}

/** A figure that the speaker gives answers what a colleague was asked about it. */
export function colleaguesAnswered(desk: Desk, settled: ReadonlySet<RowNo>): CampaignEvent[] {
  return askedColleagues(desk, settled)
    .filter(({ dialogue, questions }) => !dialogue.questions.every((question, at) => question === questions[at]))
    .map(({ person, dialogue, questions }) => ({
      type: 'DialogueMoved',
      person: person.id,
      dialogue: { ...dialogue, questions, expecting: dialogue.filling ? dialogue.expecting : null },
    }));
}
