import { serveMcpStdio, serverSettingsSchema } from '@sqlwright/server';
import { beginDatasets } from '../serving/open-dataset.ts';
import { openService } from '../serving/open-service.ts';

/** Speaks MCP over standard input and output, for agents that start their servers themselves. */
export async function mcp(options: { dataset: string[]; databaseUrl?: string; model?: string; auditLog?: string }, signal: AbortSignal): Promise<void> {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  const open = await openService(await beginDatasets(options.dataset, options.databaseUrl), { ...options, limits: serverSettingsSchema.parse({}) }, process.stderr, signal, note);
  try {
    await serveMcpStdio(open.service.ask, signal, (error) => note(String(error instanceof Error ? error.stack : error)));
  } finally {
    await open.close();
  }
}
