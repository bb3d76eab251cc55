/** Longest-match look-up over character codes (or any other symbols mapped to numbers). */
export interface TrieNode<T> {
  readonly next: Map<number, TrieNode<T>>;
  value: T | undefined;
}

export interface TrieHit<T> {
  readonly value: T;
  readonly end: number;
}

export function emptyTrie<T>(): TrieNode<T> {
  return { next: new Map(), value: undefined };
}

/** The node at the end of `word`, made if need be. */
export function nodeAt<T>(root: TrieNode<T>, word: string): TrieNode<T> {
  let node = root;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (next === undefined) {
      next = emptyTrie();
      node.next.set(code, next);
    }
    node = next;
  }
  return node;
}

export function longestMatch<T>(root: TrieNode<T>, text: string, start: number): TrieHit<T> | null {
  let node: TrieNode<T> | undefined = root;
  let hit: TrieHit<T> | null = null;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charCodeAt(at));
    if (node === undefined) break;
    if (node.value !== undefined) hit = { value: node.value, end: at + 1 };
  }
  return hit;
}
