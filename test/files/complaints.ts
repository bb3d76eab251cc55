import { FileError } from '../../src/files/file-error.ts';

/** What the operator reads, without the first line; empty if nothing was wrong. */
export function complaints(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const [, ...lines] = error.message.split('\n');
    return lines.map((line) => line.trim());
  }
  return [];
}
