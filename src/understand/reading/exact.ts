/** Exact decimals: `coef × 10^exp` with an integer coefficient, so that 35万6千元 is 35.6 万元 and nothing else. */
export interface Exact {
  readonly coef: number;
  readonly exp: number;
}

export const ZERO: Exact = { coef: 0, exp: 0 };

/** Figures beyond 2^53 are no office's: they are kept as Infinity, which the checks call absurd. */
export function exact(coef: number, exp = 0): Exact {
  return Number.isSafeInteger(coef) ? { coef, exp } : { coef: Number.POSITIVE_INFINITY, exp: 0 };
}

/** From plain digits with an optional decimal point, e.g. `12.80`. */
export function exactOf(digits: string): Exact {
  const point = digits.indexOf('.');
  if (point < 0) return exact(Number(digits));
  const fraction = digits.slice(point + 1);
  return exact(Number(digits.slice(0, point) + fraction), -fraction.length);
}

export function shift(value: Exact, powerOfTen: number): Exact {
  return value.coef === 0 ? ZERO : { coef: value.coef, exp: value.exp + powerOfTen };
}

export function times(value: Exact, factor: number): Exact {
  return exact(value.coef * factor, value.exp);
}

/** The quotient if it ends after a few decimal places, else null. */
export function divide(value: Exact, divisor: number): Exact | null {
  let { coef, exp } = value;
  for (let places = 0; places < 5; places++) {
    if (coef % divisor === 0) return exact(coef / divisor, exp);
    coef *= 10;
    exp -= 1;
  }
  return null;
}

export function add(left: Exact, right: Exact): Exact {
  if (left.coef === 0) return right;
  if (right.coef === 0) return left;
  const exp = Math.min(left.exp, right.exp);
  return exact(left.coef * 10 ** (left.exp - exp) + right.coef * 10 ** (right.exp - exp), exp);
}

export function negate(value: Exact): Exact {
  return { coef: -value.coef, exp: value.exp };
}

/** The double nearest to the decimal said; the only place where a figure becomes binary. */
export function toNumber(value: Exact): number {
  if (!Number.isFinite(value.coef)) return value.coef;
  return value.exp === 0 ? value.coef : Number(`${value.coef}e${value.exp}`);
}

/** A recorded figure back to its decimal digits. */
export function fromNumber(value: number): Exact {
  const [mantissa = '0', power = '0'] = String(value).split('e');
  const negative = mantissa.startsWith('-');
  const digits = exactOf(negative ? mantissa.slice(1) : mantissa);
  return shift(negative ? negate(digits) : digits, Number(power));
}
