import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { Progress } from '@sqlwright/artifacts';
import { sequenceProbability, type GeneratedSql, type SqlGenerationOptions, type SqlGenerator } from '@sqlwright/sql-generation';
import { sampleAgreement } from './confidence/sample-agreement.ts';
import type { ExecutionContext } from './judgement/execute.ts';
import { judge, type Judgement } from './judgement/judge.ts';
import { isRight } from './judgement/outcome.ts';
import type { PreparedQuestion } from './test-suite/test-suite.ts';

/** How a model is asked. */
export interface AskOptions {
  /** Questions under way at the same time. */
  readonly concurrency: number;
  /** Where the confidence of an answer comes from: the probabilities of its tokens, or further samples that agree with it. */
  readonly confidence: 'none' | 'tokens' | 'samples';
  /** Samples for `samples`. */
  readonly samples: number;
  /** Longest wait for one reply, in seconds; a longer one is a failure of this question. */
  readonly replySeconds: number;
}

export interface AskedQuestion {
  readonly prepared: PreparedQuestion;
  readonly predicted: string | null;
  readonly judgement: Judgement;
  readonly confidence: number | null;
  /** The SQL, or what the model said instead. */
  readonly reply: string;
  /** From question to SQL. */
  readonly seconds: number;
}

/**
 * Puts questions to a generator and judges what it writes. A prediction that cannot run is judged, not thrown; so is a single reply that fails.
 * @returns in the order of the questions
 * @throws SqlwrightError run.cancelled; whatever the generator or the database throws when it is itself out of order
 */
export async function ask(
  generator: SqlGenerator,
  questions: readonly PreparedQuestion[],
  options: AskOptions,
  context: ExecutionContext,
  progress: Progress,
  onAsked: (asked: AskedQuestion) => Promise<void> = async () => {},
): Promise<AskedQuestion[]> {
  const asked = new Map<PreparedQuestion, AskedQuestion>();
  const startedAt = performance.now();
  const waiting = [...questions];
  let failed = false;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
      if (context.limits.signal?.aborted === true) throw cancelled();
      const one = await askOne(generator, next, options, context);
      asked.set(next, one);
      await onAsked(one);
      const elapsed = (performance.now() - startedAt) / 1000;
      progress.update({ done: asked.size, total: questions.length, remark: tally([...asked.values()]), secondsLeft: (elapsed / asked.size) * (questions.length - asked.size) });
    }
  };
  const workers = Array.from({ length: Math.max(1, options.concurrency) }, () => work().catch((error: unknown) => {
    failed = true;
    throw error;
  }));
  const ended = await Promise.allSettled(workers);
  const broken = ended.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
  return questions.flatMap((question) => asked.get(question) ?? []);
}

async function askOne(generator: SqlGenerator, prepared: PreparedQuestion, options: AskOptions, context: ExecutionContext): Promise<AskedQuestion> {
  const { question, gold } = prepared;
  const startedAt = performance.now();
  const generated = await generate(generator, question.question, { logProbabilities: options.confidence === 'tokens' }, options, context.limits.signal);
  const seconds = (performance.now() - startedAt) / 1000;
  if (generated instanceof SqlwrightError) {
    const judgement: Judgement = { outcome: 'no-reply', emptyMatch: false, detail: generated.message, matched: [] };
    return { prepared, predicted: null, judgement, confidence: null, reply: '', seconds };
  }
  const predicted = generated.kind === 'sql' ? generated.sql : null;
  const judgement = await judge(predicted, question.gold === null ? null : gold, context);
  const resample = (): Promise<GeneratedSql | SqlwrightError> => generate(generator, question.question, { temperature: sampleTemperature }, options, context.limits.signal);
  const confidence = options.confidence === 'samples' ? await sampleAgreement(predicted, judgement.given, resample, options.samples, context) : sequenceProbability(generated.logProbabilities);
  return { prepared, predicted, judgement, confidence, reply: predicted ?? generated.reply, seconds };
}

const sampleTemperature = 0.8;
const ownFailures = ['provider.bad-reply', 'provider.request-too-long', 'run.cancelled'];

/** A reply, or the error of a reply that cannot be used or does not end: the next question may well be answered. */
async function generate(generator: SqlGenerator, question: string, settings: SqlGenerationOptions, options: AskOptions, signal: AbortSignal | undefined): Promise<GeneratedSql | SqlwrightError> {
  const timeout = AbortSignal.timeout(options.replySeconds * 1000);
  try {
    return await generator.generate(question, { ...settings, signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) });
  } catch (error) {
    if (signal?.aborted === true || !SqlwrightError.is(error) || !ownFailures.includes(error.code)) throw error;
    if (error.code !== 'run.cancelled') return error;
    return new SqlwrightError('provider.bad-reply', `The model did not end its reply within ${options.replySeconds} s.`, { hint: 'Allow more time, or fewer tokens.' });
  }
}

function tally(asked: readonly AskedQuestion[]): string {
  const right = asked.filter(({ judgement }) => isRight(judgement.outcome)).length;
  return `${right} of ${asked.length} right`;
}
