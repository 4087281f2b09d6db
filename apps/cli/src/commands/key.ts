import path from 'node:path';
import { addKey, defaultKeysFile } from '../serving/keys-file.ts';
import { requireRoot } from '../workspace.ts';

/** Makes a key for the service and shows it once. */
export async function key(name: string, options: { keys?: string }): Promise<void> {
  const file = path.resolve(options.keys ?? defaultKeysFile(requireRoot()));
  const made = await addKey(file, name, new Date().toISOString().slice(0, 10));
  process.stderr.write(`Only its hash is kept, in ${file}. A service that runs with keys knows it within a second; one that runs without has to be started again:\n`);
  process.stdout.write(`${made}\n`);
}
