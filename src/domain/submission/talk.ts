/** Words that set no figure: thanks, "not yet", questions. */
import { type FormRow, rowOf } from '../form.ts';
import { sameWords } from '../inquiry/alike.ts';
import { answeredAlike, leaveQuestion, repeatAnswer } from '../inquiry/decide.ts';
import { materialsIn } from '../naming.ts';
import { answer, type Outcome } from '../outcome.ts';
import type { Reading, Talk } from '../reading.ts';
import * as guide from '../replies/guidance.ts';
import { deadlineAnswer } from '../replies/reminders.ts';
import { greeting, notUnderstood } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import { type Desk, hasTable, helpAfterFailures, returnsOf, type TableDesk } from './desk.ts';
import { dialogueAfter } from './dialogue.ts';
import { dueFor } from './due.ts';
import { whyEnded } from './ended.ts';
import { organiserNames } from './people.ts';
import { asked, put } from './questions.ts';
import { moved } from './record.ts';
import type { ReturnState } from './state.ts';

export function answerTalk(desk: Desk, talk: Talk | null): Outcome {
  const expected = expectedRow(desk);
  switch (talk?.kind) {
    case 'acknowledgement':
      return answer(guide.welcome + stillExpected(expected));
    case 'later':
      return answer(laterIsFine(desk, false));
    case 'question':
      return answerAsked(desk, talk, expected);
    case 'other':
    case undefined:
      return answerOther(desk, talk, expected);
    default:
      return talk satisfies never;
  }
}

/** 值班表还没排好: the return that the words name, by its title or what is handed in with it; else what is talked about. */
function returnSpokenOf({ situation, speaker, returned }: Desk): ReturnState {
  const mine = returnsOf(situation.state.submission, speaker.person);
  const [material] = materialsIn(mine, speaker.words);
  const titled = mine.find(({ definition }) => speaker.words.includes(definition.title));
  return titled ?? mine.find(({ definition }) => definition.id === material?.returnId) ?? returned;
}

/** The rows wait for their figures. */
export function putOff(desk: TableDesk, reading: Reading): Outcome {
  const filled = new Set(desk.submission.cells.keys());
  const recorded = (reading.uncounted ?? []).some((row) => filled.has(row));
  const said = reading.aside?.map(say.setAside) ?? laterIsFine(desk, recorded);
  return answer(said, { events: moved(desk, dialogueAfter(desk, reading, filled)) });
}

function laterIsFine(desk: Desk, recorded: boolean): string {
  const returned = returnSpokenOf(desk);
  const ended = whyEnded(desk.situation, returned, desk.speaker.person);
  const text = guide.laterIsFine(dueFor(returned, desk.unit), recorded, ended);
  return text + (expectedRow(desk) && ended === null ? guide.laterSkip : '');
}

/** What the organisers have answered to the same words goes before what the bot would say of itself. */
function answerAsked(desk: Desk, talk: Extract<Talk, { kind: 'question' }>, expected: FormRow | undefined): Outcome {
  const { situation, speaker } = desk;
  const known = answeredAlike(situation.state.inquiry.inquiries.values(), speaker.words);
  if (known && (talk.topic === 'other' || talk.topic === 'row' || sameWords(known.words, speaker.words)))
    return repeatAnswer(speaker, known, stillExpected(expected));
  const text = answerQuestion(desk, talk);
  const unanswered = text.endsWith(guide.cannotAnswer) ? [leaveQuestion(desk.speaker)] : [];
  return answer([text, stillExpected(expected)], { events: unanswered });
}

/** The row the bot leads through; not one that a question is about. */
function expectedRow(desk: Desk): FormRow | undefined {
  const { filling, expecting } = desk.dialogue;
  return hasTable(desk) && filling && expecting !== null ? rowOf(desk.form, expecting) : undefined;
}

function stillExpected(row: FormRow | undefined): string {
  return row ? guide.stillExpecting(row) : '';
}

function answerOther(desk: Desk, talk: Talk | null, expected: FormRow | undefined): Outcome {
  // 图片要几张: what was not understood may be what has been answered before.
  const known = talk && answeredAlike(desk.situation.state.inquiry.inquiries.values(), desk.speaker.words);
  if (known) return repeatAnswer(desk.speaker, known, stillExpected(expected));
  const question = asked(desk.dialogue.questions);
  if (talk && question && hasTable(desk))
    return countFailure(desk, `${guide.unclear}${put(desk.situation.state.submission.returns, question)}`);
  if (!expected || !hasTable(desk))
    return talk ? answer(notUnderstood, { events: [leaveQuestion(desk.speaker)] }) : answer(greeting);
  return countFailure(desk, `${guide.unclear}${say.askRow(expected, desk.submission.cells.get(expected.no))}`);
}

function countFailure(desk: TableDesk, text: string): Outcome {
  const { dialogue, speaker, form } = desk;
  const moved = { ...dialogue, failures: dialogue.failures + 1 };
  return answer([text, ...helpAfterFailures(moved, form)], {
    events: [{ type: 'DialogueMoved', person: speaker.person.id, dialogue: moved }, leaveQuestion(speaker)],
  });
}

/** Each return of the unit has a receiver of its own; while one is being filled it is that one's that is asked for. */
function whereOf({ situation, speaker, dialogue, returned }: Desk): string {
  const mine = returnsOf(situation.state.submission, speaker.person);
  const meant = dialogue.filling || mine.length < 2 ? [returned] : byDue(mine);
  return meant
    .map(({ definition: { title, to, form, materials } }) =>
      guide.whereAnswer(meant.length > 1 ? (form?.title ?? title) : null, to, form !== null, materials),
    )
    .join('\n');
}

function byDue(returns: readonly ReturnState[]): ReturnState[] {
  return [...returns].sort((a, b) => a.due.dueAtMs - b.due.dueAtMs);
}

function deadlineOf({ situation, speaker, unit }: Desk, returned: ReturnState): string {
  return deadlineAnswer(
    returned.definition.title,
    dueFor(returned, unit),
    whyEnded(situation, returned, speaker.person),
  );
}

function answerQuestion(desk: Desk, talk: Extract<Talk, { kind: 'question' }>): string {
  const { returned, situation } = desk;
  const { to, materials, form } = returned.definition;
  const row = talk.row === null || form === null ? undefined : rowOf(form, talk.row);
  switch (talk.topic) {
    case 'deadline':
      return deadlineOf(desk, returnSpokenOf(desk));
    case 'measure':
      return row ? guide.measureAnswer(row) : guide.howAnswer(form, []);
    case 'row':
      return row ? guide.measureAnswer(row) + guide.cannotAnswer : guide.cannotAnswer;
    case 'how':
      return guide.howAnswer(form, materials);
    case 'where':
      return whereOf(desk);
    case 'contact':
      return guide.contactAnswer(to, organiserNames(situation, desk.speaker.person));
    case 'other':
      return guide.cannotAnswer;
    default:
      return talk.topic satisfies never;
  }
}
