import type { Manifest } from '@sqlwright/artifacts';
import type { CandidateReport, EvaluationReport } from './evaluation-report.ts';

/** The figures that the manifest carries: no times, so that equal work gives an equal manifest entry. */
export function headline(report: EvaluationReport): Manifest['details'] {
  const { testSuite } = report;
  return {
    contract: report.contract,
    warnings: report.warnings.length,
    ...(testSuite === null ? {} : { testSuite: { instances: testSuite.instances.length, mutants: testSuite.mutants, killed: testSuite.killed } }),
    candidates: report.candidates.map(figuresOf),
  };
}

function figuresOf({ name, development, shared, evalSamples }: CandidateReport) {
  return {
    name,
    questions: development.questions,
    executionAccuracy: development.executionAccuracy,
    testSuiteAccuracy: development.testSuiteAccuracy,
    subsetAccuracy: development.subsetAccuracy,
    sharedQuestions: shared.questions,
    sharedExecutionAccuracy: shared.executionAccuracy,
    refusalRecall: development.refusalRecall,
    refusalPrecision: development.refusalPrecision,
    falseRefusals: development.falseRefusals,
    evalSamples: evalSamples.textMatch.samples,
    exactMatch: evalSamples.textMatch.exactMatch,
    tokenMatch: evalSamples.textMatch.tokenMatch,
    evalExecutionAccuracy: evalSamples.figures.executionAccuracy,
  };
}
