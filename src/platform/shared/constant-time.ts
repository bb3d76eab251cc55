import { timingSafeEqual } from 'node:crypto';

/** Whether a text from outside equals the expected one, in a time that tells nothing about where they differ. */
export function sameText(expected: string, received: string): boolean {
  const wanted = Buffer.from(expected);
  const given = Buffer.from(received);
  // Only the length may leak: it is public (40 hex digits).
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
