import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseWith } from '@sqlwright/errors';
import type { ServerSettings } from '@sqlwright/server';
import { openDataset } from '../serving/open-dataset.ts';
import { requireRoot } from '../workspace.ts';

export interface ServeOptions extends Partial<ServerSettings> {
  readonly dataset: readonly string[];
  readonly databaseUrl?: string;
  readonly model?: string;
  readonly keys?: string;
  readonly auditLog?: string;
  readonly allowHost?: string[];
}

/** Serves page, API and MCP until it is stopped; the audit log goes to standard output or to a file. */
export async function serve(options: ServeOptions, signal: AbortSignal): Promise<void> {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  const root = requireRoot();
  const opening = options.dataset.map((name) => openDataset(name, options.databaseUrl));
  // The databases start in threads of their own while the rest is loaded.
  const [{ createKeyring, serveHttp, serverSettingsSchema }, { openService }, { defaultKeysFile, readKeys }] = await Promise.all([
    import('@sqlwright/server'),
    import('../serving/open-service.ts'),
    import('../serving/keys-file.ts'),
  ]);
  const settings = parseWith(serverSettingsSchema, settingsOf(options), { code: 'usage.invalid', what: 'The command line', hint: 'See: npx sqlwright serve --help' });
  const keys = await readKeys(path.resolve(options.keys ?? defaultKeysFile(root)), options.keys !== undefined);
  const open = await openService(opening, { ...options, limits: settings }, process.stdout, signal, note);
  try {
    const keyring = keys === undefined ? undefined : createKeyring(keys);
    const server = await serveHttp(open.service, settings, { keyring, pageFolder: builtPage(root), onDefect: (error) => note(String(error instanceof Error ? error.stack : error)) });
    note(`Listening on ${server.url} – open it in a browser, or see ${server.url}/docs${keyring === undefined ? '' : ' (a key is asked for)'}`);
    if (!signal.aborted) await once(signal, 'abort');
    await server.close();
  } finally {
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
