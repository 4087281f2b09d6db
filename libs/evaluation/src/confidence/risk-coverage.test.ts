import { record } from '../../test/report-fixture.ts';
import type { QuestionRecord } from '../report/evaluation-report.ts';
import { reportConfidence } from './risk-coverage.ts';

const answer = (id: string, confidence: number, outcome: QuestionRecord['outcome']): QuestionRecord => record({ id, confidence, outcome });

describe('reportConfidence', () => {
  it('draws risk over coverage', () => {
    const records = [answer('a', 0.9, 'exact'), answer('b', 0.8, 'wrong-rows'), answer('c', 0.7, 'exact'), record({ id: 'd', gold: null, predicted: null, outcome: 'refused' })];
    const report = reportConfidence(records, 'tokens', true);
    expect(report?.curve).toEqual([
      { threshold: 0.9, coverage: 0.25, risk: 0 },
      { threshold: 0.8, coverage: 0.5, risk: 0.5 },
      { threshold: 0.7, coverage: 0.75, risk: 1 / 3 },
    ]);
    expect(report?.auroc).toBe(0.5);
    expect(report?.areaUnderCurve).toBeCloseTo((0 + 0.5 + 1 / 3) / 3, 12);
  });

  it('chooses a threshold on one half and measures it on the other', () => {
    const records = Array.from({ length: 80 }, (_, index) => answer(`q${index}`, index < 40 ? 0.9 - index / 1000 : 0.3 - index / 1000, index < 40 ? 'exact' : 'wrong-rows'));
    const { threshold, auroc } = reportConfidence(records, 'tokens', true)!;
    expect(auroc).toBe(1);
    expect(threshold?.value).toBeGreaterThan(0.8);
    expect([threshold?.chosenOn.questions, threshold?.measuredOn.questions]).toEqual([40, 40]);
    expect(threshold?.measuredOn.without.outcomes['wrong-rows']).toBeGreaterThan(10);
    expect(threshold?.measuredOn.figures.outcomes['wrong-rows']).toBeUndefined();
  });

  it('is nothing where no answer has a confidence', () => expect(reportConfidence([record()], 'tokens', true)).toBeNull());
});
