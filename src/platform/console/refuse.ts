import { Refusal } from '../shared/refusal.ts';

/** A refusal in one line; `message` is for people and says what to do. */
export function refuse(status: number, code: string, message: string): Refusal {
  return new Refusal({ status, code, message });
}
