/** A leader's question costs the same for ten units and for a hundred thousand. */
import { expect, it } from 'vitest';
import { house } from '../../../src/domain/house.ts';
import type { Speaker } from '../../../src/domain/situation.ts';
import { openRoom } from '../../service/office-room.ts';

it('汇总进度 walks over no submissions', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.say('xuhui-liaison', '公益广告3条，其余为0，确认提交');
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
});
