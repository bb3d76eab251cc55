/** Mentions of the bot in what people type, by any of its names: `@督办助手`. */

/** What stands between a mention and the next word: spaces, the four-per-em space of chat clients, a comma or colon. */
const gap = '[\\s\\u2005,，:：]*';

export interface MentionReader {
  mentions(text: string): boolean;
  /** The text without the bot's mentions, trimmed. */
  strip(text: string): string;
}

export function createMentionReader(botNames: readonly string[]): MentionReader {
  const names = botNames
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const source = `[@＠](?:${names.join('|')})`;
  const found = new RegExp(source);
  const leading = new RegExp(`^\\s*${source}${gap}`);
  const anywhere = new RegExp(source, 'g');
  return {
    mentions: (text) => found.test(text),
    strip: (text) => text.replace(leading, '').replace(anywhere, ' ').trim(),
  };
}
