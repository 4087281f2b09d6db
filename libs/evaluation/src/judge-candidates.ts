import type { Progress } from '@sqlwright/artifacts';
import type { Database } from '@sqlwright/database';
import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { evaluateCandidate, type Candidate, type JudgeBench, type PreparedQuestions } from './evaluate-candidate.ts';
import type { ExecutionContext } from './judgement/execute.ts';
import { isRight } from './judgement/outcome.ts';
import { runGold } from './judgement/run-gold.ts';
import { selectEvalSamples, toQuestion, type EvalSample } from './questions/eval-sample.ts';
import type { EvaluationQuestion } from './questions/evaluation-question.ts';
import { spread } from './questions/spread.ts';
import { templateOf } from './questions/template-of.ts';
import { evaluationReportSchema, type CandidateReport, type EvaluationReport, type QuestionRecord, type TestSuiteReport } from './report/evaluation-report.ts';
import { compareRuns, type ScoredRun } from './statistics/compare-runs.ts';
import type { DataInstance } from './test-suite/open-instances.ts';
import { TestSuite, type PreparedQuestion, type QuestionMutants } from './test-suite/test-suite.ts';

const defaultMaxRows = 10_000;
const defaultMutants = 8;

export interface EvaluationLimits {
  /** Most samples of eval.json that are asked; the first of every SQL template come first. */
  readonly evalSamples: number;
  /** Longest run of one statement, in seconds. */
  readonly statementSeconds: number;
  /** A prediction with more rows counts as wrong; 10,000 by default. */
  readonly maxRows?: number;
  /** Most near misses a question on which the test suite is tried; 8 by default. */
  readonly mutants?: number;
}

export interface JudgeInput {
  readonly dataset: string;
  readonly schema: DatabaseSchema;
  readonly database: Database;
  /** Further databases of the same schema with other rows; see `openInstances`. */
  readonly instances?: readonly DataInstance[];
  /** Hand-written questions that were never trained on. */
  readonly questions: readonly EvaluationQuestion[];
  /** The samples of eval.json. */
  readonly evalSamples: readonly EvalSample[];
  /** The SQL of the training samples, to tell seen from unseen templates. */
  readonly trainingStatements?: readonly string[];
  /** Of the tuned model; its abstention is what eval.json holds for unanswerable questions. */
  readonly contract: PromptContract;
  /** The tuned model first. */
  readonly candidates: readonly Candidate[];
  readonly limits: EvaluationLimits;
  /** Is given every record of a development question as it comes, so that nothing is lost where a run breaks off. */
  readonly onRecord?: (candidate: string, record: QuestionRecord) => Promise<void>;
}

/**
 * Judges candidates by what their SQL returns on the database and on the test suite.
 * @throws SqlwrightError questions.invalid before any model is asked; run.cancelled; database.unavailable; errors of a generator
 */
export async function judgeCandidates(input: JudgeInput, signal: AbortSignal, progress: Progress): Promise<EvaluationReport> {
  const limits = { maxRows: input.limits.maxRows ?? defaultMaxRows, seconds: input.limits.statementSeconds, signal };
  const context = { schema: input.schema, database: input.database, limits };
  refuseTwice(input.questions);
  progress.step('gold SQL');
  const questions = await prepareAll(input, context, progress);
  const suite = (input.instances ?? []).length === 0 ? undefined : new TestSuite(context, input.instances ?? []);
  const mutants = suite === undefined ? [] : await scoreMutants(suite, questions.development, input.limits.mutants ?? defaultMutants, progress);
  const bench: JudgeBench = { context, suite, single: new TestSuite(context, []), trained: trainedTemplates(input), progress, onRecord: input.onRecord ?? (async () => {}) };
  const candidates: CandidateReport[] = [];
  for (const candidate of input.candidates) candidates.push(await evaluateCandidate(candidate, questions, bench));
  return evaluationReportSchema.parse({
    formatVersion: 2,
    dataset: input.dataset,
    contract: input.contract,
    warnings: suite === undefined ? emptyWarnings(questions) : mutantWarnings(mutants),
    testSuite: suite === undefined ? null : suiteReport(suite, mutants),
    candidates,
    comparisons: candidates.slice(1).map((other) => compareRuns(scoredRun(other), scoredRun(candidates[0]!))),
  });
}

/** The development questions of a candidate and whether each was right. */
export function scoredRun({ name, records }: CandidateReport): ScoredRun {
  return { name, right: new Map(records.development.map(({ id, outcome }) => [id, isRight(outcome)])) };
}

async function prepareAll(input: JudgeInput, context: ExecutionContext, progress: Progress): Promise<PreparedQuestions> {
  const samples = selectEvalSamples(input.evalSamples, input.limits.evalSamples);
  const sampleQuestions = samples.map((sample, index) => toQuestion(sample, index, input.contract));
  const prepared = await prepare([...input.questions, ...sampleQuestions], context, progress);
  const ofSamples = prepared.slice(input.questions.length).map((question, index) => ({ ...question, reference: samples[index]?.output ?? '' }));
  return { development: prepared.slice(0, input.questions.length), shared: sharedIds(input), evalSamples: ofSamples };
}

async function prepare(questions: readonly EvaluationQuestion[], context: ExecutionContext, progress: Progress): Promise<PreparedQuestion[]> {
  const prepared: PreparedQuestion[] = [];
  for (const question of questions) {
    if (context.limits.signal?.aborted === true) throw cancelled();
    prepared.push({ question, gold: await runGold(question, context) });
    progress.update({ done: prepared.length, total: questions.length });
  }
  return prepared;
}

async function scoreMutants(suite: TestSuite, questions: readonly PreparedQuestion[], limit: number, progress: Progress): Promise<QuestionMutants[]> {
  progress.step('near misses of the gold SQL');
  const scored: QuestionMutants[] = [];
  for (const question of questions) {
    scored.push(await suite.scoreMutants(question, limit));
    progress.update({ done: scored.length, total: questions.length });
  }
  return scored;
}

function suiteReport(suite: TestSuite, mutants: readonly QuestionMutants[]): TestSuiteReport {
  const sum = (of: (one: QuestionMutants) => number): number => mutants.reduce((total, one) => total + of(one), 0);
  return {
    instances: suite.names,
    mutants: sum((one) => one.mutants),
    killed: sum(({ killed }) => killed),
    survivors: mutants.flatMap(({ id, survivors }) => survivors.map(({ kind, sql }) => ({ id, kind, sql }))),
  };
}

function trainedTemplates({ trainingStatements }: JudgeInput): ReadonlySet<string> | undefined {
  return trainingStatements === undefined ? undefined : new Set(trainingStatements.map(templateOf));
}

function sharedIds(input: JudgeInput): Set<string> {
  const asked = input.candidates.map(({ sampleLimit }) => new Set(spread(input.questions, sampleLimit)));
  return new Set(input.questions.filter((question) => asked.every((questions) => questions.has(question))).map(({ id }) => id));
}

function emptyWarnings({ development }: PreparedQuestions): string[] {
  const empty = development.filter(({ gold }) => gold.length > 0 && gold.every(({ result }) => result.rows.length === 0));
  return empty.map(({ question }) => `The gold result of "${question.id}" has no rows here: only the gold SQL itself counts as right.`);
}

function mutantWarnings(mutants: readonly QuestionMutants[]): string[] {
  return mutants.filter((one) => one.mutants > 0 && one.killed === 0).map(({ id }) => `No near miss of the gold SQL of "${id}" is told apart from it on any database.`);
}

function refuseTwice(questions: readonly EvaluationQuestion[]): void {
  const twice = questions.find(({ id }, index) => questions.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new SqlwrightError('questions.invalid', `The id "${twice.id}" is taken twice.`, { hint: 'Give every question an id of its own.' });
}
