import path from 'node:path';
import { findFolders } from './workspace.ts';

/** Where models leave what they have read of instruction and schema, for the next process. @throws SqlwrightError usage.invalid outside a workspace */
export function promptCacheFolder(): string {
  return path.join(findFolders().cacheFolder, 'prompts');
}
