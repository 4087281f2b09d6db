import { outcomes, type Outcome } from '../judgement/outcome.ts';
import type { Figures, QuestionRecord } from './evaluation-report.ts';

/** Counts outcomes and the shares that follow from them. */
export function figures(records: readonly QuestionRecord[]): Figures {
  const count = (outcome: Outcome): number => records.filter((record) => record.outcome === outcome).length;
  const unanswerable = records.filter(({ gold }) => gold === null).length;
  const answerable = records.length - unanswerable;
  return {
    questions: records.length,
    answerable,
    executionAccuracy: share(count('exact'), answerable),
    subsetAccuracy: share(count('exact') + count('subset'), answerable),
    emptyMatches: records.filter(({ emptyMatch }) => emptyMatch).length,
    unanswerable,
    refusalRecall: share(count('refused'), unanswerable),
    refusalPrecision: share(count('refused'), count('refused') + count('abstained')),
    falseRefusals: count('abstained'),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)]).filter(([, number]) => number !== 0)),
  };
}

/** Figures of each group of records, by the group's name, in the order of first appearance. */
export function figuresBy(records: readonly QuestionRecord[], key: 'topic' | 'level'): Record<string, Figures> {
  const groups = Map.groupBy(records, (record) => record[key]);
  return Object.fromEntries([...groups].map(([name, group]) => [name, figures(group)]));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
