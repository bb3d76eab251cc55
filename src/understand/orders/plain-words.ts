/** A message without what does not change what it asks for. */

const courtesyBefore =
  /^(?:(?:请问|请(?![假示教])|麻烦|帮忙|帮我|您好|你好|助手|小助手|那个|嗯|哦|我想|给我)(?:你|您)?[,，、\s]*)+/;
const courtesyAfter = /(?:[,，\s]*(?:谢谢(?:您|你)?|多谢|辛苦了?|麻烦了?|吧|哈|啊|呢|呀|哦|一下|看看))+$/;

const longestCourtesy = 40;

/** 看一下进度 */
const looking = /^(?:看|查)(?:一下|下|看|一看)(?=\S{2})/;

/** Without courtesies at both ends and final punctuation; with the end kept, for 催一下; and without 看一下 before it. */
export function plainWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const plain = trimEnds(withoutCourtesy(words));
  const all = plain === '' || plain === words ? [words] : [plain, words];
  const looked = all[0]?.replace(looking, '') ?? '';
  return looked === all[0] ? all : [...all, looked];
}

function wordsOf(text: string): string {
  const trimmed = text.replace(/[\u200b-\u200f\ufeff]/g, '').trim();
  const bare = trimEnds(trimmed.replace(courtesyBefore, ''));
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
