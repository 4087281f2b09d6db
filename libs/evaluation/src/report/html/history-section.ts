import { percent } from '../markdown.ts';
import { lineChart, type Line } from './charts.ts';
import { htmlTable } from './html-table.ts';

/** A run of the past, for the plot over time. */
export interface PastRun {
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly name: string;
  readonly executionAccuracy: number | null;
  readonly testSuiteAccuracy: number | null;
  readonly refusalRecall: number | null;
}

const shownRuns = 40;

/** The runs of a dataset side by side; nothing where there is but one. */
export function historySection(past: readonly PastRun[]): string {
  const runs = past.slice(-shownRuns);
  const [first, last] = [runs[0], runs.at(-1)];
  if (runs.length < 2 || first === undefined || last === undefined) return '';
  const rows = runs.toReversed().map((run) => [minuteOf(run), run.name, percent(run.executionAccuracy), percent(run.testSuiteAccuracy), percent(run.refusalRecall)]);
  const line = (name: string, series: number, of: (run: PastRun) => number | null): Line => ({ name, series, points: runs.flatMap((run, index) => pointOf(index / (runs.length - 1), of(run))) });
  const lines = [line('execution accuracy', 0, (run) => run.executionAccuracy), line('test-suite accuracy', 1, (run) => run.testSuiteAccuracy), line('unanswerable refused', 2, (run) => run.refusalRecall)];
  return `<h2>Runs</h2>${lineChart('Over the runs', { x: 'run', y: 'share', ends: [first.at.slice(0, 10), last.at.slice(0, 10)] }, lines)}${htmlTable(['run', 'model', 'right', 'test suite', 'refused'], rows)}`;
}

function pointOf(x: number, y: number | null): { x: number; y: number }[] {
  return y === null ? [] : [{ x, y }];
}

function minuteOf({ at }: PastRun): string {
  return at.slice(0, 16).replace('T', ' ');
}
