import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { makeKey, storedKeySchema, type StoredKey } from '@sqlwright/server';
import { z } from 'zod';

const keysSchema = z.array(storedKeySchema);

/** Where the hashes of keys lie unless another file is named. */
export function defaultKeysFile(root: string): string {
  return path.join(root, 'keys.json');
}

/**
 * Reads the hashes; undefined where there is no such file and none was named.
 * @throws SqlwrightError config.missing, config.invalid
 */
export async function readKeys(file: string, isNamed: boolean): Promise<StoredKey[] | undefined> {
  if (!existsSync(file)) {
    if (!isNamed) return undefined;
    throw new SqlwrightError('config.missing', `There is no ${file}.`, { hint: 'Make a key: npx sqlwright key <name>' });
  }
  const text = await readFile(file, 'utf8');
  return parseWith(keysSchema, parseJson(text, file), { code: 'config.invalid', what: file, hint: 'Make keys with: npx sqlwright key <name>' });
}

/** Makes a key under a name, in place of an older one; only its hash is written. @throws SqlwrightError config.invalid */
export async function addKey(file: string, name: string, created: string): Promise<string> {
  const others = ((await readKeys(file, false)) ?? []).filter((other) => other.name !== name);
  const { key, stored } = makeKey(name, created);
  const draft = `${file}.draft-${process.pid}`;
  await writeFile(draft, `${JSON.stringify([...others, stored], null, 2)}\n`);
  await rename(draft, file);
  return key;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SqlwrightError('config.invalid', `${file} is no JSON.`, { cause, hint: 'Make keys with: npx sqlwright key <name>' });
  }
}
