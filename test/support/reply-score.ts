import type { Prediction } from '../../src/cli/understand.ts';

/** A case of the reply corpus: the text, its context and what a careful secretary records. */
export interface ReplyCase {
  readonly id: string;
  readonly form: string;
  readonly category: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly expect: {
    readonly values: Readonly<Record<string, number>>;
    readonly intent?: string;
    readonly intentAlso?: string | readonly string[];
    readonly allow?: Readonly<Record<string, number>>;
    readonly remark?: string;
    readonly remarkField?: number;
  };
  readonly note?: string;
}

export interface Score {
  readonly exact: boolean;
  /** A value was written that the secretary would not have written. */
  readonly wrongWrite: boolean;
}

const CLOSE = 1e-9;

/** One prediction against one case, as the README of the replies says. */
export function score(expected: ReplyCase['expect'], predicted: Prediction): Score {
  const wrongWrite = Object.entries(predicted.values).some(([no, value]) => !isAllowed(expected, no, value));
  const complete = Object.entries(expected.values).every(
    ([no, value]) => Math.abs((predicted.values[no] ?? Number.NaN) - value) <= CLOSE,
  );
  return {
    wrongWrite,
    exact: !wrongWrite && complete && hasIntent(expected, predicted) && hasRemark(expected, predicted),
  };
}

function isAllowed(expected: ReplyCase['expect'], no: string, value: number): boolean {
  return [expected.values[no], expected.allow?.[no]].some(
    (right) => right !== undefined && Math.abs(right - value) <= CLOSE,
  );
}

function hasIntent(expected: ReplyCase['expect'], predicted: Prediction): boolean {
  const also = expected.intentAlso ?? [];
  const right = [
    expected.intent ?? defaultIntent(expected.values, expected.remark),
    ...(typeof also === 'string' ? [also] : also),
  ];
  const said = predicted.intent ?? defaultIntent(predicted.values, predicted.remark);
  return right.map(merged).includes(merged(said));
}

function defaultIntent(values: Readonly<Record<string, number>>, remark?: string): string {
  return Object.keys(values).length === 0 && remark === undefined ? 'none' : 'fill';
}

/** To refuse and to ask back both keep the figure out. */
function merged(intent: string): string {
  return intent === 'reject' ? 'clarify' : intent;
}

function hasRemark(expected: ReplyCase['expect'], predicted: Prediction): boolean {
  if (expected.remark === undefined) return true;
  if (bare(predicted.remark ?? '') !== bare(expected.remark)) return false;
  return (
    predicted.remarkField === undefined ||
    expected.remarkField === undefined ||
    predicted.remarkField === expected.remarkField
  );
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}
