import type { Tree } from '@nx/devkit';
import type { DatasetOptions } from './create-dataset.ts';
import { resolveToSources } from './source-condition.ts';

/** `nx g @sqlwright/pipeline:dataset NAME --url postgres://… | --ddl FILE` */
export default async function generateDataset(tree: Tree, options: DatasetOptions): Promise<() => void> {
  resolveToSources();
  const { createDataset } = await import('./create-dataset.ts');
  const { withReadableErrors } = await import('./with-readable-errors.ts');
  const { folder } = await withReadableErrors(createDataset(tree, options));
  return () => process.stdout.write(`\nNext: ${folder}/README.md says how to give the dataset a teacher and train its model.\n`);
}
