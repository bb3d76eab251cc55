/** A leader's question costs the same for ten units and for a hundred thousand. */
import { expect, it } from 'vitest';
import { house } from '../../../src/domain/house.ts';
import type { Speaker } from '../../../src/domain/situation.ts';
import { campaignFile, openRoom } from '../../service/office-room.ts';

const reviewing = { ...campaignFile.definition, review: { acceptance: 'required' as const } };

it.each([
  ['', campaignFile.definition],
  [', nor where they have to be accepted', reviewing],
])('汇总进度 walks over no submissions%s', async (_, definition) => {
  const room = await openRoom({ campaign: { definition, sha256: 'file' } });
  await room.say('organiser', '确认发布方案');
  await room.say('xuhui-liaison', '公益广告3条，其余为0，确认提交');
  await room.say('organiser', '退回 徐汇区局，数字偏大');
  const situation = room.office.situation(room.campaign);
  const walked = () => {
    throw new Error('walks over the submissions');
  };
  for (const { submissions } of situation.state.submission.returns.values())
    Object.assign(submissions, {
      keys: walked,
      values: walked,
      entries: walked,
      forEach: walked,
      [Symbol.iterator]: walked,
    });
  const [leader] = [...room.office.view().people()].filter(({ roles }) => roles.includes('organiser'));
  if (!leader) throw new Error('no organiser');
  const speaker: Speaker = { person: leader, chat: { kind: 'single' }, cause: 'test', words: '汇总进度' };
  expect(house.progress(situation, speaker).said.join('\n')).toContain('已报齐');
  if (definition === reviewing)
    expect(house.progress(situation, speaker).said).toContain('审核：已通过0家，待审核0家，退回1家。');
});
