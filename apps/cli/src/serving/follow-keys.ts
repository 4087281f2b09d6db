import { unwatchFile, watchFile } from 'node:fs';
import { toSqlwrightError } from '@sqlwright/errors';
import { createKeyring, type Keyring, type StoredKey } from '@sqlwright/server';
import { readKeys } from './keys-file.ts';

/** Keys that are those of a file as it is now. */
export interface FollowedKeys {
  readonly keyring: Keyring;
  close(): void;
}

const lookMs = 500;

/** Takes keys that are added to the file or removed from it, without a new start. A file that cannot be read leaves those before it in place. */
export function followKeys(file: string, first: readonly StoredKey[], note: (line: string) => void): FollowedKeys {
  let current = createKeyring(first);
  const read = async (): Promise<void> => {
    try {
      const keys = (await readKeys(file, true)) ?? [];
      current = createKeyring(keys);
      note(`Keys known from now on: ${keys.map(({ name }) => name).join(', ') || 'none'}.`);
    } catch (error) {
      note(`The keys stay as they were: ${toSqlwrightError(error).message}`);
    }
  };
  const onChange = (): void => void read();
  watchFile(file, { interval: lookMs, persistent: false }, onChange);
  return { keyring: { check: (authorization) => current.check(authorization) }, close: () => void unwatchFile(file, onChange) };
}
