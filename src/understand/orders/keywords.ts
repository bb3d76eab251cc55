/**
 * What a pattern cannot do without: words of which at least one stands in everything that fits it. They are found in the pattern
 * itself, so that whoever writes one has nothing to add. Of what is not understood in a pattern nothing is said.
 */

/** At least one of these stands there; null where nothing is known. */
type Need = readonly string[] | null;

/** Null where any words may fit. */
export function keywordsOf({ source }: RegExp): readonly string[] | null {
  return new Parser(source).alternatives();
}

/** Of a larger class of characters one stands in most messages. */
const largestClass = 6;

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the end of the group or the pattern. */
  alternatives(): Need {
    const needs = [this.#sequence()];
    while (this.#take(/\|/y)) needs.push(this.#sequence());
    return needs.includes(null) ? null : [...new Set(needs.flatMap((need) => need ?? []))];
  }

  #sequence(): Need {
    let best: Need = null;
    let word = '';
    const endWord = () => {
      if (word !== '') best = better(best, [word]);
      word = '';
    };
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const letter = this.#letter();
      if (letter === null) endWord();
      const need = letter === null ? this.#other() : null;
      const times = this.#times();
      if (times === 'any') endWord();
      else if (letter === null) best = better(best, need);
      else word += letter;
      if (times === 'several') endWord();
    }
    endWord();
    return best;
  }

  /** A character that stands for itself. */
  #letter(): string | null {
    const [, code, escaped, plain] = this.#take(/\\u([\da-f]{4})|\\([^\da-z])|([^\\^$.*+?()[\]{}|])/iy) ?? [];
    return code === undefined ? (escaped ?? plain ?? null) : String.fromCharCode(Number.parseInt(code, 16));
  }

  /** A group, a class of characters, or what says nothing of them. */
  #other(): Need {
    const around = this.#take(/\(\?<?[=!]/y);
    if (around ?? this.#take(/\((?:\?:|\?<[^>]+>)?/y)) {
      const need = this.alternatives();
      this.#take(/\)/y);
      return around ? null : need;
    }
    const [, letters] = this.#take(/\[([^\]\\^-]*)\]/y) ?? [];
    if (letters !== undefined) return letters.length > largestClass ? null : [...letters];
    if (!this.#take(/\[(?:\\.|[^\]\\])*\]|\\[pPku][{<][^}>]*[}>]|\\.|[\s\S]/sy)) this.#at += 1;
    return null;
  }

  #times(): 'once' | 'several' | 'any' {
    const [sign, least] = this.#take(/(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y) ?? [];
    if (sign === undefined) return 'once';
    return /^[*?]/.test(sign) || least === '0' ? 'any' : 'several';
  }

  #take(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found) this.#at = sticky.lastIndex;
    return found;
  }
}

/** Rather one long word than several, rather several than one character that stands everywhere. */
function better(one: Need, other: Need): Need {
  if (one === null || other === null) return one ?? other;
  return rarity(other) > rarity(one) ? other : one;
}

function rarity(words: readonly string[]): number {
  return Math.min(2, ...words.map(({ length }) => length)) - words.length / 1000;
}
