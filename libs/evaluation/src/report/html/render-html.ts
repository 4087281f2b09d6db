import { rightOutcomes } from '../../judgement/outcome.ts';
import type { CandidateReport, EvaluationReport, Figures } from '../evaluation-report.ts';
import { percent } from '../markdown.ts';
import { wrongAnswers } from '../render-summary.ts';
import { barChart, lineChart, seriesCount, type Bar } from './charts.ts';
import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';
import { renderAnswers } from './render-answers.ts';

/** A run of the past, for the plot over time. */
export interface PastRun {
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly name: string;
  readonly executionAccuracy: number | null;
  readonly testSuiteAccuracy: number | null;
  readonly refusalRecall: number | null;
}

/**
 * Renders a report as one page that needs nothing else: no script, no font, no network.
 * @param past earlier runs of the same dataset, the oldest first
 */
export function renderHtml(report: EvaluationReport, past: readonly PastRun[] = []): string {
  const { candidates, dataset } = report;
  const sections = [
    `<h1>Evaluation of ${escapeHtml(dataset)}</h1>`,
    suiteSentence(report),
    ...report.warnings.map((warning) => `<p class="warning">${escapeHtml(warning)}</p>`),
    keys(candidates),
    barChart('Accuracy and refusals, with 95 % intervals', candidates.flatMap(headlineBars)),
    figuresTable(candidates),
    comparisons(report),
    confidenceSection(candidates),
    ...(['byTopic', 'byLevel', 'byStyle', 'byTemplate'] as const).map((by) => groupChart(candidates, by)),
    errorsTable(candidates),
    historySection(past),
    ...candidates.slice(0, 1).map(renderAnswers),
    survivors(report),
  ];
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Evaluation of ${escapeHtml(dataset)}</title><style>${pageStyle}</style></head><body>\n${sections.filter((section) => section !== '').join('\n')}\n</body></html>\n`;
}

function suiteSentence({ testSuite }: EvaluationReport): string {
  if (testSuite === null) return '<p class="note">Judged on one database.</p>';
  const killed = percent(testSuite.mutants === 0 ? null : testSuite.killed / testSuite.mutants);
  return `<p class="note">Judged on ${testSuite.instances.length + 1} databases, which tell ${killed} of ${testSuite.mutants} near misses of the right statements apart from them.</p>`;
}

function keys(candidates: readonly CandidateReport[]): string {
  return `<p>${candidates.map(({ name }, index) => `<span class="key"><svg viewBox="0 0 10 10"><rect class="series${index % seriesCount}" width="10" height="10" rx="2"/></svg>${escapeHtml(name)}</span>`).join('')}</p>`;
}

function headlineBars({ name, development, intervals, evalSamples }: CandidateReport, series: number): Bar[] {
  const bar = (label: string, value: number | null, interval: { low: number; high: number } | null = null): Bar => ({ label: `${label}`, value, ...(interval ?? {}), text: `${percent(value)} ${series === 0 ? '' : `(${name})`}`.trim(), series });
  return [
    bar('Execution accuracy', development.executionAccuracy, intervals.executionAccuracy),
    bar('Test-suite accuracy', development.testSuiteAccuracy, intervals.testSuiteAccuracy),
    bar('Unanswerable refused', development.refusalRecall, intervals.refusalRecall),
    bar('Refusals that were right', development.refusalPrecision),
    bar('Token match on eval.json', evalSamples.textMatch.tokenMatch),
  ];
}

function figuresTable(candidates: readonly CandidateReport[]): string {
  const rows: [string, (candidate: CandidateReport) => string][] = [
    ['Questions (answerable)', ({ development }) => `${development.questions} (${development.answerable})`],
    ['Execution accuracy', ({ development }) => percent(development.executionAccuracy)],
    ['Test-suite accuracy', ({ development }) => percent(development.testSuiteAccuracy)],
    ['… further columns allowed', ({ development }) => percent(development.subsetAccuracy)],
    ['False refusals', ({ development }) => String(development.falseRefusals)],
    ['Wrong answers given', ({ development }) => String(wrongAnswers(development))],
    ['Exact match on eval.json', ({ evalSamples }) => percent(evalSamples.textMatch.exactMatch)],
    ['Token match on eval.json', ({ evalSamples }) => percent(evalSamples.textMatch.tokenMatch, 2)],
    ['Seconds a question, median', ({ medianSeconds }) => medianSeconds?.toFixed(2) ?? '–'],
  ];
  return htmlTable(['', ...candidates.map(({ name }) => name)], rows.map(([label, cell]) => [label, ...candidates.map(cell)]));
}

function comparisons(report: EvaluationReport): string {
  if (report.comparisons.length === 0) return '';
  const rows = report.comparisons.map(({ first, second, questions, difference, interval, pValue, real }) => [
    `${second} against ${first}`,
    String(questions),
    percent(difference),
    interval === null ? '–' : `${percent(interval.low)} to ${percent(interval.high)}`,
    pValue.toFixed(3),
    real ? 'real' : 'may be chance',
  ]);
  return `<h2>Question by question</h2>${htmlTable(['', 'shared questions', 'difference', '95 % interval', 'p', ''], rows)}`;
}

function confidenceSection(candidates: readonly CandidateReport[]): string {
  const known = candidates.flatMap(({ confidence, name }, series) => (confidence === null ? [] : [{ confidence, name, series }]));
  if (known.length === 0) return '';
  const lines = known.map(({ confidence, name, series }) => ({ name, series, points: confidence.curve.map(({ coverage, risk }) => ({ x: coverage, y: risk })) }));
  const sentences = known.map(({ confidence: { threshold, auroc }, name }) => {
    const told = `${name}: a right answer is surer than a wrong one with probability ${auroc?.toFixed(2) ?? '–'}.`;
    if (threshold === null) return `<p>${escapeHtml(told)}</p>`;
    const { without, figures, questions } = threshold.measuredOn;
    const effect = `With the threshold ${threshold.value.toFixed(3)}, chosen on ${threshold.chosenOn.questions} questions, ${wrongAnswers(figures)} instead of ${wrongAnswers(without)} wrong answers are given to ${questions} others, and ${figures.falseRefusals} instead of ${without.falseRefusals} answerable questions are refused.`;
    return `<p>${escapeHtml(`${told} ${effect}`)}</p>`;
  });
  return `<h2>Confidence</h2>${lineChart('Risk and coverage: the share of wrong answers where only the surest are given', { x: 'share of questions answered', y: 'share of these that is wrong' }, lines)}${sentences.join('')}`;
}

const groupTitles = { byTopic: 'By topic', byLevel: 'By level', byStyle: 'By style', byTemplate: 'By template in the training samples' } as const;

function groupChart(candidates: readonly CandidateReport[], by: keyof typeof groupTitles): string {
  const groups = [...new Set(candidates.flatMap((candidate) => Object.keys(candidate[by])))];
  if (groups.length === 0) return '';
  const bars = groups.flatMap((group) => candidates.flatMap((candidate, series) => (candidate[by][group] === undefined ? [] : [groupBar(group, candidate[by][group], series)])));
  return barChart(`${groupTitles[by]}: right of asked`, bars);
}

function groupBar(label: string, figures: Figures, series: number): Bar {
  const right = rightOutcomes.reduce((sum, outcome) => sum + (figures.outcomes[outcome] ?? 0), 0);
  return { label, value: figures.questions === 0 ? null : right / figures.questions, text: `${right} of ${figures.questions}`, series };
}

function errorsTable(candidates: readonly CandidateReport[]): string {
  const met = [...new Set(candidates.flatMap(({ errors }) => Object.keys(errors)))] as (keyof CandidateReport['errors'])[];
  if (met.length === 0) return '';
  return `<h2>What was wrong</h2>${htmlTable(['', ...candidates.map(({ name }) => name)], met.map((name) => [name, ...candidates.map(({ errors }) => String(errors[name] ?? 0))]))}`;
}

const shownRuns = 40;

function historySection(past: readonly PastRun[]): string {
  if (past.length < 2) return '';
  const rows = past.slice(-shownRuns).toReversed().map((run) => [run.at.slice(0, 16).replace('T', ' '), run.name, percent(run.executionAccuracy), percent(run.testSuiteAccuracy), percent(run.refusalRecall)]);
  const place = (index: number): number => index / (past.length - 1);
  const line = (name: string, series: number, of: (run: PastRun) => number | null) => ({ name, series, points: past.flatMap((run, index) => { const y = of(run); return y === null ? [] : [{ x: place(index), y }]; }) });
  const lines = [line('execution accuracy', 0, (run) => run.executionAccuracy), line('test-suite accuracy', 1, (run) => run.testSuiteAccuracy), line('unanswerable refused', 2, (run) => run.refusalRecall)];
  return `<h2>Runs</h2>${lineChart('Over the runs: execution accuracy (first colour), test-suite accuracy (second), refusals (third)', { x: 'oldest to newest run', y: 'share' }, lines)}${htmlTable(['run', 'model', 'execution accuracy', 'test suite', 'refused'], rows)}`;
}

function survivors({ testSuite }: EvaluationReport): string {
  if (testSuite === null || testSuite.survivors.length === 0) return '';
  const rows = testSuite.survivors.map(({ id, kind, sql }) => [id, kind, sql]);
  return `<h2>Near misses that no database tells apart</h2><p class="note">Some mean the same as the right statement; the others show where the generated rows are too poor.</p>${htmlTable(['question', 'changed', 'SQL'], rows, true)}`;
}

function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], texts = false): string {
  const kind = (index: number): string => (index === 0 || texts ? '' : ' class="n"');
  const cells = (row: readonly string[], tag: string): string => `<tr>${row.map((cell, index) => `<${tag}${kind(index)}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table></div>`;
}
