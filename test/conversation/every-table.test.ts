/** Of which table it is, and that it is of both. */
import { describe, expect, it } from 'vitest';
import { openThreeReturns } from '../support/three-returns.ts';

const inspection = '《汛期建设工程排查整治统计表》';
const training = '《防汛宣传培训统计表》';

async function asked(words = '其余为0') {
  const talk = await openThreeReturns();
  const say = (text: string) => talk.alone('nanhu-liaison', text);
  expect(await say(words)).toContain('是报哪张表的？');
  return say;
}

it.each(['都是0', '两张都是', '两张表都报', '都是', '两个表都一样', '2张表都是', '两张表都是0'])(
  'zeroes both tables at %s, and asks no more',
  async (words) => {
    const say = await asked();
    const said = await say(words);
    expect(said).toContain(`${inspection}第1、2、3、4、5、6项记为0。`);
    expect(said).toContain(`${training}第1、2、3、4项记为0。`);
    expect(said).not.toContain('哪张表');
    expect(await say('进度')).not.toContain('哪张表');
  },
);

it('does not ask on once both tables were said to be zero', async () => {
  const say = await asked('全部为0');
  expect(await say('两张表都是0')).not.toContain('哪张表');
  expect(await say('进度')).not.toContain('哪张表');
});

it('takes 三张都是 for no answer where two are offered', async () => {
  const say = await asked();
  expect(await say('三张都是')).not.toContain('记为0');
});

describe('two tables are full', () => {
  it('one is submitted, and the other is named', async () => {
    const talk = await openThreeReturns();
    const say = (text: string) => talk.alone('nanhu-liaison', text);
    await say('两张表都是0');
    const said = await say('确认提交');
    expect(said.match(/》已提交。/g)).toHaveLength(1);
    expect(said).toMatch(/《\S+》也已填齐，还没有提交，核对无误请回“提交《\S+》”。/);
    const [, other = ''] = /“(提交《\S+》)”/.exec(said) ?? [];
    const then = await say(other);
    expect(then).toContain('已提交。');
    expect(then).not.toContain('也已填齐');
  });
});
