import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countsFolder, type TestCounts } from './test-counts.ts';

/** The part of Jest's results that is counted. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A Jest reporter that leaves the counts of a target of Nx in the project; a run by hand leaves nothing. */
export default class CountReporter {
  readonly #rootDir: string;
  readonly #target: string | undefined;

  constructor(config: { rootDir: string }, options: { target?: string } = {}) {
    this.#rootDir = config.rootDir;
    this.#target = options.target ?? process.env['NX_TASK_TARGET_TARGET'];
  }

  onRunComplete(_contexts: unknown, results: Results): void {
    if (this.#target === undefined) return;
    const folder = path.join(this.#rootDir, countsFolder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${this.#target}.json`), `${JSON.stringify(toCounts(results))}\n`);
  }
}

/** A file that could not even be loaded has no tests to count: it is one failure. */
function toCounts(results: Results): TestCounts {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
