/** An order that does not say which of several returns it means is asked about, and carried out once that is said. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

const asked =
  '共有3项报送，请说明是哪一项：\n1. 汛期值班表\n2. 排查整治统计表\n3. 宣传培训统计表\n请回序号或名称；都不是请回“都不是”。';

async function open() {
  const talk = await openThreeReturns();
  return (text: string) => talk.alone('organiser', text);
}

describe.each(['2', '排查整治统计表', '是排查整治统计表', '排查整治的'])('answered by “%s”', (answer) => {
  it('closes and opens it', async () => {
    const type = await open();
    expect(await type('截止填报')).toBe(asked);
    expect(await type(answer)).toMatch(/^《排查整治统计表》将停止填报/);
    expect(await type('是')).toMatch(/^《排查整治统计表》已截止填报/);
    expect(await type('开放填报')).toBe(asked);
    expect(await type(answer)).toBe('《排查整治统计表》已重新开放填报。已在工作群告知未报齐的单位。');
    expect(await type('2')).not.toContain('排查整治统计表');
  });

  it('moves its deadline, or that of one unit', async () => {
    const type = await open();
    expect(await type('截止改到6月20日前')).toBe(asked);
    expect(await type(answer)).toMatch(/^排查整治统计表的报送时间由.*6月20日/);
    await type('是');
    expect(await type('东城延期到6月23日')).toBe(asked);
    expect(await type(answer)).toMatch(/^东城区局《排查整治统计表》延到：.*6月23日/);
  });
});

it.each(['都不是', '不用了'])('is let go at “%s”', async (word) => {
  const type = await open();
  await type('截止填报');
  expect(await type(word)).toBe('好的，没有办理。');
  expect(await type('2')).toMatch(/^没看懂/);
});

it('is not answered by another order, nor ten minutes later', async () => {
  const talk = await openThreeReturns();
  await talk.alone('organiser', '截止填报');
  expect(await talk.alone('organiser', '催办 汛期值班表')).toContain('将在工作群提醒');
  await talk.alone('organiser', '不用了');
  await talk.until('2024-05-20 09:16');
  expect(await talk.alone('organiser', '2')).toMatch(/^没看懂/);
});

it.each(['是总结', '这是总结', '总结的', '总结', '1', '是第1个'])('a file is placed by “%s” alike', async (answer) => {
  const talk = await openPublished();
  await talk.send('xuhui-liaison', { name: '扫描件.pdf', kind: 'file' });
  expect(await talk.alone('xuhui-liaison', answer)).toBe('徐汇区局总结已收到（扫描件.pdf）。\n还差：统计表、图片。');
});
