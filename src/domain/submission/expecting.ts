/** What a careful secretary has in mind when a person writes: one context for each of the unit's returns. */
import type { Material } from '../campaign/definition.ts';
import type { Person } from '../directory/model.ts';
import type { RowNo, UnitId } from '../model.ts';
import type { ReadingContext } from '../reading.ts';
import { campaignYear, type Situation } from '../situation.ts';
import { dialogueOf, returnsOf, usualFigures } from './desk.ts';
import { owedBy } from './owed.ts';
import { asked, doubtedRows, openQuestion } from './questions.ts';
import type { Question, ReturnState, Submission } from './state.ts';

/** One return as the reader of a message sees it. */
export interface Expected {
  readonly returnId: string;
  readonly title: string;
  /** Null for a return without a table. */
  readonly context: ReadingContext | null;
  /** Whether its table is in. */
  readonly submitted: boolean;
  readonly materials: readonly Material[];
  /** Materials not handed in yet. */
  readonly owed: readonly Material[];
}

export interface Expectation {
  /** What is talked about first, then what is owed; empty for one who reports nothing. */
  readonly returns: readonly Expected[];
  /** The question put to this person and not answered; null if none is. */
  readonly question: Question | null;
  /** Whether this person talks about the first of the returns already. */
  readonly talking: boolean;
}

export function expectationOf(situation: Situation, person: Person): Expectation {
  return new Expecting(situation, person);
}

class Expecting implements Expectation {
  readonly question: Question | null;
  readonly talking: boolean;
  readonly #situation: Situation;
  readonly #person: Person;
  #returns: readonly Expected[] | null = null;

  constructor(situation: Situation, person: Person) {
    const dialogue = situation.state.submission.dialogues.get(person.id);
    this.question = openQuestion(situation, person);
    this.talking = dialogue !== undefined;
    this.#situation = situation;
    this.#person = person;
  }

  /** Made when somebody asks: most orders are read without it. */
  get returns(): readonly Expected[] {
    this.#returns ??= expectedOf(this.#situation, this.#person);
    return this.#returns;
  }
}

function expectedOf(situation: Situation, person: Person): readonly Expected[] {
  const { unit } = person;
  if (unit === null) return [];
  return returnsOf(situation.state.submission, person).map((one) => expected(situation, person, unit, one));
}

function expected(situation: Situation, person: Person, unit: UnitId, returned: ReturnState): Expected {
  const { id, title, materials } = returned.definition;
  const owed = owedBy(returned, unit);
  return {
    returnId: id,
    title,
    context: contextOf(situation, person, returned),
    submitted: owed.table.kind === 'confirmed',
    materials,
    owed: owed.materials,
  };
}

function contextOf(
  { state, directory, botName, nowMs }: Situation,
  person: Person,
  returned: ReturnState,
): ReadingContext | null {
  const { form, id } = returned.definition;
  if (form === null || person.unit === null) return null;
  const submission = returned.submissions.get(person.unit);
  const dialogue = dialogueOf(state.submission, person, id);
  const question = asked(dialogue.questions);
  return {
    form,
    expecting: dialogue.expecting,
    draft: figuresOf(submission),
    last: submission ? lastRows(submission, person) : [],
    // Each table is read for itself, and the readings are compared.
    otherForms: [],
    usual: usualFigures(returned, submission),
    question: question?.kind === 'doubt' && question.returnId === id ? question.doubt : null,
    doubted: doubtedRows(state.submission, directory.membersEverOf(person.unit), id),
    justSaid: dialogue.added ? { words: dialogue.added.words, agoMs: nowMs - dialogue.added.atMs } : null,
    year: campaignYear({ state }),
    botNames: [botName],
  };
}

function figuresOf(submission: Submission | undefined): Record<RowNo, number> {
  const figures: Record<RowNo, number> = {};
  for (const [row, { value }] of submission?.cells ?? []) figures[row] = value;
  return figures;
}

/** Rows that the person's last figures went to; else those of the unit's last ones. */
function lastRows({ steps }: Submission, person: Person): RowNo[] {
  const said = steps.findLast((step) => step.person === person.id && step.cells.length > 0);
  const last = said ?? steps.findLast((step) => step.cells.length > 0);
  return last?.cells.map(([row]) => row) ?? [];
}
