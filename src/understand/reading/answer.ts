import type { Doubt, Reading } from '../../domain/reading.ts';
import type { LabelIndex } from './label-index.ts';

/** The answer to the bot's open question, if the message plainly is one. */
export function readAnswer(_text: string, _question: Doubt, _index: LabelIndex): Reading | null {
  return null;
}
