import { candidate, record, report } from '../../test/report-fixture.ts';
import type { EvaluationReport, QuestionRecord } from '../report/evaluation-report.ts';
import { checkGate, toBaseline } from './check-gate.ts';

const records = (wrong: readonly number[], answered: readonly number[] = []): QuestionRecord[] => [
  ...Array.from({ length: 10 }, (_, index) => record({ id: `q${index}`, outcome: wrong.includes(index) ? 'wrong-rows' : 'exact' })),
  ...Array.from({ length: 5 }, (_, index) => record({ id: `u${index}`, gold: null, predicted: answered.includes(index) ? 'SELECT 1' : null, outcome: answered.includes(index) ? 'answered' : 'refused' })),
];
const run = (wrong: readonly number[], answered: readonly number[] = [], seconds = 0.3): EvaluationReport => report({ ...candidate('tuned', records(wrong, answered)), medianSeconds: seconds });
const tolerances = { accuracyLoss: 0.1, refusalLoss: 0, latencyFactor: 2 };
const baseline = toBaseline(run([0]));

describe('checkGate', () => {
  it('lets a run pass that is as good, and names what it gained', () => {
    expect(checkGate(run([]), baseline, tolerances)).toEqual({ passed: true, failures: [], lost: [], gained: ['q0'], missing: [] });
  });

  it('allows the loss that it is told, and no more', () => {
    expect(checkGate(run([0, 1]), baseline, tolerances)).toMatchObject({ passed: true, lost: [{ id: 'q1', outcome: 'wrong-rows' }] });
    const failed = checkGate(run([0, 1, 2]), baseline, tolerances);
    expect(failed).toMatchObject({ passed: false, lost: [{ id: 'q1' }, { id: 'q2' }] });
    expect(failed.failures).toEqual(['execution accuracy: 70.0 %, baseline 90.0 %, allowed loss 10.0 %', 'test-suite accuracy: 70.0 %, baseline 90.0 %, allowed loss 10.0 %']);
  });

  it('minds refusals and speed', () => {
    expect(checkGate(run([0], [2]), baseline, tolerances).failures).toEqual([expect.stringContaining('unanswerable questions refused: 80.0 %')]);
    expect(checkGate(run([0], [], 0.7), baseline, tolerances).failures).toEqual(['seconds a question at the median: 0.70, baseline 0.30, allowed 0.60']);
  });

  it('takes a figure that is no longer there as fallen, and names questions that are no longer asked', () => {
    const without = report(candidate('tuned', records([0]).slice(1), false));
    const result = checkGate(without, baseline, { ...tolerances, latencyFactor: 9 });
    expect(result.failures).toEqual(['test-suite accuracy: none, baseline 90.0 %, allowed loss 10.0 %']);
    expect(result.missing).toEqual(['q0']);
  });
});
