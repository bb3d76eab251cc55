import { expect, it } from 'vitest';
import { given, shanghai, shanghaiDirectory } from '../../support/given.ts';
import { happened, published } from '../../support/histories.ts';

const group = { group: 'shanghai-315' };

function sent(no: number, at: string, waiting: readonly string[], text = '明天10点开会，请回收到') {
  return happened(at, { type: 'NoticeSent', no, by: 'organiser', text, units: waiting, waiting });
}

const both = given(shanghai, shanghaiDirectory, [
  published('2023-03-12 10:00'),
  sent(1, '2023-03-12 11:00', ['huangpu', 'xuhui', 'changning']),
]);

it('counts a plain 收到 for the newest that waits for the unit, and says what else does', () => {
  const first = both.when('huangpu-liaison', '收到');
  expect(first.events).toMatchObject([{ type: 'NoticeSigned', no: 1, unit: 'huangpu' }]);
  expect(first.said).toEqual(['黄浦区局已签收1号通知（1/3）。', '另有3·15活动方案还没签收，看过请再回“收到”。']);
  const second = first.when('huangpu-liaison', '收到');
  expect(second.events).toMatchObject([{ type: 'ReceiptGiven', unit: 'huangpu' }]);
  expect(second.said).toEqual(['黄浦区局已签收（1/28）。']);
  expect(second.when('huangpu-liaison', '收到').said).toEqual(['黄浦区局此前已签收，无需重复。']);
});

it.each([
  ['收到方案', ['ReceiptGiven']],
  ['1号通知收到', ['NoticeSigned']],
  ['收到1号通知', ['NoticeSigned']],
  ['全部收到', ['NoticeSigned', 'ReceiptGiven']],
  ['收到，15号前上报', ['NoticeSigned']],
])('signs with %s for what it names', (words, types) => {
  expect(both.when('xuhui-liaison', words).events.map(({ type }) => type)).toEqual(types);
});

it('signs nothing for a number that waits for nobody', () => {
  const seen = both.when('xuhui-liaison', '收到2号通知');
  expect(seen.said).toEqual(['没有等贵单位签收的2号通知。']);
  expect(seen.events).toEqual([]);
});

it('knows who has signed for the number that is said once more', () => {
  const signed = both.when('xuhui-liaison', '收到1号通知');
  expect(signed.when('xuhui-liaison', '收到1号通知').said).toEqual(['徐汇区局已签收过1号通知，不用再回。']);
  expect(signed.when('xuhui-liaison', '收到1号通知', group).said).toEqual([]);
});

it('leaves the plan to those whom no notice waits for', () => {
  expect(both.when('jingan-liaison', '收到').events).toMatchObject([{ type: 'ReceiptGiven', unit: 'jingan' }]);
  expect(both.when('drug-liaison', '收到').said).toEqual(['市药监局不在本次签收范围内，谢谢。']);
});

it('answers the first in the group, then is silent until half, and says when all have', () => {
  const lines = ['huangpu', 'xuhui', 'changning', 'jingan', 'putuo', 'hongkou'].reduce(
    ({ moment, said }, unit) => {
      const next = moment.when(`${unit}-liaison`, '收到', group);
      return { moment: next, said: [...said, next.said.join()] };
    },
    {
      moment: given(shanghai, shanghaiDirectory, [
        published('2023-03-12 10:00'),
        sent(1, '2023-03-12 11:00', ['huangpu', 'xuhui', 'changning', 'jingan', 'putuo', 'hongkou']),
      ]) as ReturnType<typeof given>,
      said: [] as string[],
    },
  ).said;
  expect(lines).toEqual([
    '黄浦区局已签收1号通知（1/6）。',
    '',
    '1号通知已签收3/6家。',
    '',
    '',
    '1号通知6家已全部签收，谢谢。',
  ]);
});

it('asks for what is unsigned once, in one message, on the next working day at the hour of receipts', () => {
  expect(both.when('2023-03-13 09:59').sends).toEqual([]);
  const due = both.when('2023-03-13 10:00');
  expect(due.posted()).toEqual([
    [
      '【请签收】',
      '· 3·15活动方案，还有28家单位未签收。',
      '· 1号通知（“明天10点开会，请回收到”），还有3家单位未签收。',
      '请联络员回复“@督办助手 收到”；几项都没签的，请回“@督办助手 全部收到”。',
    ].join('\n'),
  ]);
  expect(due.when('2023-03-14 10:00').posted().join()).not.toContain('【请签收】');
});

it('leaves out of a reminder whoever has signed since, and drops it when nobody is left', () => {
  const [reminder] = both.when('2023-03-13 10:00').sends;
  if (!reminder) throw new Error('no reminder');
  const one = both.when('huangpu-liaison', '收到').when('xuhui-liaison', '收到');
  const renewed = one.renewed(reminder);
  expect(renewed?.text).toContain('1号通知（“明天10点开会，请回收到”），以下单位还未签收：长宁区局。');
  const plan = { ...reminder, purpose: { kind: 'remind-receipt', units: ['huangpu'] } as const };
  expect(one.renewed(plan)?.text).toBe(reminder.text);
  expect(one.when('huangpu-liaison', '收到').renewed(plan)).toBeNull();
});

it('asks for a notice alone where the plan is signed, each once', () => {
  const later = given(shanghai, shanghaiDirectory, [
    published('2023-03-12 10:00'),
    sent(1, '2023-03-14 11:00', ['huangpu', 'xuhui', 'changning']),
    happened('2023-03-13 10:00', { type: 'SlotFired', series: 'receipts', atMs: Date.UTC(2023, 2, 13, 2), missed: 0 }),
  ])
    .when('huangpu-liaison', '收到')
    .when('xuhui-liaison', '收到');
  expect(
    later
      .when('2023-03-15 09:00')
      .posted()
      .filter((text) => text.startsWith('【请签收】')),
  ).toEqual([]);
  expect(later.when('2023-03-15 10:00').posted()).toContain(
    '【请签收】1号通知（“明天10点开会，请回收到”），以下单位还未签收：长宁区局。请联络员回复“@督办助手 收到”。',
  );
});

it('waits no more for a unit that left', () => {
  const left = both.when('organiser', '确认移出长宁区局');
  expect(left.when('organiser', '谁没回通知').said).toEqual([
    '1号通知（“明天10点开会，请回收到”）未签收2家（共2家）：黄浦区局、徐汇区局。',
  ]);
  expect(both.when('organiser', '谁没回通知').said[0]).toContain('未签收3家（共3家）');
});
