/** Which of many things a text may be at all: those of whose keywords one stands in it. */
import { emptyTrie, nodeAt, type TrieNode } from '../reading/trie.ts';

/**
 * Most messages have none of the words, and are turned away in one walk over their letters. In the order of `all`; what has no
 * words always passes.
 */
export function createScreen<T extends { readonly words: readonly string[] | null }>(
  all: readonly T[],
): (text: string) => readonly T[] {
  const root = emptyTrie<number[]>();
  const always: number[] = [];
  for (const [index, { words }] of all.entries()) {
    if (words === null) always.push(index);
    for (const word of words ?? []) {
      const node = nodeAt(root, word.toLowerCase());
      node.value = [...(node.value ?? []), index];
    }
  }

  return (text) => {
    const may = new Set(always);
    const small = text.toLowerCase();
    for (let start = 0; start < small.length; start++) {
      let node: TrieNode<number[]> | undefined = root.next.get(small.charCodeAt(start));
      for (let at = start + 1; node !== undefined; at++) {
        for (const index of node.value ?? []) may.add(index);
        node = node.next.get(small.charCodeAt(at));
      }
    }
    return [...may].sort((one, other) => one - other).map((index) => all[index] as T);
  };
}
