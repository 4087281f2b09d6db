import { isRight } from '../judgement/outcome.ts';
import type { QuestionRecord } from './evaluation-report.ts';

const shown = 20;

/** The worst wrong answers: those that the model was surest of, and where that is not known in their order; refusals last, as they mislead nobody. */
export function worstAnswers(records: readonly QuestionRecord[], limit: number = shown): QuestionRecord[] {
  const badness = ({ predicted, confidence }: QuestionRecord): number => (predicted === null ? -1 : 0) + (confidence ?? 0);
  return records.filter(({ outcome }) => !isRight(outcome)).toSorted((a, b) => badness(b) - badness(a)).slice(0, limit);
}
