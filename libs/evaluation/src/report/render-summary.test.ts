import { promptContractSchema } from '@sqlwright/prompt';
import type { CandidateReport, EvaluationReport, QuestionRecord } from './evaluation-report.ts';
import { figures, figuresBy } from './figures.ts';
import { renderSummary } from './render-summary.ts';

const record = (changes: Partial<QuestionRecord>): QuestionRecord => ({
  id: 'q',
  question: 'How many?',
  topic: 'counts',
  level: 'easy',
  gold: ['SELECT 1'],
  predicted: 'SELECT 1',
  outcome: 'exact',
  emptyMatch: false,
  ...changes,
});

const candidate = (name: string, development: QuestionRecord[]): CandidateReport => ({
  name,
  medianSeconds: 0.4567,
  development: figures(development),
  shared: figures(development),
  byTopic: figuresBy(development, 'topic'),
  byLevel: figuresBy(development, 'level'),
  evalSamples: { figures: figures([]), textMatch: { samples: 0, exactMatch: null, tokenMatch: null } },
  records: { development, evalSamples: [] },
});

const report = (...candidates: CandidateReport[]): EvaluationReport => ({ formatVersion: 1, dataset: 'pets', contract: promptContractSchema.parse({}), warnings: [], candidates });

describe('renderSummary', () => {
  const tuned = candidate('tuned', [
    record({}),
    record({ id: 'q2', gold: null, predicted: null, outcome: 'refused', topic: 'out of scope' }),
    record({ id: 'q3', question: 'Which | *one*?', gold: ['SELECT a', 'SELECT b'], predicted: 'SELECT ```x```', outcome: 'failed', detail: 'column "x" does not exist' }),
  ]);
  const base = candidate('base', [record({ predicted: null, outcome: 'abstained' })]);

  it('shows the candidates side by side', () => {
    const summary = renderSummary(report(tuned, base));
    expect(summary).toContain('|  | tuned | base |\n| --- | ---: | ---: |');
    expect(summary).toContain('| Execution accuracy | 50.0 % | 0.0 % |');
    expect(summary).toContain('| Unanswerable questions refused | 100.0 % of 1 | – of 0 |');
    expect(summary).toContain('| Token match | – | – |');
    expect(summary).toContain('| Seconds a question, median | 0.46 | 0.46 |');
    expect(summary).toContain('| failed | 1 | 0 |');
    expect(summary).toContain('| out of scope | 1 of 1 | – |');
  });

  it('shows the failures of the first candidate, whatever their texts hold', () => {
    const summary = renderSummary(report(tuned, base));
    expect(summary).toContain('## Failures of tuned (1 of 1)');
    expect(summary).toContain('**q3**, failed (column "x" does not exist): Which | \\*one\\*?');
    expect(summary).toContain('````sql\n-- gold\nSELECT a\n-- or\nSELECT b\n-- predicted\nSELECT ```x```\n````');
  });

  it('shows at most 20 failures and every warning', () => {
    const failures = Array.from({ length: 30 }, (_, index) => record({ id: `q${index}`, outcome: 'wrong-rows' }));
    const summary = renderSummary({ ...report(candidate('tuned', failures)), warnings: ['"q7" is empty'] });
    expect(summary).toContain('(20 of 30)');
    expect(summary).toContain('- Warning: "q7" is empty');
    expect(summary).not.toContain('**q20**');
  });
});
