import { open } from 'node:fs/promises';
import { SqlwrightError } from '@sqlwright/errors';

/** A place for the lines of the audit log. */
export interface AuditLog {
  write(line: string): void;
  close(): Promise<void>;
}

/**
 * Opens a file that lines are added to.
 * @param note told of lines that could not be written: the service goes on without them
 * @throws SqlwrightError usage.invalid
 */
export async function openAuditLog(file: string, note: (line: string) => void): Promise<AuditLog> {
  const handle = await open(file, 'a').catch((cause: Error) => {
    throw new SqlwrightError('usage.invalid', `The audit log cannot be written: ${cause.message}`, { cause, hint: 'Name a file in a folder that is there and may be written, with --audit-log.' });
  });
  let last = Promise.resolve();
  return {
    write: (line) => void (last = last.then(() => handle.appendFile(line)).catch((error: Error) => note(`A line of the audit log is lost: ${error.message}`))),
    close: async () => {
      await last;
      await handle.close();
    },
  };
}
