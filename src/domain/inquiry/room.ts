/** 答疑: questions for the organisers and their answers. */
import { noSection, type Orders, type Room } from '../room.ts';
import { answerInquiry, askOrganiser, listInquiries } from './decide.ts';
import { type InquiryShape, initialInquiry, inquiryFolds, lendInquiry } from './state.ts';

const orders: Orders<InquiryShape> = {
  'ask-organiser': {
    frames: [
      {
        says: /^(?:(?:请)?(?:帮我)?(?:找|联系|呼叫|叫|转|转接|接)(?:一下|个|下)?)?(?:人工|真人|客服|人工客服|在线客服|人工服务)$|^(?:找|联系|呼叫|转|转接)(?:一下|下|个)?(?:组织者|负责人|联系人|管理员|人|活人)$/,
        make: () => ({ name: 'ask-organiser', words: '' }),
      },
      {
        says: /^(?:联系|找|呼叫|转接?)(?:一下|下)?(?!.*(?:不|表|文件|片|谁|哪|什么))(?<who>[\u4e00-\u9fff]{2,4}?)(?:同志|老师|处长|科长|主任)?$/,
        make: ({ who = '' }) => ({ name: 'ask-organiser', words: '', who }),
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
    obey: (situation, speaker, { words, who }) => askOrganiser(situation, speaker, words, who),
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
