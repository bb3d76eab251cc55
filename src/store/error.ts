type StoreProblem = 'bad-url' | 'unusable' | 'damaged' | 'misuse' | 'closed' | 'held' | 'replaced';

/** The store cannot be opened or used. The message is for the operator, in Chinese, and never holds credentials. */
export class StoreError extends Error {
  readonly code: StoreProblem;

  constructor(code: StoreProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
