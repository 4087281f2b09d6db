import { once } from 'node:events';
import { startServer } from '@sqlwright/server';
import { openAnswerer, type AnswerOptions } from './open-answerer.ts';

/** Serves POST /v1/ask and GET /healthz until it is stopped. */
export async function serve(options: AnswerOptions & { host: string; port: number }, signal: AbortSignal): Promise<void> {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  const open = await openAnswerer(options, signal, note);
  try {
    const server = await startServer({ answerer: open.answerer, host: options.host, port: options.port, model: open.model.name, databaseKind: open.database.kind });
    note(`Listening on ${server.url} – try: curl -s ${server.url}/v1/ask -H 'content-type: application/json' -d '{"question":"How many customers are there?"}'`);
    if (!signal.aborted) await once(signal, 'abort');
    await server.close();
  } finally {
    await open.close();
  }
}
