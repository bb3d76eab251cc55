import type { Form } from '../../domain/form.ts';
import type { Claim } from './findings.ts';
import { indexOf } from './label-index.ts';
import { fitOf } from './measure.ts';
import { elementsOf } from './mention.ts';
import { scan } from './scan.ts';

/** Whether words that name a row here name one just as well in another form that is being collected. */
export function fitsOtherForm(words: string, claim: Claim, others: readonly Form[]): boolean {
  return others.some((form) => {
    const index = indexOf(form);
    return elementsOf(scan(words, index), index, words).some(
      (element) =>
        element.type === 'label' &&
        element.certain &&
        element.rows.some((row) => fitOf(claim.measure, index.rows[row]?.measures ?? []) !== 'foreign'),
    );
  });
}
