/** A question goes to the organisers with its words; their answer comes back, and serves the next who asks the same. */
import { may } from '../access.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import { tell } from '../ledger.ts';
import type { PersonId } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/inquiry.ts';
import type { Situation, Speaker } from '../situation.ts';
import { organiserNames } from '../submission/people.ts';
import { alike } from './alike.ts';
import type { Inquiry, InquiryOrder } from './state.ts';

const passedOnAtMost = 200;
const askAgainAfterMs = 10 * 60_000;
/** Who calls for a person later than that has something else in mind. */
const leftHoldsMs = 30 * 60_000;

/** Remembers what could not be answered, so that 找组织者 takes it along. */
export function leaveQuestion(speaker: Speaker): CampaignEvent {
  return { type: 'QuestionLeft', person: speaker.person.id, words: speaker.words.trim().slice(0, passedOnAtMost) };
}

export function askOrganiser(situation: Situation, speaker: Speaker, said: string): Outcome {
  const { directory, state, nowMs } = situation;
  const { person } = speaker;
  const organisers = directory.organisers().filter(({ id }) => id !== person.id);
  if (organisers.length === 0) return answer(may(person, 'organiser') ? say.noOtherOrganiser : say.noOrganiser);
  const words = said === '' ? lastWords(situation, person.id) : said;
  const known = said === '' ? null : answeredAlike(state.inquiry.inquiries.values(), said);
  if (known) return repeatAnswer(speaker, known);
  const askedAtMs = state.inquiry.askedAtMs.get(person.id);
  // Who adds a question, or asked one since, is passed on again; who only repeats himself is not.
  if (askedAtMs !== undefined && nowMs - askedAtMs < askAgainAfterMs && isRepeated(situation, person.id, words))
    return answer(say.askedBefore(organiserNames(situation, person)));
  const no = state.inquiry.lastNo + 1;
  const unit = person.unit === null ? '' : directory.short(person.unit);
  const text = say.inquiryNotice(no, unit, person.name, words);
  return answer(say.asked(organiserNames(situation, person), words), {
    events: [{ type: 'OrganiserAsked', person: person.id, no, words }],
    sends: organisers.map((organiser) => tell(organiser.id, text)),
  });
}

function isRepeated({ state }: Situation, person: string, words: string): boolean {
  if (words === '') return true;
  return [...state.inquiry.inquiries.values()].some(
    (asked) => asked.person === person && asked.answer === null && asked.words === words,
  );
}

/** What the bot did not understand last, or asked about. */
function lastWords({ state, nowMs }: Situation, person: string): string {
  const left = state.inquiry.left.get(person);
  if (left && nowMs - left.atMs < leftHoldsMs) return left.words;
  const [question] = state.submission.dialogues.get(person)?.questions ?? [];
  return question?.kind === 'doubt' ? question.doubt.evidence.text.trim() : '';
}

/** A question that has its answer. */
type Answered = Inquiry & { readonly answer: string };

/** Of the questions that ask the same the one that was answered last; null if none was. */
export function answeredAlike(inquiries: Iterable<Inquiry>, words: string): Answered | null {
  const answered = [...inquiries].filter((one): one is Answered => one.answer !== null && alike(one.words, words));
  return answered.reduce<Answered | null>(
    (last, one) => (last && answeredAt(last) > answeredAt(one) ? last : one),
    null,
  );
}

function answeredAt({ answeredAtMs, atMs }: Answered): number {
  return answeredAtMs ?? atMs;
}

/** 更正：…, 刚才说错了，…: who hears the answer for the first time gets it plain, the others are told that it is another. */
const correcting =
  /^(?:【?(?:更正|订正|勘误|修正|纠正)】?(?:一下)?(?:答复|回复)?|(?:刚才|之前|前面)?(?:说|答|回|写)错了|以这[次条个]为准)[：:，,。；;！!\s]+/;

function plainAnswer(text: string): string {
  const plain = text.replace(correcting, '').trim();
  return plain === '' ? text : plain;
}

/** The answer that others were given; noted, so that a later one reaches this person too. */
export function repeatAnswer({ person }: Speaker, { no, words, answer: given }: Answered, besides = ''): Outcome {
  return answer([say.answeredBefore(words, given), besides], {
    events: [{ type: 'InquiryRepeated', no, person: person.id }],
  });
}

export function listInquiries({ state, directory }: Situation): Outcome {
  const open = [...state.inquiry.inquiries.values()].filter((one) => one.answer === null);
  return answer(
    open.length === 0
      ? say.noInquiries
      : say.inquiryList(open.map(({ no, person, words }) => ({ no, who: directory.name(person), words }))),
  );
}

export function answerInquiry(
  situation: Situation,
  speaker: Speaker,
  { no, text: typed }: Extract<InquiryOrder, { name: 'answer-inquiry' }>,
): Outcome {
  // 答复1号：…；答复2号：…: each is for another person, and none may get the other's.
  if (/[；;，,。\s](?:答复|回复|回答)?\s*第?\d+\s*号\s*[：:]/.test(typed)) return refuse('one_answer', say.oneAnswer);
  const all = [...situation.state.inquiry.inquiries.values()];
  const open = all.filter((one) => one.answer === null);
  const asked = no === null ? (open.length === 1 ? open[0] : undefined) : all.find((one) => one.no === no);
  if (!asked) return answer(say.whichInquiry(open.map((one) => one.no)));
  const { directory } = situation;
  const text = plainAnswer(typed);
  // Whoever was given the earlier answer must not go by it any longer.
  const hearers = [asked.person, ...asked.told].filter((person) => whyUntold(situation, person) === null);
  const notice = asked.answer === null ? say.answerNotice : say.answerChangedNotice;
  const untold = whyUntold(situation, asked.person);
  const names = untold === null ? hearers : [asked.person];
  return answer(say.answerPassedOn(names.map((person) => directory.name(person)).join('、'), untold), {
    events: [{ type: 'InquiryAnswered', no: asked.no, text, by: speaker.person.id }],
    sends: hearers.map((person) => tell(person, notice(asked.words, text, speaker.person.name))),
  });
}

/** Nobody but an organiser is written to before the plan is out. */
function whyUntold({ state, directory, reach }: Situation, person: PersonId): Parameters<typeof say.answerPassedOn>[1] {
  const organises = directory.person(person)?.roles.includes('organiser') ?? false;
  if (state.broadcast.publishedAtMs === null && !organises) return 'unpublished';
  return reach(person) === 'nowhere' ? 'unreached' : null;
}
