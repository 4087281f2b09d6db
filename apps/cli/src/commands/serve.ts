import type { ServerSettings } from '@sqlwright/server';
import { beginDatasets } from '../serving/open-dataset.ts';

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
  const opening = await beginDatasets(options.dataset, options.databaseUrl);
  // The databases start in threads of their own while the rest is loaded.
  const { runServer } = await import('../serving/run-server.ts');
  await runServer(opening, options, signal);
}
