import { stat } from 'node:fs/promises';
import type { ModelFiles } from '../resolve-model.ts';

/** Bytes of all files of a model that must lie on the disk. */
export async function sizeOf({ file, adapter }: ModelFiles): Promise<number> {
  return (await stat(file)).size + (adapter === undefined ? 0 : (await stat(adapter)).size);
}
