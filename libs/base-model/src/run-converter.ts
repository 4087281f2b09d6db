import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError, type ErrorCode } from '@sqlwright/errors';
import type { BaseModelOptions } from './base-model.ts';

const shownLines = 12;

/** @throws SqlwrightError with the failure's code and the program's last lines; disk.full, run.cancelled */
export async function runConverter(command: string, args: readonly string[], options: BaseModelOptions, failure: { what: string; code: ErrorCode; hint: string }): Promise<void> {
  const record = await runProgram({
    command,
    args,
    env: options.environment.variables,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.progress === undefined ? {} : { onLine: options.progress }),
  });
  if (record.exitCode !== 0) throw converterError(record.startError ?? record.tail.slice(-shownLines).join('\n'), failure);
}

export function converterError(tail: string, failure: { what: string; code: ErrorCode; hint: string }): SqlwrightError {
  if (/No space left on device|Errno 28|PytorchStreamWriter failed writing/.test(tail)) {
    return new SqlwrightError('disk.full', `${failure.what} failed: there is no space left on the disk.`, { hint: 'Free some space and run the same command again.' });
  }
  return new SqlwrightError(failure.code, `${failure.what} failed:\n${tail}`, { hint: failure.hint });
}
