import { emptyTrie, longestMatch, nodeAt, type TrieHit } from './trie.ts';
import { VOCABULARY, type WordKind } from './vocabulary.ts';

const root = emptyTrie<WordKind>();
for (const [kind, words] of Object.entries(VOCABULARY) as [WordKind, string][]) {
  for (const word of words.split(' ')) {
    nodeAt(root, word).value ??= kind;
    if (kind === 'tenfold' || kind === 'tenth') nodeAt(root, word.replace('0', '零')).value ??= kind;
  }
}

/** The longest office word that begins at `start`. */
export function wordAt(text: string, start: number): TrieHit<WordKind> | null {
  return longestMatch(root, text, start);
}
