import { candidate, record, report } from '../../test/report-fixture.ts';
import { renderSummary } from './render-summary.ts';

describe('renderSummary', () => {
  const tuned = candidate('tuned', [
    record(),
    record({ id: 'q2', gold: null, predicted: null, outcome: 'refused', topic: 'out of scope' }),
    record({ id: 'q3', question: 'Which | *one*?', gold: ['SELECT a', 'SELECT b'], predicted: 'SELECT ```x```', outcome: 'failed', errorClass: 'unknown-column', detail: 'column "x" does not exist' }),
  ]);
  const base = candidate('base', [record({ predicted: null, outcome: 'abstained' })]);

  it('shows the candidates side by side', () => {
    const summary = renderSummary(report(tuned, base));
    expect(summary).toContain('|  | tuned | base |\n| --- | ---: | ---: |');
    expect(summary).toContain('| Execution accuracy | 50.0 % (25.0 % to 75.0 %) | 0.0 % (25.0 % to 75.0 %) |');
    expect(summary).toContain('| Unanswerable questions refused | 100.0 % of 1 | – of 0 |');
    expect(summary).not.toContain('Token match');
    const withSamples = { ...tuned, evalSamples: { ...tuned.evalSamples, textMatch: { samples: 4, exactMatch: 0.5, tokenMatch: 0.875 } } };
    expect(renderSummary(report(withSamples, base))).toContain('| Token match | 87.50 % | – |');
    expect(summary).toContain('| Seconds a question, median | 0.46 | 0.46 |');
    expect(summary).toContain('| failed | 1 | 0 |');
    expect(summary).toContain('| wrong-literal | 2 | 2 |');
    expect(summary).toContain('| out of scope | 1 of 1 | – |');
  });

  it('says what the test suite tells apart and which differences are real', () => {
    const comparison = { first: 'base', second: 'tuned', questions: 9, firstRight: 0, secondRight: 1, difference: 1, interval: { low: 1, high: 1 }, pValue: 0.004, real: true, lost: [], gained: ['q'] };
    const summary = renderSummary({ ...report(tuned, base), testSuite: { instances: ['few rows'], mutants: 8, killed: 6, survivors: [] }, comparisons: [comparison] });
    expect(summary).toContain('2 databases tell 75.0 % of 8 near misses');
    expect(summary).toContain('tuned against base: +100.0 % right of 9 shared questions (100.0 % to 100.0 %), 1 gained and 0 lost, p = 0.004: a real difference.');
  });

  it('shows the failures of the first candidate, whatever their texts hold', () => {
    const summary = renderSummary(report(tuned, base));
    expect(summary).toContain('## Worst answers of tuned (1 of 1 wrong ones)');
    expect(summary).toContain('**q3**, failed, unknown-column (column "x" does not exist): Which | \\*one\\*?');
    expect(summary).toContain('````sql\n-- gold\nSELECT a\n-- or\nSELECT b\n-- predicted\nSELECT ```x```\n````');
  });

  it('shows at most 20 failures, the surest first, with their rows, and every warning', () => {
    const failures = Array.from({ length: 30 }, (_, index) => record({ id: `q${index}`, outcome: 'wrong-rows', confidence: index / 30, expected: { columns: ['a'], rows: [[1], [null]], total: 2 } }));
    const summary = renderSummary({ ...report(candidate('tuned', failures)), warnings: ['"q7" is empty'] });
    expect(summary).toContain('(20 of 30 wrong ones)');
    expect(summary).toContain('- Warning: "q7" is empty');
    expect(summary.indexOf('**q29**')).toBeLessThan(summary.indexOf('**q10**'));
    expect(summary).not.toContain('**q9**');
    expect(summary).toContain('Expected 2 rows of 1: 1 / NULL; given nothing');
  });
});
