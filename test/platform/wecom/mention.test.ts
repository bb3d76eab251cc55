import { describe, expect, it } from 'vitest';
import { createStripMention } from '../../../src/platform/wecom/mention.ts';

const strip = createStripMention(['督办助手', '督办 小助手', 'Duban Bot', 'duban']);

describe('a mention of the bot is taken out', () => {
  it.each([
    ['@督办助手 收到', '收到'],
    ['收到 @督办助手', '收到'],
    ['收到@督办助手', '收到'],
    ['第3项改成20@督办助手', '第3项改成20'],
    ['公益广告3条 @督办助手 抖音12条', '公益广告3条 抖音12条'],
    ['@督办助手\u2005收到', '收到'],
    ['@督办助手\n公益广告3条\n抖音12条', '公益广告3条\n抖音12条'],
    ['公益广告3条\n@督办助手\n抖音12条', '公益广告3条\n \n抖音12条'],
    ['@督办助手，收到', '收到'],
    ['@督办助手：公益广告3条', '公益广告3条'],
    ['收到！@督办助手。', '收到！ 。'],
    ['@督办 小助手 收到', '收到'],
    ['@Duban Bot 收到', '收到'],
    ['@duban 收到', '收到'],
    ['@督办助手 @督办助手 收到', '收到'],
    ['＠督办助手 收到', '收到'],
    ['@督办助手', ''],
    ['没有提到', '没有提到'],
  ])('%j → %j', (text, expected) => {
    expect(strip(text, true)).toBe(expected);
    expect(strip(text, false)).toBe(expected);
  });

  it('also where somebody deleted the space after it, in a group', () => {
    expect(strip('@督办助手收到', true)).toBe('收到');
    expect(strip('@督办助手3条', true)).toBe('3条');
    // In a single chat nobody need be mentioned: it may as well be another name.
    expect(strip('@督办助手收到', false)).toBe('@督办助手收到');
  });
});

describe('everything else stays', () => {
  it.each(['请发到 wang@duban.gov.cn', '请发到 wang@督办助手.cn 谢谢', '邮箱是a.b@example.com', 'cc x@duban'])(
    'the e-mail address in %j',
    (text) => {
      expect(strip(text, true)).toBe(text);
    },
  );

  it.each([
    ['@督办助手 @王小明 请催一下', '@王小明 请催一下'],
    ['@督办助手 @督办助手小王 请催一下', '@督办助手小王 请催一下'],
    ['@duban @dubanese 你好', '@dubanese 你好'],
    ['@督办助手 问 @督办 处', '问 @督办 处'],
  ])('the other mention in %j', (text, expected) => {
    expect(strip(text, true)).toBe(expected);
  });

  it('signs with a meaning in patterns are read as themselves', () => {
    const odd = createStripMention(['助手(测试)+']);
    expect(odd('@助手(测试)+ 收到', true)).toBe('收到');
    expect(odd('@助手测试 收到', true)).toBe('@助手测试 收到');
  });
});

it('stays quick on hostile text', () => {
  const hostile = `${'@督办助手'.repeat(2_000)}${' '.repeat(10_000)}${'@'.repeat(10_000)}${'a'.repeat(10_000)}`;
  const startedMs = performance.now();
  strip(hostile, true);
  strip(hostile, false);
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});

it.each([[[]], [['']], [['督办助手', '  ']]])('refuses the names %j', (names) => {
  expect(() => createStripMention(names)).toThrow(/botNames/);
});
