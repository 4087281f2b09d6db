import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { datasetConfigSchema, type DatasetConfig } from './dataset-config.ts';
import { knownKeys } from './known-keys.ts';

const fileName = 'dataset.config.json';

/** A dataset on disk: its folder and its checked configuration. */
export interface Dataset {
  readonly folder: string;
  readonly config: DatasetConfig;
}

/**
 * Reads and checks the whole configuration of `<workspace>/datasets/<name>`.
 * @throws SqlwrightError config.missing, config.invalid
 */
export async function loadDatasetConfig(workspace: string, name: string): Promise<Dataset> {
  const folder = path.join(workspace, 'datasets', name);
  const value = parseJson(await readConfig(workspace, folder, name), name);
  const config = parseWith(datasetConfigSchema, value, {
    code: 'config.invalid',
    what: `datasets/${name}/${fileName}`,
    hint: 'docs/configuration.md lists every key with its default.',
    known: knownKeys(datasetConfigSchema),
  });
  return { folder, config };
}

async function readConfig(workspace: string, folder: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(folder, fileName), 'utf8');
  } catch (cause) {
    const there = await readdir(path.join(workspace, 'datasets')).catch(() => []);
    throw new SqlwrightError('config.missing', `There is no dataset "${name}".`, {
      cause,
      hint: `Datasets here: ${there.join(', ') || 'none'}. Make one with: npx nx g @sqlwright/pipeline:dataset ${name} --ddl FILE`,
    });
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SqlwrightError('config.invalid', `datasets/${name}/${fileName} is not JSON: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
      hint: 'Mend the file at the named position.',
    });
  }
}
