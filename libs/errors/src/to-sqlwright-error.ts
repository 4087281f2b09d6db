import { SqlwrightError } from './sqlwright-error.ts';

/** Gives any thrown value a code and a hint: a full disk and a cancelled run are recognised, the rest is a defect. */
export function toSqlwrightError(thrown: unknown): SqlwrightError {
  if (SqlwrightError.is(thrown)) return thrown;
  const error = isErrorLike(thrown) ? thrown : new Error(String(thrown));
  if (systemCode(error) === 'ENOSPC') return diskFull(error);
  if (error.name === 'AbortError') return cancelled(error);
  return new SqlwrightError('internal.error', error.message, { cause: error, hint: 'Please report this with the command and the output of --verbose.' });
}

/** `instanceof Error` fails for errors of another realm, such as a DOMException. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}

function systemCode(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}

function diskFull(cause: Error): SqlwrightError {
  return new SqlwrightError('disk.full', 'There is no space left on the disk.', {
    cause,
    hint: 'Free some space and run the same command again; what earlier stages made is untouched.',
  });
}

/** The error of a run that its user stopped. */
export function cancelled(cause?: unknown): SqlwrightError {
  return new SqlwrightError('run.cancelled', 'Stopped.', { cause, hint: 'Run the same command again; finished stages are not repeated.' });
}
