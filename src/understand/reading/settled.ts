import type { RowNo } from '../../domain/model.ts';
import type { Doubt, ReadValue, Refusal } from '../../domain/reading.ts';

/** What came of the claims of one message. */
export interface Settled {
  readonly values: ReadValue[];
  readonly doubts: Doubt[];
  readonly refusals: Refusal[];
  readonly leftOut: RowNo[];
}
