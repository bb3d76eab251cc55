/** One message with figures of two tables, and the question which of them is meant. */
import { describe, expect, it } from 'vitest';
import { openThreeReturns } from '../support/three-returns.ts';

const inspection = '《汛期建设工程排查整治统计表》';
const training = '《防汛宣传培训统计表》';
const tian = 'dongcheng-liaison';

describe('each figure goes to the table that has its row', () => {
  it.each([
    ['宣传资料2000份，整改12处', '第3项 完成整改 12处', '第3项 发放宣传资料 2000份'],
    ['宣传资料300份整改3处', '第3项 完成整改 3处', '第3项 发放宣传资料 300份'],
    ['发放2000份宣传资料、整改12处', '第3项 完成整改 12处', '第3项 发放宣传资料 2000份'],
    ['培训30人次，整改3处', '第3项 完成整改 3处', '第2项 培训从业人员 30人次'],
  ])('%s', async (words, ofInspection, ofTraining) => {
    const talk = await openThreeReturns();
    const said = await talk.alone(tian, words);
    expect(said).toContain(`${inspection}已记：${ofInspection}`);
    expect(said).toContain(`${training}已记：${ofTraining}`);
    expect(said).not.toContain('未记');
  });

  it('and what is in doubt about one of them is asked, not written into the other', async () => {
    const talk = await openThreeReturns();
    const said = await talk.alone('safety-liaison', '宣传资料450份，隐患整改6处');
    expect(said).toContain('第3项 发放宣传资料 450份');
    expect(said).toContain('“隐患整改6处”是哪一项？');
    expect(said).not.toContain(' 6份');
  });

  it('and asks once, whichever table the question ends the answer of', async () => {
    const talk = await openThreeReturns();
    const said = await talk.alone(tian, '宣传资料约300份，整改3处');
    expect(said).toContain(`${inspection}已记：第3项 完成整改 3处`);
    expect(said.match(/是约数/g)).toHaveLength(1);
  });

  it('also where the other table is talked about', async () => {
    const talk = await openThreeReturns();
    await talk.alone(tian, '宣传资料300份');
    expect(await talk.alone(tian, '整改3处')).toContain(`${inspection}已记：第3项 完成整改 3处`);
  });
});

describe('while it is open which table figures are for', () => {
  async function asked() {
    const talk = await openThreeReturns();
    expect(await talk.alone(tian, '1、21 2、11')).toContain('是报哪张表的？');
    return (text: string) => talk.alone(tian, text);
  }

  it('their rows are zeroed in neither, and neither is submitted over', async () => {
    const type = await asked();
    const zeroed = await type('两张表其余都为0');
    expect(zeroed).not.toContain(`${inspection}${inspection}`);
    expect(zeroed).toContain(`${inspection}第3、4、5、6项记为0。`);
    expect(zeroed).toContain(`${training}第3、4项记为0。`);
    expect(zeroed).toContain('第1项 排查在建工地、第2项 发现安全隐患还没有报准，没有记0。');
    expect(await type('确认提交')).toMatch(/^还不能提交。\n“1、21 2、11”是报哪张表的？/);
    const said = await type('2');
    expect(said).toContain('1 举办宣传活动 21场\n2 培训从业人员 11人次\n3 发放宣传资料 0份');
    expect(await type('确认提交')).toContain(`${training}已提交。`);
    expect(await type('进度')).toContain(`${inspection}：还差统计表第1、2项`);
  });

  it('the table is not submitted over by a colleague either', async () => {
    const talk = await openThreeReturns();
    await talk.alone('nanhu-liaison', '1、21 2、11');
    const colleague = (text: string) => talk.alone('nanhu-liaison-2', text);
    await colleague('举办宣传活动3场，其余为0');
    expect(await colleague('确认提交')).toMatch(/^还不能提交，林溪有一问未答：“1、21 2、11”是报哪张表的？/);
    // What stands in its rows by now is not in question any more.
    expect(await colleague('培训11人次，确认提交')).toContain(`${training}已提交。`);
  });

  it('a figure given for its row by name closes it', async () => {
    const type = await asked();
    await type('举办宣传活动21场，培训11人次');
    expect(await type('进度')).not.toContain('是报哪张表的');
  });

  it('两张表 is both of them', async () => {
    const talk = await openThreeReturns();
    const said = await talk.alone(tian, '两张表其余都为0');
    expect(said).toContain(`${inspection}6项已填齐：`);
    expect(said).toContain(`${training}4项已填齐：`);
    expect(said).not.toContain(`${training}${training}`);
  });

  it('zeros for the rest leave what was given meanwhile', async () => {
    const talk = await openThreeReturns();
    const type = (text: string) => talk.alone('nanhu-liaison', text);
    expect(await type('其余为0')).toContain('是报哪张表的？');
    await type('宣传活动3场，培训50人次');
    const said = await type('2');
    expect(said).toContain('第3、4项记为0。');
    expect(said).toContain('1 举办宣传活动 3场\n2 培训从业人员 50人次\n3 发放宣传资料 0份');
  });
});
