import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { digestFile, digestText } from './digest.ts';
import { manifestSchema, runRecordSchema, type Manifest, type RunRecord } from './manifest.ts';
import type { Stage } from './stage.ts';

/** An artifact that a stage reads: its folder, its manifest and the digest by which it is known. */
export interface StageArtifact {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly digest: string;
  /** Full path of one of its files. */
  file(name: string): string;
}

/**
 * Opens the artifact of a stage and checks that the named files are as they were made.
 * @throws SqlwrightError artifact.missing, artifact.invalid
 */
export async function readStage(stage: Stage, folder: string, files: readonly string[] = []): Promise<StageArtifact> {
  const text = await readManifest(stage, folder);
  const hint = `Run the stage again: sqlwright ${stage}`;
  const manifest = parseWith(manifestSchema, parseJson(text, folder, hint), { code: 'artifact.invalid', what: `${folder}/manifest.json`, hint });
  for (const file of files) await checkFile(manifest, folder, file, hint);
  return { folder, manifest, digest: digestText(text), file: (name) => path.join(folder, name) };
}

/** Reads `run.json` of a stage; undefined where there is none. */
export async function readRunRecord(folder: string): Promise<RunRecord | undefined> {
  const text = await readFile(path.join(folder, 'run.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : runRecordSchema.parse(JSON.parse(text));
}

async function readManifest(stage: Stage, folder: string): Promise<string> {
  try {
    return await readFile(path.join(folder, 'manifest.json'), 'utf8');
  } catch (cause) {
    throw new SqlwrightError('artifact.missing', `There is no artifact of the stage "${stage}" in ${folder}.`, { cause, hint: `Run it first: sqlwright ${stage}` });
  }
}

function parseJson(text: string, folder: string, hint: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SqlwrightError('artifact.invalid', `${folder}/manifest.json is not JSON.`, { cause, hint });
  }
}

async function checkFile(manifest: Manifest, folder: string, name: string, hint: string): Promise<void> {
  const expected = manifest.files[name]?.sha256;
  const found = await digestFile(path.join(folder, name)).catch(() => undefined);
  if (expected !== undefined && found === expected) return;
  const state = found === undefined ? 'is missing' : 'was changed after it was made';
  throw new SqlwrightError('artifact.invalid', `${path.join(folder, name)} ${state}.`, { hint });
}
