/** 答疑: questions for the organisers and their answers. */
import { noSection, type Orders, type Room } from '../room.ts';
import { answerInquiry, askOrganiser, listInquiries } from './decide.ts';
import { type InquiryShape, initialInquiry, inquiryFolds, lendInquiry } from './state.ts';

const orders: Orders<InquiryShape> = {
  'ask-organiser': {
    frames: [
      {
        says: /^(?:找|联系|转)(?:组织者|人工|负责人|联系人)$|^人工$/,
        make: () => ({ name: 'ask-organiser', words: '' }),
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
    obey: (situation, speaker, { words }) => askOrganiser(situation, speaker, words),
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
