import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { digestFile, writeJson } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import { z } from 'zod';
import { openModelFile, type ModelFiles, type ModelFinder } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';
import { servedFile, servedFolder, type Served } from './promoted-model.ts';

/** `version.json`: what lies over which weights; `base` is relative to the workspace. */
const versionSchema = z.strictObject({ adapter: z.boolean(), base: z.string().optional() });

const idLength = 16;

/** The id of a model: the beginning of the sha256 of the file that was made for the dataset. */
export async function versionOf(files: ModelFiles): Promise<string> {
  return (await digestFile(files.made)).slice(0, idLength);
}

export function versionFolder(workspace: Workspace, version: string): string {
  return path.join(servedFolder(workspace), 'versions', version);
}

/** Keeps a copy of a model, so that a later training cannot take it away; returns its id. */
export async function keepVersion(workspace: Workspace, files: ModelFiles, details: Readonly<Record<string, object>> = {}): Promise<string> {
  const version = await versionOf(files);
  const folder = versionFolder(workspace, version);
  const draft = `${folder}.draft-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const isAdapter = files.adapter !== undefined;
  await copyFile(files.made, path.join(draft, isAdapter ? 'adapter.gguf' : 'model.gguf'), constants.COPYFILE_FICLONE);
  await writeJson(path.join(draft, 'version.json'), { adapter: isAdapter, ...(isAdapter ? { base: path.relative(workspace.root, files.file) } : {}) });
  for (const [name, value] of Object.entries(details)) await writeJson(path.join(draft, name), value);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  return version;
}

/** @throws SqlwrightError model.invalid, artifact.missing */
export async function openVersion(finder: ModelFinder, version: string): Promise<ModelFiles> {
  const { workspace } = finder;
  const folder = versionFolder(workspace, version);
  const text = await readFile(path.join(folder, 'version.json'), 'utf8').catch((cause: unknown) => {
    throw new SqlwrightError('artifact.missing', `The promoted model ${version} of "${workspace.dataset}" is not there.`, { cause, hint: `Go back to the one before it (npx sqlwright rollback), or restore ${folder}.` });
  });
  const { adapter, base } = versionSchema.parse(JSON.parse(text));
  const made = path.join(folder, adapter ? 'adapter.gguf' : 'model.gguf');
  const weights = base === undefined ? undefined : path.resolve(workspace.root, base);
  if (adapter && weights !== undefined && existsSync(weights)) return { file: weights, adapter: made, made };
  return openModelFile(finder, made);
}

/** Says which version is served; a service that runs takes it over. */
export async function writeServed(workspace: Workspace, served: Served): Promise<void> {
  const file = servedFile(workspace);
  await mkdir(path.dirname(file), { recursive: true });
  await writeJson(`${file}.draft`, served);
  await rename(`${file}.draft`, file);
}
