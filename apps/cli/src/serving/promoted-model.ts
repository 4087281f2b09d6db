import { readFile, watchFile, unwatchFile } from 'node:fs';
import { promisify } from 'node:util';
import path from 'node:path';
import { parseWith } from '@sqlwright/errors';
import { z } from 'zod';
import type { Workspace } from '../workspace.ts';

/** `served/current.json`: which version is served, and those before it, the newest last. */
export const servedSchema = z.strictObject({
  version: z.string(),
  history: z.array(z.string()).default([]),
});

export type Served = z.infer<typeof servedSchema>;

const lookMs = 500;

export function servedFolder(workspace: Workspace): string {
  return path.join(workspace.datasetFolder, 'served');
}

export function servedFile(workspace: Workspace): string {
  return path.join(servedFolder(workspace), 'current.json');
}

/** @throws SqlwrightError artifact.invalid */
export async function readServed(workspace: Workspace): Promise<Served | undefined> {
  const text = await promisify(readFile)(servedFile(workspace), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return parseWith(servedSchema, JSON.parse(text), { code: 'artifact.invalid', what: 'served/current.json', hint: 'Restore the file, or promote again.' });
}

/** Calls back each time another version is promoted; the returned function ends that. */
export function watchServed(workspace: Workspace, onChange: () => void): () => void {
  const file = servedFile(workspace);
  watchFile(file, { interval: lookMs, persistent: false }, onChange);
  return () => unwatchFile(file, onChange);
}
