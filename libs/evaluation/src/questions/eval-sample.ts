import { parseReply, type PromptContract } from '@sqlwright/prompt';
import type { EvaluationQuestion } from './evaluation-question.ts';
import { templateOf } from './template-of.ts';

/** A held-out sample of the dataset: an entry of eval.json. `input` is the question, `output` the SQL or the abstention. */
export interface EvalSample {
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
}

/** An eval sample in the form in which questions are judged. */
export function toQuestion(sample: EvalSample, index: number, contract: PromptContract): EvaluationQuestion {
  const reply = parseReply(contract, sample.output);
  const id = `eval-${String(index + 1).padStart(3, '0')}`;
  return { id, question: sample.input, gold: reply.kind === 'sql' ? [reply.sql] : null, topic: 'eval.json', level: 'medium' };
}

/** At most `limit` samples in their order: the first of every SQL template before the second of any. */
export function selectEvalSamples(samples: readonly EvalSample[], limit: number): EvalSample[] {
  const seen = new Map<string, number>();
  const ranked = samples.map((sample, index) => {
    const template = templateOf(sample.output);
    const round = seen.get(template) ?? 0;
    seen.set(template, round + 1);
    return { sample, index, round };
  });
  const chosen = ranked.toSorted((a, b) => a.round - b.round || a.index - b.index).slice(0, limit);
  return chosen.toSorted((a, b) => a.index - b.index).map(({ sample }) => sample);
}
