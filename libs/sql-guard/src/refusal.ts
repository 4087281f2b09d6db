import type { RefusalCode } from './verdict.ts';

/** Thrown by a check at the first thing that may not run; the guard turns it into its verdict. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
