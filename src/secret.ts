import { inspect } from 'node:util';

/** A value that only `reveal` gives away: printed, logged or serialised it says that it is hidden. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const HIDDEN = '〔已隐藏〕';

export function hide(value: string): Secret {
  const secret = { reveal: () => value, toString: () => HIDDEN, toJSON: () => HIDDEN, [inspect.custom]: () => HIDDEN };
  return Object.freeze(secret);
}
