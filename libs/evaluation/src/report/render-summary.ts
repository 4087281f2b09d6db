import { isRight, outcomes } from '../judgement/outcome.ts';
import type { Interval } from '../statistics/bootstrap-interval.ts';
import type { CandidateReport, EvaluationReport, Excerpt, Figures, QuestionRecord, TestSuiteReport } from './evaluation-report.ts';
import { comparisonSentence } from './comparison-sentence.ts';
import { countRight } from './figures.ts';
import { fence, inline, percent, table } from './markdown.ts';
import { worstAnswers } from './worst-answers.ts';

type GroupKey = 'byTopic' | 'byLevel' | 'byStyle' | 'byTemplate';

/** Renders a report as Markdown: the candidates side by side, then the worst answers of the first one. */
export function renderSummary(report: EvaluationReport): string {
  const { candidates } = report;
  const sections = [
    `# Evaluation of ${report.dataset}`,
    ...bullets([...suiteLines(report.testSuite), ...report.comparisons.map((one) => inline(comparisonSentence(one))), ...report.warnings.map((warning) => `Warning: ${inline(warning)}`)]),
    headlineTable(candidates),
    '## How the development questions ended',
    outcomeTable(candidates),
    '## What was wrong',
    errorTable(candidates),
    ...(['byTopic', 'byLevel', 'byStyle', 'byTemplate'] as const).flatMap((by) => groupSection(candidates, by)),
    ...candidates.flatMap(confidenceSection),
    ...candidates.slice(0, 1).flatMap(failureSection),
  ];
  return `${sections.join('\n\n')}\n`;
}

function bullets(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
}

function suiteLines(suite: TestSuiteReport | null): string[] {
  if (suite === null) return [];
  const share = suite.mutants === 0 ? null : suite.killed / suite.mutants;
  return [`Test suite: ${suite.instances.length + 1} databases tell ${percent(share)} of ${suite.mutants} near misses of the gold SQL apart from it.`];
}

function intervalText(interval: Interval | null): string {
  return interval === null ? '' : ` (${percent(interval.low)} to ${percent(interval.high)})`;
}

function headlineTable(candidates: readonly CandidateReport[]): string {
  const rows: [string, (candidate: CandidateReport) => string][] = [
    ['Development questions asked', ({ development }) => `${development.questions} (${development.answerable} answerable)`],
    ['Execution accuracy', ({ development, intervals }) => percent(development.executionAccuracy) + intervalText(intervals.executionAccuracy)],
    ['Test-suite accuracy', ({ development, intervals }) => percent(development.testSuiteAccuracy) + intervalText(intervals.testSuiteAccuracy)],
    ['… with further columns allowed', ({ development }) => percent(development.subsetAccuracy)],
    ['… execution accuracy where all were asked', ({ shared }) => `${percent(shared.executionAccuracy)} of ${shared.answerable}`],
    ['Unanswerable questions refused', ({ development }) => `${percent(development.refusalRecall)} of ${development.unanswerable}`],
    ['Refusals that were right', ({ development }) => percent(development.refusalPrecision)],
    ['False refusals', ({ development }) => String(development.falseRefusals)],
    ...(candidates.some(({ evalSamples }) => evalSamples.textMatch.samples > 0) ? evalSampleRows : []),
    ['Seconds a question, median', ({ medianSeconds, concurrency }) => (medianSeconds?.toFixed(2) ?? '–') + (concurrency > 1 ? ` (${concurrency} at a time)` : '')],
  ];
  return table(['', ...names(candidates)], rows.map(([label, cell]) => [label, ...candidates.map(cell)]));
}

const evalSampleRows: [string, (candidate: CandidateReport) => string][] = [
  ['Samples of eval.json asked', ({ evalSamples }) => String(evalSamples.textMatch.samples)],
  ['Token match', ({ evalSamples }) => percent(evalSamples.textMatch.tokenMatch, 2)],
  ['Exact match', ({ evalSamples }) => percent(evalSamples.textMatch.exactMatch)],
  ['Execution accuracy on eval.json', ({ evalSamples }) => percent(evalSamples.figures.executionAccuracy)],
  ['Test-suite accuracy on eval.json', ({ evalSamples }) => percent(evalSamples.figures.testSuiteAccuracy)],
];

function outcomeTable(candidates: readonly CandidateReport[]): string {
  const met = outcomes.filter((outcome) => candidates.some(({ development }) => development.outcomes[outcome] !== undefined));
  return table(['', ...names(candidates)], met.map((outcome) => [outcome, ...candidates.map(({ development }) => String(development.outcomes[outcome] ?? 0))]));
}

function errorTable(candidates: readonly CandidateReport[]): string {
  const met = [...new Set(candidates.flatMap(({ errors }) => Object.keys(errors)))] as (keyof CandidateReport['errors'])[];
  return table(['', ...names(candidates)], met.map((name) => [name, ...candidates.map(({ errors }) => String(errors[name] ?? 0))]));
}

const groupTitles: Readonly<Record<GroupKey, string>> = { byTopic: 'By topic', byLevel: 'By level', byStyle: 'By style', byTemplate: 'By template of the gold SQL in the training samples' };

function groupSection(candidates: readonly CandidateReport[], by: GroupKey): string[] {
  const groups = [...new Set(candidates.flatMap((candidate) => Object.keys(candidate[by])))];
  if (groups.length === 0) return [];
  return [`## ${groupTitles[by]}`, table(['Right of asked', ...names(candidates)], groups.map((group) => [group, ...candidates.map((candidate) => rightOf(candidate[by][group]))]))];
}

function rightOf(figures: Figures | undefined): string {
  return figures === undefined ? '–' : `${countRight(figures)} of ${figures.questions}`;
}

function confidenceSection({ name, confidence }: CandidateReport): string[] {
  if (confidence === null) return [];
  const { auroc, areaUnderCurve, threshold, source } = confidence;
  const lines = [`A right answer is surer than a wrong one with probability ${auroc?.toFixed(2) ?? '–'}; area under the risk–coverage curve ${areaUnderCurve?.toFixed(2) ?? '–'}. Confidence from ${source}.`];
  if (threshold === null) return [`## Confidence of ${inline(name)}`, ...lines];
  const { without, figures: withIt, questions } = threshold.measuredOn;
  const rows = [
    ['Right answers of answerable', percent(without.testSuiteAccuracy ?? without.executionAccuracy), percent(withIt.testSuiteAccuracy ?? withIt.executionAccuracy)],
    ['Unanswerable refused', percent(without.refusalRecall), percent(withIt.refusalRecall)],
    ['Refusals that were right', percent(without.refusalPrecision), percent(withIt.refusalPrecision)],
    ['False refusals', String(without.falseRefusals), String(withIt.falseRefusals)],
    ['Wrong answers', String(wrongAnswers(without)), String(wrongAnswers(withIt))],
  ];
  lines.push(`Threshold ${threshold.value.toFixed(3)}, chosen on ${threshold.chosenOn.questions} questions, measured on ${questions} others:`);
  return [`## Confidence of ${inline(name)}`, ...lines, table(['', 'without', 'with the threshold'], rows)];
}

/** Answers that mislead: given and not right. */
export function wrongAnswers({ outcomes: counts, questions }: Figures): number {
  const harmless = ['exact', 'refused', 'abstained', 'no-reply'] as const;
  return questions - harmless.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

function failureSection(candidate: CandidateReport): string[] {
  const failures = candidate.records.development.filter(({ outcome }) => !isRight(outcome));
  if (failures.length === 0) return [];
  const worst = worstAnswers(failures);
  return [`## Worst answers of ${inline(candidate.name)} (${worst.length} of ${failures.length} wrong ones)`, ...worst.map(failure)];
}

function failure({ id, outcome, errorClass, question, gold, predicted, detail, confidence, expected, given }: QuestionRecord): string {
  const reason = detail === undefined ? '' : ` (${inline(detail)})`;
  const sure = confidence === null ? '' : `, confidence ${confidence.toFixed(2)}`;
  const wanted = gold === null ? '-- gold: unanswerable' : `-- gold\n${gold.join('\n-- or\n')}`;
  const written = predicted === null ? '-- predicted: abstained' : `-- predicted\n${predicted}`;
  const rows = expected === undefined && given === undefined ? '' : `\n\nExpected ${excerptText(expected)}; given ${excerptText(given)}`;
  return `**${inline(id)}**, ${outcome}${errorClass === undefined ? '' : `, ${errorClass}`}${reason}${sure}: ${inline(question)}\n\n${fence('sql', `${wanted}\n${written}`)}${rows}`;
}

function excerptText(excerpt: Excerpt | undefined): string {
  if (excerpt === undefined) return 'nothing';
  const rows = excerpt.rows.slice(0, 2).map((row) => inline(row.map((cell) => String(cell ?? 'NULL')).join(', ').slice(0, 80)));
  return `${excerpt.total} rows of ${excerpt.columns.length}: ${rows.join(' / ')}${excerpt.total > rows.length ? ' …' : ''}`;
}

function names(candidates: readonly CandidateReport[]): string[] {
  return candidates.map(({ name }) => name);
}
