/** What no room answers: the help, a greeting, and yes or no to what was shown. */
import { may } from './access.ts';
import type { RoomOrder } from './campaign/slices.ts';
import type { Person } from './directory/model.ts';
import { directoryOrders } from './directory/orders.ts';
import { helpLines, helpsFor } from './house.ts';
import { answer, type Outcome } from './outcome.ts';
import { carriedOut, settled, shownAnew, standingOf } from './proposal.ts';
import { example } from './replies/guidance.ts';
import * as say from './replies/roles.ts';
import type { Frame, OpenQuestion } from './room.ts';
import { allOrders, expected, specOf } from './rooms.ts';
import type { Situation, Speaker } from './situation.ts';
import { returnsOf } from './submission/desk.ts';
import { organiserNames } from './submission/people.ts';
import type { CoreOrder } from './utterance.ts';

export const coreFrames: readonly Frame<CoreOrder>[] = [
  {
    says: /^(?:帮助|help|怎么用|使用说明|功能|菜单|说明|你(?:能|会)(?:做|干)(?:什么|啥)|(?:我)?(?:完全)?(?:听|看|搞|弄)?不(?:太)?(?:懂|明白)(?:怎么[用弄操作填报]+)?|(?:我)?没(?:听|看|搞|弄)?(?:懂|明白)|(?:我)?不会(?:用|弄|填|报|操作)?)$/i,
    make: () => ({ name: 'help' }),
  },
  {
    says: /^(?:你好|您好|在吗|在不在|哈喽|hello|hi|早上好|上午好|下午好|晚上好)$/i,
    make: () => ({ name: 'greeting' }),
  },
];

export function obeyCore(
  at: Situation,
  speaker: Speaker,
  order: CoreOrder,
  carryOut: (order: RoomOrder) => Outcome,
): Outcome {
  switch (order.name) {
    case 'help':
      return answer(helpText(at, speaker));
    case 'greeting':
      return answer(say.greeting);
    case 'quotation':
      return answer(say.quotationOnly);
    case 'yes':
      return sayYes(at, speaker, order.soft ?? false, carryOut);
    case 'no':
      return letGo(at, speaker, carryOut);
    default:
      return order satisfies never;
  }
}

/** What a plain yes or no of this person answers now: an order that was shown, else a question of some room. */
export function awaitedWord(
  at: Situation,
  person: Person,
  open: OpenQuestion | null = expected(at, person),
): 'proposal' | 'question' | null {
  const shown = shownTo(at, person);
  if (shown === 'held') return 'proposal';
  if (open?.yes !== undefined) return 'question';
  return shown === 'lapsed' && open === null ? 'question' : null;
}

function shownTo({ state, nowMs }: Situation, { id }: Person): ReturnType<typeof standingOf> {
  const proposed = state.proposed.get(id);
  return proposed ? standingOf(proposed, nowMs) : 'forgotten';
}

/** The order that was shown to this person and waits for a yes. */
function proposedTo(at: Situation, person: Person): string | null {
  return shownTo(at, person) === 'held' ? (at.state.proposed.get(person.id)?.text ?? null) : null;
}

/** What waits for this person's answer now, as it was put; null where nothing does. */
export function waiting(at: Situation, person: Person, open?: OpenQuestion | null): string | null {
  return proposedTo(at, person) ?? (open === undefined ? expected(at, person) : open)?.text ?? null;
}

/** Whether other business came after what waits: a 好 is for that business then. */
export function isPassedOver(at: Situation, person: Person, open?: OpenQuestion | null): boolean {
  const passed = at.state.passedOver.get(person.id);
  return passed !== undefined && waiting(at, person, open) === passed;
}

/** The order that waits once more, behind an answer that speaks of something else; empty where none does. */
export function stillProposed(at: Situation, person: Person): string {
  const text = proposedTo(at, person);
  return text === null ? '' : say.stillToConfirm(text);
}

/** A yes that only nods is not meant for what other business came after, nor in a group for what was asked alone: that is put once more. */
function sayYes(at: Situation, speaker: Speaker, soft: boolean, carryOut: (order: RoomOrder) => Outcome): Outcome {
  const { person, chat } = speaker;
  const text = waiting(at, person);
  const shown = stillProposed(at, person);
  const aside = shown === '' && chat.kind === 'group';
  if (!soft || text === null || !(aside || isPassedOver(at, person))) return toProposal(at, speaker, carryOut);
  return answer(shown || text, { events: [{ type: 'QuestionPutAgain', person: person.id }] });
}

function toProposal(at: Situation, speaker: Speaker, carryOut: (order: RoomOrder) => Outcome): Outcome {
  const { person, words } = speaker;
  const proposed = at.state.proposed.get(person.id);
  const shown = shownTo(at, person);
  if (proposed && shown === 'held')
    return shownAnew(specOf(proposed.order), at, speaker, proposed) ?? carriedOut(carryOut(proposed.order), person.id);
  const yes = expected(at, person)?.yes;
  if (yes) return carryOut(yes);
  if (shown !== 'lapsed') return answer(say.nothingToConfirm);
  // With nothing open it is the table that a reporter's 确认 submits.
  const reports = may(person, 'reporter') && returnsOf(at.state.submission, person).length > 0;
  if (reports && /^确认[。！!]?$/.test(words.trim())) return carryOut({ name: 'confirm', words: '' });
  return answer(say.proposalLapsed, { events: [settled(person.id)] });
}

function letGo(at: Situation, { person }: Speaker, carryOut: (order: RoomOrder) => Outcome): Outcome {
  if (at.state.proposed.has(person.id)) return answer(say.proposalLetGo, { events: [settled(person.id)] });
  const no = expected(at, person)?.no;
  return no ? carryOut(no) : answer(say.nothingToConfirm);
}

function helpText(at: Situation, speaker: Speaker): string[] {
  const { person } = speaker;
  const lines = helpLines([...allOrders().map(([, spec]) => spec), ...Object.values(directoryOrders)]);
  const form = returnsOf(at.state.submission, person).find(({ definition }) => definition.form)?.definition.form;
  const names = exampleNames(at, speaker);
  const told = new Set<string>();
  const isNew = (line: string) => told.size < told.add(line).size;
  return [
    ...(person.unit === null && person.roles.length === 0 ? [say.noUnit] : []),
    ...(form ? [example(form)] : []),
    ...helpsFor(person).map((audience) =>
      say.helpOf(
        audience,
        lines[audience]
          .filter((line) => names.material !== '' || !line.includes('{material}'))
          .map((line) => say.filled(line, names))
          .filter(isNew),
      ),
    ),
    say.helpEnd(organiserNames(at, person)),
  ];
}

/** Names of this campaign for the examples: another one's would only confuse; nor is it one's own unit that one urges or moves. */
export function exampleNames({ state, directory }: Situation, { person }: Speaker): say.ExampleNames {
  const others = state.definition.addressees.units.filter((unit) => unit !== person.unit);
  const unit = (may(person, 'reader') ? others[0] : person.unit) ?? person.unit ?? others[0] ?? '';
  const row = [...state.submission.returns.values()].flatMap(({ definition }) => definition.form?.rows ?? [])[0];
  return {
    unit: directory.short(unit),
    person: directory.membersOf(unit)[0]?.name ?? '姓名',
    row: row?.label ?? '第1项',
    task: state.definition.tasks[0]?.no ?? '1',
    material: [...state.submission.returns.values()].flatMap(({ definition }) => definition.materials)[0]?.title ?? '',
  };
}
