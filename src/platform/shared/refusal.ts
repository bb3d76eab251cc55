/** What is said about a refusal: a stable code for programs, a sentence for people, details for the operator's log only. */
export interface RefusalOptions {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** For the log: never secrets, never people's words. */
  readonly detail?: object;
}

/** A request that is refused for a reason its sender may know. Anything else that is thrown is `internal`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: object;

  constructor({ status, code, message, detail = {} }: RefusalOptions) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}
