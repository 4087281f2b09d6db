import { errorCodes, toSqlwrightError } from '@sqlwright/errors';
import { createProgram } from './create-program.ts';
import { renderError } from './render-error.ts';

const abort = new AbortController();
/** A launcher such as npx passes on the signal that the terminal has sent already: that is not a second one. */
const sameSignalMs = 1000;
/** Long enough for what is compiled in the background to be done. */
const restMs = 300;
let firstSignal: number | undefined;

/**
 * The first signal lets what runs come to its end, the second does not. The listeners stay: libraries that clean up before an exit look whether
 * anybody else listens, and where nobody does they send the signal again, which ends the process at once.
 */
for (const [name, number] of [['SIGINT', 2], ['SIGTERM', 15]] as const) {
  process.on(name, () => {
    if (firstSignal !== undefined && performance.now() - firstSignal > sameSignalMs) process.exit(128 + number);
    firstSignal ??= performance.now();
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
// llama.cpp and PGlite may hold threads that would keep a finished command alive. Not at once: process.exit waits for V8's threads, and one that compiles
// may at that moment wait for a collection by this very thread, for ever. A command that nothing keeps alive ends by itself before.
setTimeout(() => process.exit(), restMs).unref();
