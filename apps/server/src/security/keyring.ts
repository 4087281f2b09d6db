import { createHash, randomBytes } from 'node:crypto';
import { SqlwrightError } from '@sqlwright/errors';
import { z } from 'zod';

/** A key as it is stored: never the key itself. */
export const storedKeySchema = z.strictObject({
  name: z.string().min(1),
  /** sha256 of the key, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  created: z.iso.date(),
});

export type StoredKey = z.infer<typeof storedKeySchema>;

/** Knows keys by their hashes. */
export interface Keyring {
  /** The name of the key in an Authorization header. @throws SqlwrightError access.denied */
  check(authorization: string | undefined): string;
}

const prefix = 'sqlwright_';

/** Makes a key of 256 random bits: it cannot be guessed, so a fast hash keeps it. `key` is shown once and stored nowhere. */
export function makeKey(name: string, created: string): { readonly key: string; readonly stored: StoredKey } {
  const key = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { key, stored: { name, sha256: hashKey(key), created } };
}

/** Looks up hashes, not keys: the time that takes tells nothing of a key. */
export function createKeyring(keys: readonly StoredKey[]): Keyring {
  const names = new Map(keys.map(({ sha256, name }) => [sha256, name]));
  return {
    check(authorization) {
      const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
      const name = key === undefined ? undefined : names.get(hashKey(key));
      if (name !== undefined) return name;
      throw new SqlwrightError('access.denied', key === undefined ? 'This service needs a key.' : 'The key is not known here.', {
        hint: 'Send the header Authorization: Bearer <key>. Make a key with: npx sqlwright key <name>',
      });
    },
  };
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
