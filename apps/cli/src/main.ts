import { errorCodes, toSqlwrightError } from '@sqlwright/errors';
import { createProgram } from './create-program.ts';
import { renderError } from './render-error.ts';

const abort = new AbortController();

/**
 * The first signal lets what runs come to its end, the second does not. The listeners stay: libraries that clean up before an exit look whether
 * anybody else listens, and where nobody does they send the signal again, which ends the process at once.
 */
for (const [name, number] of [['SIGINT', 2], ['SIGTERM', 15]] as const) {
  process.on(name, () => {
    if (abort.signal.aborted) process.exit(128 + number);
    abort.abort();
  });
}

try {
  await createProgram(abort.signal).parseAsync(process.argv);
} catch (thrown) {
  const error = toSqlwrightError(thrown);
  process.stderr.write(renderError(error, process.argv));
  process.exitCode = errorCodes[error.code].exitCode;
}
// llama.cpp and PGlite may hold threads that would keep a finished command alive.
process.exit();
