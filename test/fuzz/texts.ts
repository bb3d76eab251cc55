/** Texts that nobody would write on purpose, out of what people do write: orders and figures, cut, doubled, nested and soiled. */
import { allOrders } from '../../src/domain/rooms.ts';
import type { Dice } from './dice.ts';

const orders = allOrders().flatMap(([, { help }]) => (help === null ? [] : [help]));
const said = [
  '公益广告3条',
  '抖音12条',
  '资料印了两千份',
  '其余为0',
  '第3项改成20',
  '再加2场',
  '撤回',
  '上一项',
  '跳过',
  '暂停',
  '总结已报送OA',
  '图片无',
  '第2项备注：',
  '签到',
  '请假，不能到岗',
  '马上到',
  '同意换班',
  '是',
  '不用了',
  '好的',
  '催各区局，黄浦除外',
  '徐汇区局截止改到3月25日前',
  '长宁延期三天',
  '绑定 黄浦区市场监管局',
  '确认绑定1',
  '答复1号：',
  '找组织者：',
  '通知各区局：',
  '请回收到',
  '退回 黄浦区局 第3项，',
  '公益广告汇总',
  '1、3 2、5',
  '公益广告\t3\n抖音\t12',
];
/** Small words that sentences are strung together with: what patterns let stand any number of times. */
const small = [
  ...'嗯哦好行是对那就先也还都再我的了吧啊呢和',
  '好的',
  '刚刚',
  '刚才',
  '那就',
  '还是',
  '现在',
  '谢谢',
  '我们',
  '都不是',
  '不是',
  '的数',
  '明天的',
  '我要',
  '这个',
  '麻烦',
];
const words = [
  '黄浦区局',
  '徐汇',
  '上海市市场监督管理局',
  '王若溪',
  '周文博',
  '执法总队',
  '各区局',
  '大家',
  '第',
  '项',
  '改成',
  '号',
  '月',
  '日前',
  '下周五',
  '明天',
  '去年',
  '百分之',
  '％',
  '一百二十三',
  '两千零三',
  '十几',
  '上百',
  '约',
  '不到',
  '3—5',
  '1e9',
  '0x10',
  '-7',
  '１２３',
  '①',
  '㈢',
  '½',
  '9'.repeat(40),
  '0.000',
  '1,234,567',
  '不',
  '没有',
  '吗',
  '？',
  '如果',
  '听说',
  '希望',
  '已经',
  '公益广告',
  '专题报道',
  '条',
  '场',
  '份',
  '万',
  '亿',
  '次',
  '其余',
  '备注',
  '确认',
  '除外',
  '所有',
  '2月30日',
  '25:61',
  '3.15',
  '3·15',
];
const marks = [...'，。；：、！？,.;:!?~～—…·-()（）[]【】{}<>《》/\\|`*_#@＠&%^=+$￥ \t\n　'];
const unseen = [
  ...'\u0000\u0001\u0008\u000b\u001b\u007f\u0085\u00a0\u00ad\u034f\u061c\u115f\u180e\u2028\u2029\u200b\u200c\u200d\u200e\u202e\u2060\u2066\u3164\ufe0f\ufeff\ufff9\uffff\ue000',
  '\ud800',
  '\udc00',
  '\u{e0041}',
  '\u{e0100}',
  '\u{10ffff}',
];
const pictures = ['😀', '👨‍👩‍👧', '🏳️‍🌈', '🇨🇳', '1️⃣', '👍🏽', '[强]', '[OK]', '/:ok'];
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '$&',
  '$1',
  '\\u0000',
  '%s',
  '<@all>',
  '</think>',
  '](http://x)',
  '@督办助手',
];
const quotes = ['“”', '「」', '『』', '""', "''", '‘’', '（）', '()', '【】', '《》', '〔〕'] as const;

/** One text; most are short, as people's are. */
export function drawText(dice: Dice): string {
  const text = dice.weighted<string>([
    [6, () => sentence(dice)],
    [3, () => soiled(dice, sentence(dice))],
    [1, () => repeated(dice)],
    [1, () => nested(dice)],
    [1, () => noise(dice)],
    [1, () => table(dice)],
  ]);
  return dice.one(20) ? text.repeat(1 + dice.below(12)) : text;
}

function piece(dice: Dice): string {
  return dice.weighted<string>([
    [6, () => dice.pick(orders).replace(/\{\w+\}/g, () => dice.pick(words))],
    [6, () => dice.pick(said)],
    [6, () => dice.pick(words)],
    [2, () => dice.pick(small)],
    [3, () => dice.pick(marks)],
    [1, () => dice.pick(pictures)],
    [1, () => dice.pick(names)],
    [1, () => String(dice.below(3000))],
  ]);
}

function sentence(dice: Dice): string {
  const between = dice.pick(['', '', '，', '，', '。', ' ', '\n', '、', '；']);
  return Array.from({ length: 1 + dice.below(dice.one(10) ? 60 : 6) }, () => piece(dice)).join(between);
}

/** Characters put in, taken out, doubled and swapped. */
function soiled(dice: Dice, text: string): string {
  const units = [...text];
  for (let left = 1 + dice.below(6); left > 0; left -= 1) {
    const at = dice.below(units.length + 1);
    dice.weighted([
      [3, () => units.splice(at, 0, dice.pick(unseen))],
      [2, () => units.splice(at, 0, dice.pick(marks))],
      [2, () => units.splice(at, 1)],
      [1, () => units.splice(at, 0, ...units.slice(at, at + 3))],
      [1, () => units.reverse()],
    ]);
  }
  return units.join('');
}

/** One piece, or two in turn, on and on. */
function repeated(dice: Dice): string {
  const one = () => (dice.one(2) ? dice.pick(small) : piece(dice));
  const unit = dice.one(2) ? one() : one() + one();
  const times = Math.ceil(dice.pick([80, 400, 3000, 3100]) / unit.length);
  return sentence(dice) + unit.repeat(times).slice(0, 3100) + sentence(dice);
}

function nested(dice: Dice): string {
  let text = sentence(dice);
  for (let depth = dice.pick([2, 10, 300]); depth > 0; depth -= 1) {
    const [open = '', close = ''] = dice.pick(quotes);
    text = `${dice.one(3) ? dice.pick(words) : ''}${open}${text}${dice.one(9) ? '' : close}`;
  }
  return text.slice(0, 3200);
}

/** Any characters at all. */
function noise(dice: Dice): string {
  const character = () =>
    dice.weighted<string>([
      [4, () => String.fromCodePoint(0x4e00 + dice.below(0x51ff))],
      [2, () => String.fromCodePoint(dice.below(0x250))],
      [1, () => String.fromCodePoint(0x1f300 + dice.below(0x700))],
      [1, () => String.fromCodePoint(dice.below(0x110000))],
      [1, () => dice.pick(unseen)],
    ]);
  return Array.from({ length: dice.below(dice.one(5) ? 1500 : 40) }, character).join('');
}

function table(dice: Dice): string {
  const cell = dice.pick(['\t', '|', '  ', '：', ',']);
  const row = () => Array.from({ length: 1 + dice.below(5) }, () => piece(dice)).join(cell);
  return Array.from({ length: 1 + dice.below(15) }, row).join('\n');
}
