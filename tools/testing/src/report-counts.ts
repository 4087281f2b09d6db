import { globSync } from 'node:fs';
import path from 'node:path';
import { readCountsFiles } from './counts-files.ts';
import { addCounts, renderCounts } from './test-counts.ts';

/** A project has one test target or the other; one of neither is named. */
function projectsWithoutTests(workspace: string, tested: ReadonlySet<string>): string[] {
  return globSync('{apps,libs,tools}/*/package.json', { cwd: workspace })
    .map((file) => path.dirname(file))
    .filter((project) => !tested.has(project))
    .sort();
}

/**
 * The report of a whole test run: a line for each project that left no counts, then the sum.
 * @param tasksFailed Nx saw a task fail; where no test failed it was a lint, a type or a crash, which counts as one failure
 */
export function reportCounts(workspace: string, tasksFailed: boolean): { lines: string[]; failed: number } {
  const files = readCountsFiles(workspace);
  const missing = projectsWithoutTests(workspace, new Set(files.map(({ project }) => project)));
  const sum = addCounts(files.map(({ counts }) => counts));
  const failed = tasksFailed && sum.failed === 0 ? 1 : sum.failed;
  const notes = missing.map((project) => `No tests ran in ${project}.`);
  if (failed !== sum.failed) notes.push('A task failed that is no test: see above.');
  return { lines: [...notes, renderCounts({ ...sum, failed })], failed };
}
