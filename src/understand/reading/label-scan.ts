import { type LabelIndex, type LabelPiece, soundCode } from './label-index.ts';
import type { FragmentToken } from './tokens.ts';
import { longestMatch, type TrieNode } from './trie.ts';

/** The longest stretch of some label that begins at `start`. */
export function pieceAt(index: LabelIndex, text: string, start: number): FragmentToken | null {
  const hit = longestMatch(index.pieces, text, start);
  return hit === null ? null : fragment(hit.value, start, hit.end, false);
}

/** The longest stretch that sounds like part of a label: 公议广告, 抖因. */
export function soundAt(index: LabelIndex, text: string, start: number): FragmentToken | null {
  let node: TrieNode<LabelPiece[]> | undefined = index.sounds;
  let found: FragmentToken | null = null;
  for (let at = start; at < text.length; at++) {
    const code = soundCode(text.charCodeAt(at));
    node = code === 0 ? undefined : node.next.get(code);
    if (node === undefined) break;
    const piece = node.value === undefined ? null : likeliest(node.value, text.slice(start, at + 1));
    if (piece !== null) found = fragment(piece, start, at + 1, true);
  }
  return found;
}

/** Some characters must be as printed: two words that only sound alike are two words. */
function likeliest(pieces: readonly LabelPiece[], heard: string): LabelPiece | null {
  let best: LabelPiece | null = null;
  let most = heard.length >= 4 ? 0 : 1;
  for (const piece of pieces) {
    let same = 0;
    for (let at = 0; at < heard.length; at++) if (piece.text[at] === heard[at]) same++;
    if (same >= most && (piece.weight >= 1.5 || heard.length >= 4)) {
      best = piece;
      most = same + 1;
    }
  }
  return best;
}

function fragment(piece: LabelPiece, start: number, end: number, guessed: boolean): FragmentToken {
  return { type: 'fragment', start, end, rows: piece.rows, exactly: piece.exactly, weight: piece.weight, guessed };
}
