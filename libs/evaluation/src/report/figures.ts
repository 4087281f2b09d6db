import { z } from 'zod';
import { outcomes, rightOutcomes, type Outcome } from '../judgement/outcome.ts';
import type { QuestionRecord } from './evaluation-report.ts';

const share = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();

/** Figures over some questions. A share of nothing is null. */
export const figuresSchema = z.strictObject({
  questions: count,
  answerable: count,
  /** Same rows and columns on the first database, of all answerable questions. Empty results that prove nothing do not count. */
  executionAccuracy: share,
  /** Same rows and columns on every database of the test suite; null where there is none. */
  testSuiteAccuracy: share,
  /** As the strictest of both above, further columns allowed. */
  subsetAccuracy: share,
  /** Matches with an empty gold result on the first database. */
  emptyMatches: count,
  unanswerable: count,
  /** Refused unanswerable questions of all unanswerable ones. */
  refusalRecall: share,
  /** Refused unanswerable questions of all refused ones. */
  refusalPrecision: share,
  /** Answerable questions that were refused. */
  falseRefusals: count,
  outcomes: z.partialRecord(z.enum(outcomes), count),
});

export type Figures = z.infer<typeof figuresSchema>;

/**
 * Counts outcomes and the shares that follow from them.
 * @param suite whether the records were judged on a test suite
 */
export function figures(records: readonly QuestionRecord[], suite: boolean): Figures {
  const count = (outcome: Outcome): number => records.filter((record) => record.outcome === outcome).length;
  const unanswerable = records.filter(({ gold }) => gold === null).length;
  const answerable = records.length - unanswerable;
  return {
    questions: records.length,
    answerable,
    executionAccuracy: shareOf(records.filter(isExecutionMatch).length, answerable),
    testSuiteAccuracy: suite ? shareOf(count('exact'), answerable) : null,
    subsetAccuracy: shareOf(count('exact') + count('subset'), answerable),
    emptyMatches: records.filter(({ emptyMatch }) => emptyMatch).length,
    unanswerable,
    refusalRecall: shareOf(count('refused'), unanswerable),
    refusalPrecision: shareOf(count('refused'), count('refused') + count('abstained')),
    falseRefusals: count('abstained'),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)]).filter(([, number]) => number !== 0)),
  };
}

/** Right by the rows of the first database alone. */
export function isExecutionMatch({ outcome, emptyMatch }: Pick<QuestionRecord, 'outcome' | 'emptyMatch'>): boolean {
  return outcome === 'exact' || (outcome === 'coincidence' && !emptyMatch);
}

/** Right answers, refusals of unanswerable questions included. */
export function countRight({ outcomes: counts }: Figures): number {
  return rightOutcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

/** Figures of each group of records, by the group's name, in the order of first appearance. */
export function figuresBy(records: readonly QuestionRecord[], key: 'topic' | 'level' | 'style' | 'template', suite: boolean): Record<string, Figures> {
  const groups = Map.groupBy(records, (record) => record[key] ?? '–');
  return Object.fromEntries([...groups].map(([name, group]) => [name, figures(group, suite)]));
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
