/** Whoever reported in time stays in time while a correction, or what was sent back, is not in again. */
import { expect, it } from 'vitest';
import { openThreeReturns } from '../support/three-returns.ts';

it('counts nobody as late for correcting, and calls no leader for it', async () => {
  const talk = await openThreeReturns();
  await talk.alone('xicheng-liaison', '值班表已报送');
  await talk.alone('xicheng-liaison', '工地10个，隐患20处，完成整改20处，整改率100%，资金3.5万元，通知书6份，确认提交');
  await talk.until('2024-05-28 10:00');
  await talk.alone('organiser', '退回 西城区局 值班表，人员不全');
  await talk.until('2024-06-03 09:00');
  await talk.alone('xicheng-liaison', '隐患21处');

  const progress = await talk.alone('chief', '汇总进度');
  expect(progress).toContain('按时率8.3%。填报中1家（其中按时报过、更正或退回待重报1家），未动11家，逾期11家。');
  expect(progress).toContain('按时率14.3%。填报中1家（其中按时报过、更正或退回待重报1家），未动6家，逾期6家。');

  const sent = (await talk.until('2024-06-04 10:30')).join('\n');
  expect(sent).toContain('还有6家未报齐（共7家）。西城区局按时报过，更正或退回后还没有重报。');
  expect(sent).not.toMatch(/7家均未报齐/);

  await talk.alone('xicheng-liaison', '确认提交');
  expect(await talk.alone('chief', '汇总进度')).toContain('按时率14.3%。填报中0家，未动6家，逾期6家。');
});
