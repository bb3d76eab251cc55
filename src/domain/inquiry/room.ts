/** 答疑: questions for the organisers and their answers. */

import { answer } from '../outcome.ts';
import { organisersOnly } from '../replies/inquiry.ts';
import { noSection, type Orders, type Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { organiserNames } from '../submission/people.ts';
import { answerInquiry, askOrganiser, listInquiries } from './decide.ts';
import { type InquiryShape, initialInquiry, inquiryFolds, lendInquiry } from './state.ts';

const orders: Orders<InquiryShape> = {
  'ask-organiser': {
    frames: [
      {
        says: /^(?:我要|帮我|请帮我|请)?(?:找|联系|呼叫|叫|转接?|接)?(?:一下|下|个)?(?:人工(?:客服|服务)?|在线客服|客服|真人)$|^(?:我要|帮我|请帮我|请)?(?:找|联系|呼叫|转接?)(?:一下|下|个)?(?:组织者|负责人|联系人|管理员|活?人)$/,
        make: () => ({ name: 'ask-organiser', words: '' }),
      },
      {
        says: /^(?:找|联系|呼叫|转接?)(?:一下|下)?(?!.*(?:不|表|文件|片|谁|哪|什么))(?<name>[\u4e00-\u9fff]{2,4}?)(?:同志|老师|科长|处长|主任)?$/,
        make: ({ name = '' }) => ({ name: 'ask-organiser', words: '', whom: name }),
        loose: true,
      },
      {
        says: /^(?:找|联系|转告?|请问|问)(?:一下)?(?:组织者|负责人|联系人)[：:，,\s]+(?<words>\S[\s\S]*)$/,
        make: ({ words = '' }) => ({ name: 'ask-organiser', words }),
      },
    ],
    // Asking for a person is never in doubt, however it is put.
    kind: 'ask',
    right: 'anyone',
    help: '找组织者：您的问题',
    obey: (situation, speaker, { words, whom }) =>
      whom === undefined || isOrganiser(situation, whom)
        ? askOrganiser(situation, speaker, words)
        : answer(organisersOnly(organiserNames(situation, speaker.person))),
  },
  inquiries: {
    frames: [
      {
        says: /^(?:待答|未答|没答)(?:的)?(?:问题)?$|^(?:有)?(?:哪些|什么)问题(?:待|没|未)答$/,
        make: () => ({ name: 'inquiries' }),
      },
    ],
    kind: 'ask',
    right: 'organiser',
    help: '待答问题',
    obey: listInquiries,
  },
  'answer-inquiry': {
    frames: [
      {
        says: /^(?:答复|回复|回答)\s*(?:第)?(?<no>\d*)\s*(?:号|问)?[：:，,\s]+(?<text>\S[\s\S]*)$/,
        verbatim: true,
        passesOn: 'text',
        make: ({ no = '', text = '' }) => ({ name: 'answer-inquiry', no: no === '' ? null : Number(no), text }),
      },
    ],
    // The answer's own words may ask, deny or wish.
    kind: 'ask',
    right: 'organiser',
    help: '答复1号：…',
    obey: answerInquiry,
  },
};

export const inquiry: Room<'inquiry'> = {
  orders,
  events: inquiryFolds,
  initial: initialInquiry,
  lend: lendInquiry,
  section: noSection,
  renew: {},
};

function isOrganiser({ directory }: Situation, name: string): boolean {
  return directory.organisers().some((organiser) => organiser.name === name);
}
