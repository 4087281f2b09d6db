/** How many tests of one run passed, failed and were skipped. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The folder in a project where each test target leaves its counts; Nx restores it with a cached result. */
export const countsFolder = 'test-output';

export function addCounts(counts: readonly TestCounts[]): TestCounts {
  const sum = (key: keyof TestCounts): number => counts.reduce((total, one) => total + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The last line of a test run. */
export function renderCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
