import type { Interval } from '../../statistics/bootstrap-interval.ts';
import { comparisonSentence } from '../comparison-sentence.ts';
import type { CandidateReport, EvaluationReport, Figures } from '../evaluation-report.ts';
import { countRight } from '../figures.ts';
import { percent } from '../markdown.ts';
import { wrongAnswers } from '../render-summary.ts';
import { barChart, lineChart, seriesKey, type Bar, type BarGroup } from './charts.ts';
import { escapeHtml } from './escape-html.ts';
import { historySection, type PastRun } from './history-section.ts';
import { htmlTable } from './html-table.ts';
import { pageStyle } from './page-style.ts';
import { renderAnswers } from './render-answers.ts';

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
    seriesKey(candidates.map(({ name }, series) => ({ name, series }))),
    barChart('Accuracy and refusals, with 95 % intervals', headlineBars(candidates)),
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

const headlineFigures: readonly [string, (candidate: CandidateReport) => number | null, (candidate: CandidateReport) => Interval | null][] = [
  ['Execution accuracy', ({ development }) => development.executionAccuracy, ({ intervals }) => intervals.executionAccuracy],
  ['Test-suite accuracy', ({ development }) => development.testSuiteAccuracy, ({ intervals }) => intervals.testSuiteAccuracy],
  ['Unanswerable refused', ({ development }) => development.refusalRecall, ({ intervals }) => intervals.refusalRecall],
  ['Refusals that were right', ({ development }) => development.refusalPrecision, () => null],
  ['Token match on eval.json', ({ evalSamples }) => evalSamples.textMatch.tokenMatch, () => null],
];

function headlineBars(candidates: readonly CandidateReport[]): BarGroup[] {
  const bar = (value: number | null, interval: Interval | null, series: number): Bar => ({ value, ...interval, text: percent(value), series });
  const groups = headlineFigures.map(([label, value, interval]) => ({ label, bars: candidates.map((candidate, series) => bar(value(candidate), interval(candidate), series)) }));
  return groups.filter(({ bars }) => bars.some(({ value }) => value !== null));
}

function figuresTable(candidates: readonly CandidateReport[]): string {
  const rows: [string, (candidate: CandidateReport) => string][] = [
    ['Questions (answerable)', ({ development }) => `${development.questions} (${development.answerable})`],
    ['Execution accuracy', ({ development }) => percent(development.executionAccuracy)],
    ['Test-suite accuracy', ({ development }) => percent(development.testSuiteAccuracy)],
    ['… further columns allowed', ({ development }) => percent(development.subsetAccuracy)],
    ['False refusals', ({ development }) => String(development.falseRefusals)],
    ['Wrong answers given', ({ development }) => String(wrongAnswers(development))],
    ...(candidates.some(({ evalSamples }) => evalSamples.textMatch.samples > 0) ? evalSampleRows : []),
    ['Seconds a question, median', ({ medianSeconds }) => medianSeconds?.toFixed(2) ?? '–'],
    ['… asked at the same time', ({ concurrency }) => String(concurrency)],
  ];
  return htmlTable(['', ...candidates.map(({ name }) => name)], rows.map(([label, cell]) => [label, ...candidates.map(cell)]));
}

const evalSampleRows: [string, (candidate: CandidateReport) => string][] = [
  ['Exact match on eval.json', ({ evalSamples }) => percent(evalSamples.textMatch.exactMatch)],
  ['Token match on eval.json', ({ evalSamples }) => percent(evalSamples.textMatch.tokenMatch, 2)],
];

function comparisons(report: EvaluationReport): string {
  if (report.comparisons.length === 0) return '';
  return `<h2>Question by question</h2>${report.comparisons.map((one) => `<p>${escapeHtml(comparisonSentence(one))}</p>`).join('')}`;
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
  const bars = (group: string): Bar[] => candidates.flatMap((candidate, series) => (candidate[by][group] === undefined ? [] : [groupBar(candidate[by][group], series)]));
  return barChart(`${groupTitles[by]}: right of asked`, groups.map((group) => ({ label: group, bars: bars(group) })));
}

function groupBar(figures: Figures, series: number): Bar {
  const right = countRight(figures);
  return { value: figures.questions === 0 ? null : right / figures.questions, text: `${right} of ${figures.questions}`, series };
}

function errorsTable(candidates: readonly CandidateReport[]): string {
  const met = [...new Set(candidates.flatMap(({ errors }) => Object.keys(errors)))] as (keyof CandidateReport['errors'])[];
  if (met.length === 0) return '';
  return `<h2>What was wrong</h2>${htmlTable(['', ...candidates.map(({ name }) => name)], met.map((name) => [name, ...candidates.map(({ errors }) => String(errors[name] ?? 0))]))}`;
}

function survivors({ testSuite }: EvaluationReport): string {
  if (testSuite === null || testSuite.survivors.length === 0) return '';
  const rows = testSuite.survivors.map(({ id, kind, sql }) => [id, kind, sql]);
  return `<h2>Near misses that no database tells apart</h2><p class="note">Some mean the same as the right statement; the others show where the generated rows are too poor.</p>${htmlTable(['question', 'changed', 'SQL'], rows, true)}`;
}
