import { promptContractSchema } from '@sqlwright/prompt';
import { reportConfidence } from '../src/confidence/risk-coverage.ts';
import type { CandidateReport, EvaluationReport, QuestionRecord } from '../src/report/evaluation-report.ts';
import { figures, figuresBy } from '../src/report/figures.ts';

export function record(changes: Partial<QuestionRecord> = {}): QuestionRecord {
  return {
    id: 'q',
    question: 'How many?',
    topic: 'counts',
    level: 'easy',
    style: 'question',
    gold: ['SELECT 1'],
    predicted: 'SELECT 1',
    outcome: 'exact',
    emptyMatch: false,
    confidence: null,
    seconds: 0.5,
    ...changes,
  };
}

export function candidate(name: string, development: QuestionRecord[], suite = true): CandidateReport {
  return {
    name,
    medianSeconds: 0.4567,
    concurrency: 1,
    development: figures(development, suite),
    intervals: { executionAccuracy: { low: 0.25, high: 0.75 }, testSuiteAccuracy: null, refusalRecall: null },
    shared: figures(development, suite),
    byTopic: figuresBy(development, 'topic', suite),
    byLevel: figuresBy(development, 'level', suite),
    byStyle: figuresBy(development, 'style', suite),
    byTemplate: {},
    errors: { 'wrong-literal': 2 },
    confidence: reportConfidence(development, 'tokens', suite),
    evalSamples: { figures: figures([], false), textMatch: { samples: 0, exactMatch: null, tokenMatch: null } },
    records: { development, evalSamples: [] },
  };
}

export function report(...candidates: CandidateReport[]): EvaluationReport {
  return { formatVersion: 2, dataset: 'pets', contract: promptContractSchema.parse({}), warnings: [], testSuite: null, candidates, comparisons: [] };
}
