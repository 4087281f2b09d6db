import { errorCodes, toSqlwrightError } from '@sqlwright/errors';
import { createProgram } from './create-program.ts';
import { renderError } from './render-error.ts';

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());

try {
  await createProgram(abort.signal).parseAsync(process.argv);
} catch (thrown) {
  const error = toSqlwrightError(thrown);
  process.stderr.write(renderError(error, process.argv));
  process.exitCode = errorCodes[error.code].exitCode;
}
// llama.cpp and PGlite may hold threads that would keep a finished command alive.
process.exit();
