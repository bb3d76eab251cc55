/** Cuts a long text into messages of a platform's size, at ends of lines or sentences. */

const encoder = new TextEncoder();

export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/**
 * As few parts as fit, each of at most `maxBytes` UTF-8 bytes. Cuts after a line, else after a sentence, else after a clause,
 * and inside one only where it alone is too long. Nothing is lost but the line break at a cut.
 */
export function splitText(text: string, maxBytes: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (utf8Length(rest) > maxBytes) {
    const room = fitting(rest, maxBytes);
    const head = rest.slice(0, cutAt(rest, room));
    // Blanks before a line break may fill a message by themselves.
    if (head.trim() !== '') parts.push(head.trimEnd());
    rest = rest.slice(head.length).replace(/^\n+/, '');
  }
  parts.push(rest);
  return parts;
}

/** How many UTF-16 units of the text fit, never half a character. */
function fitting(text: string, maxBytes: number): number {
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > maxBytes) break;
    units += character.length;
  }
  return Math.max(units, 1);
}

const ends = [/\n(?=[^\n]*$)/, /[。！？；](?=[^。！？；]*$)/, /[，、,](?=[^，、,]*$)/];

function cutAt(text: string, room: number): number {
  const window = text.slice(0, room);
  for (const end of ends) {
    const found = end.exec(window);
    // A cut near the very beginning would make one message more than needed.
    if (found && found.index > room / 2) return found.index + 1;
  }
  return room;
}
