/**
 * A text in which nothing is markup, whatever people wrote into it: `<@userid>` would call somebody, `<think>` hide what follows,
 * `[文字](地址)` show a link under other words. The bot's own texts hold no markup.
 */
export function harmless(text: string): string {
  return text.replace(/<(?=[@a-z/!])/gi, '＜').replace(/\]\(/g, ']（');
}
