import { SqlwrightError } from '@sqlwright/errors';

/** Nx prints only the message of an error: what to do next becomes part of it. */
export async function withReadableErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw SqlwrightError.is(error) ? new Error(`${error.message}\n${error.hint}`, { cause: error }) : error;
  }
}
