import type { Tree } from '@nx/devkit';
import type { DatasetOptions } from './create-dataset.ts';
import { resolveToSources } from './source-condition.ts';

/** `nx g @sqlwright/pipeline:dataset NAME --url postgres://… | --ddl FILE` */
export default async function generateDataset(tree: Tree, options: DatasetOptions): Promise<() => void> {
  resolveToSources();
  const { createDataset } = await import('./create-dataset.ts');
  const { SqlwrightError } = await import('@sqlwright/errors');
  try {
    const { folder } = await createDataset(tree, options);
    return () => process.stdout.write(`\nNext: ${folder}/README.md says how to give the dataset a teacher and train its model.\n`);
  } catch (error) {
    throw SqlwrightError.is(error) ? new Error(`${error.message}\n${error.hint}`, { cause: error }) : error;
  }
}
