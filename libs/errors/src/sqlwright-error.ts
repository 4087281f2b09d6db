import type { ErrorCode } from './error-codes.ts';

const marker = Symbol.for('sqlwright.error');

/** What went wrong (`message`), under which name (`code`), why (`cause`) and what to do next (`hint`). */
export class SqlwrightError extends Error {
  readonly [marker] = true;
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, options: { hint: string; cause?: unknown }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'SqlwrightError';
    this.code = code;
    this.hint = options.hint;
  }

  /** Recognises an error of any copy of this library, where `instanceof` would fail across packages. */
  static is(value: unknown): value is SqlwrightError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
