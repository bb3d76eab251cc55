/** Whether two questions ask the same: they share most of their pairs of characters. */

const threshold = 0.5;

export function alike(a: string, b: string): boolean {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size < 2 || right.size < 2) return sameWords(a, b);
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (
    shared / Math.min(left.size, right.size) >= threshold && shared / Math.max(left.size, right.size) >= threshold / 2
  );
}

/** Whether two questions are put in the same words. */
export function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** Without courtesies, particles and punctuation, which any two questions share. */
function plain(text: string): string {
  return text.replace(/请问|麻烦|一下|您好|你好|[\s\p{P}的了吗呢啊吧么是]/gu, '');
}

function pairs(text: string): Set<string> {
  const words = plain(text);
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}
