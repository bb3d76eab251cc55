/** A question goes to the organisers with its words; their answer comes back, and serves the next who asks the same. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { tell } from '../ledger.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/inquiry.ts';
import type { Situation, Speaker } from '../situation.ts';
import { organiserNames } from '../submission/people.ts';
import { alike } from './alike.ts';
import type { Inquiry, InquiryOrder } from './state.ts';

const askAgainAfterMs = 10 * 60_000;

const passedOnAtMost = 200;
/** Words that were left open longer ago than this are hardly what somebody asks for help with. */
const leftOpenForMs = 30 * 60_000;

/** Remembers words the bot had no answer to, for a person who will. */
export function leaveOpen({ person, words }: Speaker): CampaignEvent[] {
  const text = words.trim().slice(0, passedOnAtMost);
  return text === '' ? [] : [{ type: 'WordsLeftOpen', person: person.id, words: text }];
}

export function askOrganiser(situation: Situation, speaker: Speaker, said: string, who = ''): Outcome {
  const { directory, state, nowMs } = situation;
  const organisers = directory.organisers();
  if (organisers.length === 0) return answer(say.noOrganiser);
  if (who !== '' && !organisers.some(({ name }) => name.includes(who)))
    return answer(say.notOrganiser(organiserNames(situation)));
  const { person } = speaker;
  const words = said === '' ? lastWords(situation, person.id) : said;
  const known = said === '' ? null : answeredAlike(state.inquiry.inquiries.values(), said);
  if (known?.answer) return answer(say.answeredBefore(known.words, known.answer));
  const askedAtMs = state.inquiry.askedAtMs.get(person.id);
  // Who adds a question is passed on again; who only repeats himself is not.
  if (askedAtMs !== undefined && nowMs - askedAtMs < askAgainAfterMs && isRepeated(situation, person.id, said))
    return answer(say.askedBefore(organiserNames(situation)));
  const no = state.inquiry.lastNo + 1;
  const unit = person.unit === null ? '' : directory.short(person.unit);
  const text = say.inquiryNotice(no, unit, person.name, words);
  return answer(say.asked(organiserNames(situation), words), {
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
  const left = state.inquiry.leftOpen.get(person);
  if (left && nowMs - left.atMs < leftOpenForMs) return left.words;
  const dialogue = state.submission.dialogues.get(person);
  const [question] = dialogue?.questions ?? [];
  return dialogue?.lastWords ?? (question?.kind === 'doubt' ? question.doubt.evidence.text.trim() : '');
}

/** The newest answered question that asks the same; null if none does. */
export function answeredAlike(inquiries: Iterable<Inquiry>, words: string): Inquiry | null {
  const answered = [...inquiries].filter((one) => one.answer !== null);
  return answered.findLast((one) => alike(one.words, words)) ?? null;
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
  { no, text }: Extract<InquiryOrder, { name: 'answer-inquiry' }>,
): Outcome {
  const all = [...situation.state.inquiry.inquiries.values()];
  const open = all.filter((one) => one.answer === null);
  const asked = no === null ? (open.length === 1 ? open[0] : undefined) : all.find((one) => one.no === no);
  if (!asked) return answer(say.whichInquiry(open.map((one) => one.no)));
  return answer(say.answerPassedOn(situation.directory.name(asked.person)), {
    events: [{ type: 'InquiryAnswered', no: asked.no, text, by: speaker.person.id }],
    sends: [tell(asked.person, say.answerNotice(asked.words, text, speaker.person.name))],
  });
}
