import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson, writeStage, type Manifest, type Progress, type StageRun } from '@sqlwright/artifacts';
import type { Database } from '@sqlwright/database';
import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { PromptContract } from '@sqlwright/prompt';
import { fingerprintSchema, type DatabaseSchema } from '@sqlwright/schema';
import type { PreparedQuestion } from './ask.ts';
import { evaluateCandidate, type Candidate, type PreparedQuestions } from './evaluate-candidate.ts';
import type { ExecutionContext } from './judgement/execute.ts';
import { runGold } from './judgement/run-gold.ts';
import { selectEvalSamples, toQuestion, type EvalSample } from './questions/eval-sample.ts';
import type { EvaluationQuestion } from './questions/evaluation-question.ts';
import { spread } from './questions/spread.ts';
import { evaluationReportSchema, type CandidateReport, type EvaluationReport } from './report/evaluation-report.ts';
import { headline } from './report/headline.ts';
import { renderSummary } from './report/render-summary.ts';

const defaultMaxRows = 10_000;

export interface EvaluationLimits {
  /** Most samples of eval.json that are asked; the first of every SQL template come first. */
  readonly evalSamples: number;
  /** Longest run of one statement, in seconds. */
  readonly statementSeconds: number;
  /** A prediction with more rows counts as wrong; 10,000 by default. */
  readonly maxRows?: number;
}

export interface EvaluateInput {
  readonly schema: DatabaseSchema;
  readonly database: Database;
  /** Hand-written questions that were never trained on. */
  readonly questions: readonly EvaluationQuestion[];
  /** The samples of eval.json. */
  readonly evalSamples: readonly EvalSample[];
  /** Of the tuned model; its abstention is what eval.json holds for unanswerable questions. */
  readonly contract: PromptContract;
  /** The tuned model first. */
  readonly candidates: readonly Candidate[];
  readonly limits: EvaluationLimits;
  readonly upstream: Manifest['upstream'];
}

/**
 * Judges candidates by what their SQL returns on the database, and writes evaluation.json and summary.md.
 * @throws SqlwrightError questions.invalid before any model is asked; run.cancelled; database.unavailable; errors of a generator
 */
export function evaluate(run: StageRun, input: EvaluateInput): Promise<Manifest> {
  const lineage = { stage: 'evaluate' as const, schemaFingerprint: fingerprintSchema(input.schema), upstream: input.upstream };
  return writeStage(run, lineage, async (draft, progress) => {
    const report = evaluationReportSchema.parse(await judgeAll(run, input, progress));
    await writeJson(path.join(draft, 'evaluation.json'), report);
    await writeFile(path.join(draft, 'summary.md'), renderSummary(report));
    return { details: headline(report) };
  });
}

async function judgeAll(run: StageRun, input: EvaluateInput, progress: Progress): Promise<EvaluationReport> {
  const limits = { maxRows: input.limits.maxRows ?? defaultMaxRows, seconds: input.limits.statementSeconds, signal: run.signal };
  const context = { schema: input.schema, database: input.database, limits };
  refuseTwice(input.questions);
  progress.step('gold SQL');
  const questions = await prepareAll(input, context, progress);
  const candidates: CandidateReport[] = [];
  for (const candidate of input.candidates) candidates.push(await evaluateCandidate(candidate, questions, context, progress));
  return { formatVersion: 1, dataset: run.dataset, contract: input.contract, warnings: warnings(questions), candidates };
}

async function prepareAll(input: EvaluateInput, context: ExecutionContext, progress: Progress): Promise<PreparedQuestions> {
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

function sharedIds(input: EvaluateInput): Set<string> {
  const asked = input.candidates.map(({ sampleLimit }) => new Set(spread(input.questions, sampleLimit)));
  return new Set(input.questions.filter((question) => asked.every((questions) => questions.has(question))).map(({ id }) => id));
}

function warnings({ development }: PreparedQuestions): string[] {
  const empty = development.filter(({ gold }) => gold.length > 0 && gold.every(({ result }) => result.rows.length === 0));
  return empty.map(({ question }) => `The gold result of "${question.id}" has no rows here: a query that returns nothing passes.`);
}

function refuseTwice(questions: readonly EvaluationQuestion[]): void {
  const twice = questions.find(({ id }, index) => questions.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new SqlwrightError('questions.invalid', `The id "${twice.id}" is taken twice.`, { hint: 'Give every question an id of its own.' });
}
