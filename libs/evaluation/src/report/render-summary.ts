import { outcomes, rightOutcomes } from '../judgement/outcome.ts';
import type { CandidateReport, EvaluationReport, Figures, QuestionRecord } from './evaluation-report.ts';
import { fence, inline, percent, table } from './markdown.ts';

const shownFailures = 20;

/** Renders a report as Markdown: the candidates side by side, then the first failures of the first one. */
export function renderSummary(report: EvaluationReport): string {
  const { candidates } = report;
  const sections = [
    `# Evaluation of ${report.dataset}`,
    ...warningSection(report.warnings),
    headlineTable(candidates),
    '## How the development questions ended',
    outcomeTable(candidates),
    '## By topic',
    groupTable(candidates, 'byTopic'),
    '## By level',
    groupTable(candidates, 'byLevel'),
    ...candidates.slice(0, 1).flatMap(failureSection),
  ];
  return `${sections.join('\n\n')}\n`;
}

function warningSection(warnings: readonly string[]): string[] {
  return warnings.length === 0 ? [] : [warnings.map((warning) => `- Warning: ${inline(warning)}`).join('\n')];
}

function headlineTable(candidates: readonly CandidateReport[]): string {
  const rows: [string, (candidate: CandidateReport) => string][] = [
    ['Development questions asked', ({ development }) => `${development.questions} (${development.answerable} answerable)`],
    ['Execution accuracy', ({ development }) => percent(development.executionAccuracy)],
    ['… with further columns allowed', ({ development }) => percent(development.subsetAccuracy)],
    ['… on the questions that all were asked', ({ shared }) => `${percent(shared.executionAccuracy)} of ${shared.answerable}`],
    ['Matches with an empty gold result', ({ development }) => String(development.emptyMatches)],
    ['Unanswerable questions refused', ({ development }) => `${percent(development.refusalRecall)} of ${development.unanswerable}`],
    ['Refusals that were right', ({ development }) => percent(development.refusalPrecision)],
    ['False refusals', ({ development }) => String(development.falseRefusals)],
    ['Samples of eval.json asked', ({ evalSamples }) => String(evalSamples.textMatch.samples)],
    ['Token match', ({ evalSamples }) => percent(evalSamples.textMatch.tokenMatch, 2)],
    ['Exact match', ({ evalSamples }) => percent(evalSamples.textMatch.exactMatch)],
    ['Execution accuracy on eval.json', ({ evalSamples }) => percent(evalSamples.figures.executionAccuracy)],
    ['Seconds a question, median', ({ medianSeconds }) => medianSeconds?.toFixed(2) ?? '–'],
  ];
  return table(['', ...names(candidates)], rows.map(([label, cell]) => [label, ...candidates.map(cell)]));
}

function outcomeTable(candidates: readonly CandidateReport[]): string {
  const met = outcomes.filter((outcome) => candidates.some(({ development }) => development.outcomes[outcome] !== undefined));
  return table(['', ...names(candidates)], met.map((outcome) => [outcome, ...candidates.map(({ development }) => String(development.outcomes[outcome] ?? 0))]));
}

function groupTable(candidates: readonly CandidateReport[], by: 'byTopic' | 'byLevel'): string {
  const groups = [...new Set(candidates.flatMap((candidate) => Object.keys(candidate[by])))];
  return table(['Right of asked', ...names(candidates)], groups.map((group) => [group, ...candidates.map((candidate) => rightOf(candidate[by][group]))]));
}

function rightOf(figures: Figures | undefined): string {
  if (figures === undefined) return '–';
  const right = rightOutcomes.reduce((sum, outcome) => sum + (figures.outcomes[outcome] ?? 0), 0);
  return `${right} of ${figures.questions}`;
}

function failureSection(candidate: CandidateReport): string[] {
  const failures = candidate.records.development.filter(({ outcome }) => !rightOutcomes.includes(outcome));
  if (failures.length === 0) return [];
  return [`## Failures of ${inline(candidate.name)} (${Math.min(failures.length, shownFailures)} of ${failures.length})`, ...failures.slice(0, shownFailures).map(failure)];
}

function failure({ id, outcome, question, gold, predicted, detail }: QuestionRecord): string {
  const reason = detail === undefined ? '' : ` (${inline(detail)})`;
  const wanted = gold === null ? '-- gold: unanswerable' : `-- gold\n${gold.join('\n-- or\n')}`;
  const written = predicted === null ? '-- predicted: abstained' : `-- predicted\n${predicted}`;
  return `**${inline(id)}**, ${outcome}${reason}: ${inline(question)}\n\n${fence('sql', `${wanted}\n${written}`)}`;
}

function names(candidates: readonly CandidateReport[]): string[] {
  return candidates.map(({ name }) => name);
}
