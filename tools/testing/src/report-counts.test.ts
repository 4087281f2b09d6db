import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import CountReporter from './count-reporter.ts';
import { clearCountsFiles } from './counts-files.ts';
import { reportCounts } from './report-counts.ts';

const results = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

describe('reportCounts', () => {
  let workspace: string;
  beforeEach(async () => {
    workspace = await mkdtemp(path.join(os.tmpdir(), 'counts-'));
    for (const project of ['libs/first', 'apps/second']) {
      await mkdir(path.join(workspace, project), { recursive: true });
      await writeFile(path.join(workspace, project, 'package.json'), '{}');
    }
  });
  afterEach(() => rm(workspace, { recursive: true }));

  function run(project: string, target: string, counts: Partial<typeof results> = {}): void {
    new CountReporter({ rootDir: path.join(workspace, project) }, { target }).onRunComplete(undefined, { ...results, ...counts });
  }

  it('sums all targets of all projects', () => {
    run('libs/first', 'test');
    run('libs/first', 'test-integration', { numPassedTests: 1, numPendingTests: 2 });
    run('apps/second', 'test', { numFailedTests: 1 });
    expect(reportCounts(workspace, true)).toEqual({ lines: ['7 passed, 1 failed, 2 skipped'], failed: 1 });
  });

  it('names a project that ran no tests', () => {
    run('libs/first', 'test');
    expect(reportCounts(workspace, false)).toEqual({ lines: ['No tests ran in apps/second.', '3 passed, 0 failed'], failed: 0 });
  });

  it('counts a test file that could not be loaded, and a task that failed without a test', () => {
    run('libs/first', 'test', { numRuntimeErrorTestSuites: 1 });
    expect(reportCounts(workspace, true).failed).toBe(1);
    run('libs/first', 'test');
    run('apps/second', 'test');
    expect(reportCounts(workspace, true)).toEqual({ lines: ['A task failed that is no test: see above.', '6 passed, 1 failed'], failed: 1 });
  });

  it('counts nothing of an earlier run once it is cleared', () => {
    run('libs/first', 'test');
    clearCountsFiles(workspace);
    expect(reportCounts(workspace, false).lines.at(-1)).toBe('0 passed, 0 failed');
  });
});
