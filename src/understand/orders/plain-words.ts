/** A message without what does not change what it asks for. */

const courtesyBefore =
  /^(?:(?:请问|请(?![假示教])|麻烦|帮忙|帮我|您好|你好|助手|小助手|那个|嗯|哦|我想|给我)(?:你|您)?[,，、\s]*)+/;
const courtesyAfter = /(?:[,，\s]*(?:谢谢(?:您|你)?|多谢|辛苦了?|麻烦了?|吧|哈|啊|呢|呀|哦|一下|看看))+$/;

const longestCourtesy = 40;

/** 好的，提交: said before what is to be done. Alone it is an answer, and never courtesy. */
const assentBefore = /^(?:(?:好的|ok|okay|没问题)[,，、。!！\s]*|(?:好|行|嗯+|可以|是的?|对)[,，、。!！\s]+)+(?=\S)/i;

/** Without courtesies at both ends and final punctuation; and with the end kept, for 催一下. */
export function plainWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const plain = trimEnds(withoutCourtesy(words));
  return plain === '' || plain === words ? [words] : [plain, words];
}

function wordsOf(text: string): string {
  const trimmed = text.replace(/[\u200b-\u200f\ufeff]/g, '').trim();
  const bare = trimEnds(trimmed.replace(assentBefore, '').replace(courtesyBefore, ''));
  return bare === '' ? trimEnds(trimmed) : bare;
}

/** Looked for where it may stand: sought in all of a long message, an end is tried at every word. */
function withoutCourtesy(words: string): string {
  const at = Math.max(0, words.length - longestCourtesy);
  return words.slice(0, at) + words.slice(at).replace(courtesyAfter, '');
}

function trimEnds(text: string): string {
  return text.replace(/^[\s,，。.!！~～【[]+|[\s,，。.!！~～?？】\]]+$/g, '');
}
