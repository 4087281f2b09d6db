import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Stage } from '@sqlwright/artifacts';
import { loadDatasetConfig, withoutValues, type DatasetConfig } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';

/** What all datasets share. */
export interface WorkspaceFolders {
  readonly root: string;
  /** What may be thrown away and made again: Python, base models, converters. */
  readonly cacheFolder: string;
}

/** A dataset and the places of all that belongs to it. */
export interface Workspace extends WorkspaceFolders {
  readonly dataset: string;
  readonly datasetFolder: string;
  readonly config: DatasetConfig;
  stageFolder(stage: Stage): string;
}

/**
 * Finds the workspace above the current folder and loads a dataset's configuration.
 * @throws SqlwrightError usage.invalid outside a workspace, config.missing, config.invalid
 */
export async function openWorkspace(dataset: string): Promise<Workspace> {
  const folders = findFolders();
  const { folder, config } = await loadDatasetConfig(folders.root, dataset);
  return {
    ...folders,
    dataset,
    datasetFolder: folder,
    config: config.schema.readValues ? config : withoutValues(config),
    stageFolder: (stage) => path.join(folder, 'artifacts', stage),
  };
}

/** The URL in the environment variable that the dataset names, if both are there. */
export function databaseUrlOf({ config }: Workspace): string | undefined {
  const variable = config.schema.urlVariable;
  const url = variable === undefined ? undefined : process.env[variable];
  return url === '' ? undefined : url;
}

/** What people said of the dataset's answers, as JSON lines. */
export function feedbackFile({ datasetFolder }: Workspace): string {
  return path.join(datasetFolder, 'feedback', 'feedback.jsonl');
}

/** @throws SqlwrightError usage.invalid outside a workspace */
export function findFolders(): WorkspaceFolders {
  const root = requireRoot();
  return { root, cacheFolder: path.join(root, '.cache') };
}

/**
 * The workspace that the command was called in.
 * @throws SqlwrightError usage.invalid
 */
export function requireRoot(): string {
  const root = findRoot(process.env['INIT_CWD'] ?? process.cwd()) ?? findRoot(process.cwd());
  if (root !== undefined) return root;
  throw new SqlwrightError('usage.invalid', 'This folder is in no sqlwright workspace.', { hint: 'Change to the folder that holds nx.json and datasets/.' });
}

function findRoot(from: string): string | undefined {
  if (existsSync(path.join(from, 'nx.json')) && existsSync(path.join(from, 'datasets'))) return from;
  const parent = path.dirname(from);
  return parent === from ? undefined : findRoot(parent);
}
