import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseWith } from '@sqlwright/errors';
import { serveHttp, serverSettingsSchema } from '@sqlwright/server';
import type { ServeOptions } from '../commands/serve.ts';
import { requireRoot } from '../workspace.ts';
import { followKeys } from './follow-keys.ts';
import { defaultKeysFile, readKeys } from './keys-file.ts';
import type { OpeningDataset } from './open-dataset.ts';
import { openService } from './open-service.ts';

/** Serves datasets until the signal fires and running answers have ended. */
export async function runServer(opening: readonly OpeningDataset[], options: ServeOptions, signal: AbortSignal): Promise<void> {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  const root = requireRoot();
  const settings = parseWith(serverSettingsSchema, settingsOf(options), { code: 'usage.invalid', what: 'The command line', hint: 'See: npx sqlwright serve --help' });
  const keysFile = path.resolve(options.keys ?? defaultKeysFile(root));
  const keys = await readKeys(keysFile, options.keys !== undefined);
  const open = await openService(opening, { ...options, limits: settings }, process.stdout, signal, note);
  const followed = keys === undefined ? undefined : followKeys(keysFile, keys, note);
  try {
    const keyring = followed?.keyring;
    const server = await serveHttp(open.service, settings, { keyring, pageFolder: builtPage(root), onDefect: (error) => note(String(error instanceof Error ? error.stack : error)) });
    note(`Listening on ${server.url} – open it in a browser, or see ${server.url}/docs${keyring === undefined ? '' : ' (a key is asked for)'}`);
    if (!signal.aborted) await once(signal, 'abort');
    await server.close();
  } finally {
    followed?.close();
    await open.close();
  }
}

/** What the command line names; the rest has defaults. */
function settingsOf({ host, port, running, waiting, requestsPerMinute, graceSeconds, trustProxy, allowHost }: ServeOptions): object {
  const given = { host, port, running, waiting, requestsPerMinute, graceSeconds, trustProxy, allowedHosts: allowHost };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function builtPage(root: string): string | undefined {
  const folder = path.join(root, 'apps', 'web', 'dist');
  return existsSync(path.join(folder, 'index.html')) ? folder : undefined;
}
