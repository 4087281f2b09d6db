import { SqlwrightError } from '@sqlwright/errors';

/** An error whose code alone does not tell its status. */
export class HttpError extends SqlwrightError {
  readonly httpStatus: number;

  constructor(httpStatus: number, ...args: ConstructorParameters<typeof SqlwrightError>) {
    super(...args);
    this.httpStatus = httpStatus;
  }
}
