import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countsFolder, type TestCounts } from './test-counts.ts';

/** The counts that one target left, and of which project. */
export interface CountsFile {
  readonly project: string;
  readonly target: string;
  readonly counts: TestCounts;
}

const pattern = `{apps,libs,tools}/*/${countsFolder}/*.json`;

/** Reads what the test targets of all projects left. */
export function readCountsFiles(workspace: string): CountsFile[] {
  return globSync(pattern, { cwd: workspace })
    .sort()
    .map((file) => ({
      project: path.dirname(path.dirname(file)),
      target: path.basename(file, '.json'),
      counts: JSON.parse(readFileSync(path.join(workspace, file), 'utf8')) as TestCounts,
    }));
}

/** Removes what earlier runs left, so that only targets of the coming run are counted. */
export function clearCountsFiles(workspace: string): void {
  for (const file of globSync(pattern, { cwd: workspace })) rmSync(path.join(workspace, file));
}
