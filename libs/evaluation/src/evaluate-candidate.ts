import type { Progress } from '@sqlwright/artifacts';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import { ask, type AskedQuestion, type PreparedQuestion } from './ask.ts';
import type { ExecutionContext } from './judgement/execute.ts';
import { spread } from './questions/spread.ts';
import type { CandidateReport } from './report/evaluation-report.ts';
import { figures, figuresBy } from './report/figures.ts';
import { textMatch } from './report/text-match.ts';

/** A model that is judged. */
export interface Candidate {
  readonly name: string;
  readonly generator: SqlGenerator;
  /** Most development questions, and most eval samples, that it is asked, spread evenly; all by default. */
  readonly sampleLimit?: number;
}

/** The questions of an evaluation with the results of their gold SQL. */
export interface PreparedQuestions {
  readonly development: readonly PreparedQuestion[];
  /** Ids of the development questions that every candidate is asked. */
  readonly shared: ReadonlySet<string>;
  readonly evalSamples: readonly (PreparedQuestion & { readonly reference: string })[];
}

/**
 * Asks one candidate and sums up its answers.
 * @throws SqlwrightError run.cancelled, database.unavailable; errors of the generator
 */
export async function evaluateCandidate(candidate: Candidate, questions: PreparedQuestions, context: ExecutionContext, progress: Progress): Promise<CandidateReport> {
  progress.step(`${candidate.name}: development questions`);
  const development = await ask(candidate.generator, spread(questions.development, candidate.sampleLimit), context, progress);
  progress.step(`${candidate.name}: eval samples`);
  const samples = spread(questions.evalSamples, candidate.sampleLimit);
  const evalSamples = await ask(candidate.generator, samples, context, progress);
  const records = { development: development.map(({ record }) => record), evalSamples: evalSamples.map(({ record }) => record) };
  const pairs = evalSamples.map(({ reply }, index) => ({ predicted: reply, reference: samples[index]?.reference ?? '' }));
  return {
    name: candidate.name,
    medianSeconds: medianSeconds([...development, ...evalSamples]),
    development: figures(records.development),
    shared: figures(records.development.filter(({ id }) => questions.shared.has(id))),
    byTopic: figuresBy(records.development, 'topic'),
    byLevel: figuresBy(records.development, 'level'),
    evalSamples: { figures: figures(records.evalSamples), textMatch: textMatch(pairs) },
    records,
  };
}

/** In seconds, to the millisecond. */
function medianSeconds(asked: readonly AskedQuestion[]): number | null {
  const sorted = asked.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle * 1000) / 1000;
}
