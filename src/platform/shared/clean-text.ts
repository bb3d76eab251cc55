/**
 * C0 and C1 controls but line feed and tab, zero-width and bidirectional marks, the byte order mark, lone surrogates. The
 * zero-width joiner stays: emoji are built with it.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A person's text without what cannot be seen, with `\n` as the only line break, trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();
}
