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
    expect(said).toContain('“6处”');
    expect(said).not.toContain(' 6份');
  });

  it('also where the other table is talked about', async () => {
    const talk = await openThreeReturns();
    await talk.alone(tian, '宣传资料300份');
    expect(await talk.alone(tian, '整改3处')).toContain(`${inspection}已记：第3项 完成整改 3处`);
  });
});
