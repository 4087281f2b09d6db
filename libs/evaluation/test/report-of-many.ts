import type { EvaluationReport } from '../src/report/evaluation-report.ts';
import type { PastRun } from '../src/report/html/history-section.ts';
import { candidate, record, report } from './report-fixture.ts';

/** A report with every section filled, as a real run makes it. */
export function reportOfMany(): EvaluationReport {
  const topics = ['aggregation', 'customer search', 'a topic with quite a long name', 'data quality'];
  const questions = (offset: number) =>
    Array.from({ length: 40 }, (_, index) => {
      const right = (index * 7 + offset) % 10 < 6;
      const answerable = index % 5 !== 0;
      return record({
        id: `dev-${index}`,
        question: `Which customers of the ${index}th group came to us in the year before last, and how did they hear of us?`,
        topic: topics[index % topics.length]!,
        level: ['easy', 'medium', 'hard'][index % 3]!,
        gold: answerable ? ["SELECT full_name, source FROM customer WHERE EXTRACT(YEAR FROM created_date) = EXTRACT(YEAR FROM CURRENT_DATE) - 2"] : null,
        predicted: answerable || !right ? 'SELECT full_name FROM customer WHERE created_date > 2024' : null,
        outcome: answerable ? (right ? 'exact' : 'wrong-rows') : right ? 'refused' : 'answered',
        confidence: 0.3 + ((index * 13 + offset) % 70) / 100,
        ...(right ? {} : { errorClass: 'wrong-condition' as const, expected: { columns: ['full_name', 'source'], rows: [['Ann Lee', 'Referral'], ['Bo Karlsson', null]], total: 41 }, given: { columns: ['full_name'], rows: [], total: 0 } }),
      });
    });
  return {
    ...report(candidate('tuned (Q8_0)', questions(0)), candidate('hosted', questions(3))),
    testSuite: { instances: ['a', 'b', 'c'], mutants: 647, killed: 590, survivors: [{ id: 'dev-1', kind: 'join', sql: 'SELECT full_name FROM customer LEFT JOIN address USING (customer_key) WHERE country = 5' }] },
  };
}

/** Runs of some weeks. */
export function runsOfMany(): PastRun[] {
  return Array.from({ length: 9 }, (_, index) => ({ at: `2026-0${1 + (index % 9)}-0${1 + index}T10:20:00Z`, name: 'tuned (Q8_0)', executionAccuracy: 0.4 + index / 30, testSuiteAccuracy: index < 2 ? null : 0.38 + index / 30, refusalRecall: 0.9 + (index % 3) / 30 }));
}
