import { literal } from '../../domain/literal.ts';

/** Takes the bot's own mention out of a text; `addressed` says that the platform delivered it because the bot was mentioned. */
export type StripMention = (text: string, addressed: boolean) => string;

/** What may follow a mention: the platform puts a space there, people put punctuation. */
const AFTER = '(?=$|[\\s，。！？、：；,!?:;）)】])';
/** `name@example.cn` is an address, whatever the bot is called. */
const NOT_A_DOMAIN = '(?![A-Za-z0-9-]*\\.[A-Za-z])';
const BEFORE_ASCII_NAME = '(?<![A-Za-z0-9._%+-])';

/**
 * The platform leaves "@" + display name + space in the text, wherever it stood, and gives no list of mentions (documentation
 * 100719). Only the configured names are matched, so that e-mail addresses and other people's mentions stay.
 */
export function createStripMention(botNames: readonly string[]): StripMention {
  const names = [...botNames].map((name) => name.trim()).sort((a, b) => b.length - a.length);
  if (names.length === 0 || names.includes('')) {
    throw new Error(
      'Name the WeCom bot as it is called in the group (botNames), or its mentions cannot be recognised.',
    );
  }
  const mention = `(?:${names.map(namePattern).join('|')})`;
  const exact = new RegExp(`[^\\S\\n]{0,4}${mention}${AFTER}[，、：,:]?[^\\S\\n]{0,4}`, 'gu');
  const glued = new RegExp(`[^\\S\\n]{0,4}${mention}${NOT_A_DOMAIN}[^\\S\\n]{0,4}`, 'u');
  return (text, addressed) => {
    if (!/[@＠]/.test(text)) return text.trim();
    const stripped = text.replace(exact, ' ');
    // A group message is only delivered when it mentions the bot: with no mention that ends properly, the one whose space
    // somebody deleted ("@督办助手收到") must be it.
    return (addressed && stripped === text ? text.replace(glued, ' ') : stripped).trim();
  };
}

function namePattern(name: string): string {
  const words = name.split(/\s+/).map(literal);
  return `${/^[A-Za-z0-9]/.test(name) ? BEFORE_ASCII_NAME : ''}[@＠]${words.join('\\s+')}`;
}
