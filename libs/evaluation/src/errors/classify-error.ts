import type { Outcome } from '../judgement/outcome.ts';
import type { ErrorClass } from './error-class.ts';
import { featureNames, statementFeatures, type StatementFeatures } from './statement-features.ts';

export interface WrongAnswer {
  readonly outcome: Outcome;
  readonly predicted: string | null;
  readonly gold: readonly string[] | null;
  readonly detail?: string | undefined;
}

const byOutcome: Partial<Record<Outcome, ErrorClass>> = {
  answered: 'answered-unanswerable',
  abstained: 'false-refusal',
  'no-reply': 'no-reply',
  timeout: 'timeout',
  coincidence: 'coincidence',
  subset: 'further-columns',
};

const byFeature: Readonly<Record<keyof StatementFeatures, ErrorClass>> = {
  joins: 'wrong-join',
  aggregates: 'wrong-aggregate',
  literals: 'wrong-literal',
  conditions: 'wrong-condition',
  grouping: 'wrong-grouping',
  order: 'wrong-order',
  columns: 'wrong-columns',
};

/**
 * Says what is wrong with an answer. One that ran and returned other rows is held against the gold statement that it differs from in the fewest sides;
 * the first of these sides names the class. Where only the literals differ the class is `wrong-literal`, else conditions come before literals.
 */
export async function classifyError({ outcome, predicted, gold, detail = '' }: WrongAnswer): Promise<ErrorClass> {
  const known = byOutcome[outcome];
  if (known !== undefined) return known;
  if (outcome === 'blocked' || outcome === 'failed') return classifyMessage(detail, outcome);
  const given = await statementFeatures(predicted ?? '');
  const wanted = (await Promise.all((gold ?? []).map(statementFeatures))).filter((features) => features !== undefined);
  if (given === undefined || wanted.length === 0) return 'other';
  const differing = wanted.map((features) => featureNames.filter((name) => features[name] !== given[name])).sort((a, b) => a.length - b.length)[0] ?? [];
  const [first] = differing;
  if (first === 'literals' && differing.includes('conditions')) return 'wrong-condition';
  return first === undefined ? 'other' : byFeature[first];
}

/** By the words of the guard, or by PostgreSQL's code at the end of its message. */
function classifyMessage(message: string, outcome: 'blocked' | 'failed'): ErrorClass {
  if (/\(42601\)$|^The text (is not PostgreSQL|holds)/.test(message)) return 'syntax';
  if (/\(42P01\)$|^There is no table|^The table /.test(message)) return 'unknown-table';
  if (/\(42703\)$|^There is no column/.test(message)) return 'unknown-column';
  return outcome === 'blocked' ? 'refused-by-guard' : 'run-time-error';
}
