/** Who is taken off, or goes to another unit, stands no shift more: it is said before, and the shift is shown as open. */
import { describe, expect, it } from 'vitest';
import { shanghaiFiles } from '../support/campaign-files.ts';
import { confirmed, openPublished } from '../support/conversation.ts';

const shifts = '带队值守（3月15日（周三）09:00—17:30）、“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）';

describe('taken off', () => {
  it('the shifts are named before and after', async () => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', '移除人员 黄浦区局 褚安然')).toContain(
      `褚安然排在值班名单上：${shifts}，届时从名单上去掉，请另发“安排值班 黄浦区局 姓名”。`,
    );
    expect(await talk.alone('organiser', '是')).toContain(
      `褚安然已从值班名单上去掉：${shifts}，请发“安排值班 黄浦区局 姓名”另排。`,
    );
  });

  it('the unit has nobody on its shifts, wherever one asks', async () => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '移除人员 黄浦区局 褚安然');
    expect(await talk.alone('organiser', '值班情况')).toContain('未排人：黄浦区局');
    expect(await talk.alone('organiser', '黄浦区局明细')).toContain('09:00—17:30）：未排人。');
    expect(await talk.alone('huangpu-liaison', '我的任务')).toContain(
      '带队值守，3月15日（周三）09:00—17:30（本局设定），还没有排人',
    );
    await talk.until('2023-03-15 09:25');
    const said = [...talk.group(), ...talk.told('organiser')].map(({ text }) => text).join('\n');
    expect(said).not.toContain('褚安然');
    expect(said).toContain('黄浦区局（未排人员）');
  });

  it('another may be put there, and who comes back is not there by that', async () => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '移除人员 黄浦区局 褚安然');
    await talk.alone('organiser', '新增联络员 黄浦区局 褚安然');
    expect(await talk.alone('organiser', '值班情况')).toContain('未排人：黄浦区局');
    await talk.alone('organiser', '安排值班 黄浦区局 王若溪');
    expect(await talk.alone('organiser', '值班情况')).toContain('均已排人');
  });

  it('who came to a shift that is over stays on record', async () => {
    const talk = await openPublished();
    await talk.until('2023-03-15 09:01');
    await talk.alone('huangpu-leader', '到岗');
    await talk.until('2023-03-15 18:00');
    expect(await talk.alone('organiser', '移除人员 黄浦区局 褚安然')).toContain(
      '褚安然排在值班名单上：“3·15”晚会期间带队值守（',
    );
    await talk.alone('organiser', '是');
    const page = await talk.alone('organiser', '黄浦区局明细');
    expect(page).toContain('09:00—17:30）：褚安然，已到岗');
    expect(page).toContain('19:30—22:30）：未排人');
  });

  it('a file read anew does not put back who is gone', async () => {
    const files = await shanghaiFiles();
    const talk = await openPublished({
      durable: true,
      config: { campaigns: files.campaigns, directory: files.directory },
    });
    await confirmed(talk, 'organiser', '移除人员 黄浦区局 褚安然');
    await files.edit('directory', (text) => text.replace('name: 王若溪', 'name: 王若曦'));
    await talk.restart();
    await talk.until('2023-03-12 09:05');
    expect(await talk.alone('organiser', '值班情况')).toContain('未排人：黄浦区局');
  });
});

describe('gone to another unit', () => {
  it('the unit that is left without a reporter is named', async () => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', '更换联络员 卫子航 沈志恒')).toContain(
      '沈志恒不再代表长宁区局。长宁区局将没有联络员。',
    );
  });

  it('the shifts stood there are named, and open', async () => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '安排值班 长宁区局 沈志恒 晚会');
    const gala = '“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）';
    expect(await talk.alone('organiser', '新增联络员 徐汇区局 沈志恒')).toContain(
      `沈志恒排在值班名单上：${gala}，届时从名单上去掉，请另发“安排值班 长宁区局 姓名”。`,
    );
    expect(await talk.alone('organiser', '是')).toContain(`沈志恒已从值班名单上去掉：${gala}`);
    expect(await talk.alone('organiser', '长宁区局明细')).toContain('19:30—22:30）：未排人');
  });
});
