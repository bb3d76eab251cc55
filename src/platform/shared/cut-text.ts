const SENTENCE_END = /[。！？；!?;\n]/g;

/**
 * The text if it fits into `maxBytes` of UTF-8, else its beginning up to the last sentence end that fits, followed by `hint`.
 * Without a sentence end in the second half it cuts between two characters.
 */
export function cutText(text: string, maxBytes: number, hint: string): string {
  // One UTF-16 unit is at most three bytes, so that short texts need no counting.
  if (text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes) return text;
  const head = firstBytes(text, maxBytes - Buffer.byteLength(hint));
  const ends = [...head.matchAll(SENTENCE_END)];
  const last = ends.at(-1)?.index ?? -1;
  return (last + 1 >= head.length / 2 ? head.slice(0, last + 1).trimEnd() : head) + hint;
}

/** The longest beginning of a text within so many bytes that splits no character. */
function firstBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  let end = Math.max(0, Math.min(maxBytes, bytes.length));
  // A byte 10xxxxxx continues a character: step back to where one begins.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}
