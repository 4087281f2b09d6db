import type { Progress } from '@sqlwright/artifacts';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import { ask, type AskedQuestion, type AskOptions } from './ask.ts';
import { reportConfidence } from './confidence/risk-coverage.ts';
import type { ExecutionContext } from './judgement/execute.ts';
import { spread } from './questions/spread.ts';
import type { CandidateReport, QuestionRecord } from './report/evaluation-report.ts';
import { figures, figuresBy, isExecutionMatch } from './report/figures.ts';
import { textMatch } from './report/text-match.ts';
import { bootstrapInterval, type Interval } from './statistics/bootstrap-interval.ts';
import type { PreparedQuestion, TestSuite } from './test-suite/test-suite.ts';
import { toRecord } from './to-record.ts';

/** A model that is judged. */
export interface Candidate extends Partial<AskOptions> {
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

/** What a candidate is judged with. */
export interface JudgeBench {
  readonly context: ExecutionContext;
  /** What matches on the first database must hold on it too. */
  readonly suite: TestSuite | undefined;
  /** Judges matches that one database alone cannot prove; it holds no further database. */
  readonly single: TestSuite;
  /** Templates of the training samples, if known. */
  readonly trained: ReadonlySet<string> | undefined;
  readonly progress: Progress;
  /** Is given every record of a development question as it comes. */
  readonly onRecord: (candidate: string, record: QuestionRecord) => Promise<void>;
}

const defaults: AskOptions = { concurrency: 1, confidence: 'none', samples: 5, replySeconds: 180 };

/**
 * Asks one candidate and sums up its answers.
 * @throws SqlwrightError run.cancelled, database.unavailable; errors of the generator
 */
export async function evaluateCandidate(candidate: Candidate, questions: PreparedQuestions, bench: JudgeBench): Promise<CandidateReport> {
  const options = askOptions(candidate);
  bench.progress.step(`${candidate.name}: development questions`);
  const development = new Map<string, QuestionRecord>();
  const asked = await ask(candidate.generator, spread(questions.development, candidate.sampleLimit), options, bench.context, bench.progress, async (one) => {
    const record = await toRecord(one, bench.suite ?? bench.single, bench.trained);
    development.set(record.id, record);
    await bench.onRecord(candidate.name, record);
  });
  const samples = spread(questions.evalSamples, candidate.sampleLimit);
  if (samples.length > 0) bench.progress.step(`${candidate.name}: eval samples`);
  // The article's figures need no confidence.
  const askedSamples = await ask(candidate.generator, samples, { ...options, confidence: 'none' }, bench.context, bench.progress);
  const evalSamples = await Promise.all(askedSamples.map((one) => toRecord(one, bench.suite ?? bench.single, undefined)));
  const records = { development: asked.flatMap(({ prepared }) => development.get(prepared.question.id) ?? []), evalSamples };
  const pairs = askedSamples.map(({ reply }, index) => ({ predicted: reply, reference: samples[index]?.reference ?? '' }));
  return {
    name: candidate.name,
    medianSeconds: medianSeconds([...asked, ...askedSamples]),
    concurrency: options.concurrency,
    ...sumUp(records.development, questions.shared, bench.suite !== undefined),
    confidence: options.confidence === 'none' ? null : reportConfidence(records.development, options.confidence, bench.suite !== undefined),
    evalSamples: { figures: figures(evalSamples, bench.suite !== undefined), textMatch: textMatch(pairs) },
    records,
  };
}

function askOptions({ concurrency, confidence, samples, replySeconds }: Candidate): AskOptions {
  return {
    concurrency: concurrency ?? defaults.concurrency,
    confidence: confidence ?? defaults.confidence,
    samples: samples ?? defaults.samples,
    replySeconds: replySeconds ?? defaults.replySeconds,
  };
}

type Summary = Pick<CandidateReport, 'development' | 'intervals' | 'shared' | 'byTopic' | 'byLevel' | 'byStyle' | 'byTemplate' | 'errors'>;

function sumUp(records: readonly QuestionRecord[], shared: ReadonlySet<string>, suite: boolean): Summary {
  const classes = Map.groupBy(records.flatMap(({ errorClass }) => errorClass ?? []), (name) => name);
  return {
    development: figures(records, suite),
    intervals: intervalsOf(records, suite),
    shared: figures(records.filter(({ id }) => shared.has(id)), suite),
    byTopic: figuresBy(records, 'topic', suite),
    byLevel: figuresBy(records, 'level', suite),
    byStyle: figuresBy(records, 'style', suite),
    byTemplate: figuresBy(records.filter(({ template }) => template !== undefined), 'template', suite),
    errors: Object.fromEntries([...classes].map(([name, all]) => [name, all.length] as const).sort((a, b) => b[1] - a[1])),
  };
}

function intervalsOf(records: readonly QuestionRecord[], suite: boolean): CandidateReport['intervals'] {
  const answerable = records.filter(({ gold }) => gold !== null);
  const over = (some: readonly QuestionRecord[], isHit: (record: QuestionRecord) => boolean): Interval | null => bootstrapInterval(some.map((record) => Number(isHit(record))));
  return {
    executionAccuracy: over(answerable, isExecutionMatch),
    testSuiteAccuracy: suite ? over(answerable, ({ outcome }) => outcome === 'exact') : null,
    refusalRecall: over(records.filter(({ gold }) => gold === null), ({ outcome }) => outcome === 'refused'),
  };
}

/** In seconds, to the millisecond. */
function medianSeconds(asked: readonly AskedQuestion[]): number | null {
  const sorted = asked.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle * 1000) / 1000;
}
