import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { silentProgress, writeStage } from '@sqlwright/artifacts';
import { writeReport, type CandidateReport, type EvaluationReport } from '@sqlwright/evaluation';
import { promptContractSchema } from '@sqlwright/prompt';
import { copyWorkspace, sqlwright } from '../test/workspace-copy.ts';

const none = { questions: 0, answerable: 0, executionAccuracy: null, testSuiteAccuracy: null, subsetAccuracy: null, emptyMatches: 0, unanswerable: 0, refusalRecall: null, refusalPrecision: null, falseRefusals: 0, outcomes: {} };

/** A report of ten questions of which the last so many are wrong. */
function reportOf(wrong: number): EvaluationReport {
  const development = Array.from({ length: 10 }, (_, index) => ({
    id: `q${index}`,
    question: `question ${index}`,
    topic: 't',
    level: 'easy',
    style: 'terse',
    gold: ['SELECT 1'],
    predicted: 'SELECT 1',
    outcome: index < 10 - wrong ? ('exact' as const) : ('wrong-rows' as const),
    emptyMatch: false,
    confidence: null,
    seconds: 0.1,
  }));
  const accuracy = (10 - wrong) / 10;
  const candidate: CandidateReport = {
    name: 'tuned',
    medianSeconds: 0.1,
    concurrency: 1,
    development: { ...none, questions: 10, answerable: 10, executionAccuracy: accuracy },
    intervals: { executionAccuracy: null, testSuiteAccuracy: null, refusalRecall: null },
    shared: none,
    byTopic: {},
    byLevel: {},
    byStyle: {},
    byTemplate: {},
    errors: {},
    confidence: null,
    evalSamples: { figures: none, textMatch: { samples: 0, exactMatch: null, tokenMatch: null } },
    records: { development, evalSamples: [] },
  };
  return { formatVersion: 2, dataset: 'customer', contract: promptContractSchema.parse({}), warnings: [], testSuite: null, candidates: [candidate], comparisons: [] };
}

describe('sqlwright gate and compare', () => {
  let workspace: string;
  const folder = (): string => path.join(workspace, 'datasets/customer/artifacts/evaluate');
  const evaluateWith = async (wrong: number): Promise<void> => {
    const run = { dataset: 'customer', folder: folder(), signal: new AbortController().signal, progress: silentProgress };
    await writeStage(run, { stage: 'evaluate', schemaFingerprint: 'a'.repeat(64), upstream: {} }, async (draft) => {
      await writeReport(draft, reportOf(wrong));
      return { details: {} };
    });
  };
  beforeAll(async () => {
    workspace = await copyWorkspace();
  });

  it('makes a baseline, passes it, fails below it and names the lost questions', async () => {
    await evaluateWith(1);
    expect(sqlwright(workspace, 'gate', '--accept').stdout).toContain('datasets/customer/baseline.json');
    expect(JSON.parse(await readFile(path.join(workspace, 'datasets/customer/baseline.json'), 'utf8'))).toMatchObject({ executionAccuracy: 0.9, right: { q8: true, q9: false } });
    expect(sqlwright(workspace, 'gate')).toMatchObject({ status: 0, stdout: 'The gate is passed.\n' });
    await evaluateWith(3);
    const failed = sqlwright(workspace, 'gate');
    expect(failed.status).toBe(14);
    expect(failed.stdout).toContain('Lost questions (2):\n  q7  wrong-rows  question 7\n  q8  wrong-rows  question 8\n');
    expect(failed.stderr).toMatch(/error \[gate\.failed\][^\n]*\n {2}execution accuracy: 70\.0 %, baseline 90\.0 %, allowed loss 2\.0 %/);
  }, 600_000);

  it('compares two evaluations question by question', async () => {
    const first = path.join(workspace, 'first.json');
    await evaluateWith(0);
    await copyFile(path.join(folder(), 'evaluation.json'), first);
    await evaluateWith(9);
    const { status, stdout } = sqlwright(workspace, 'compare', first, path.join(folder(), 'evaluation.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('B – A on 10 shared questions: -90.0 %');
    expect(stdout).toContain('The difference is real.');
    expect(stdout).toContain('  q4  question 4');
    expect(sqlwright(workspace, 'compare', first, `${first}#other`)).toMatchObject({ status: 2, stderr: expect.stringContaining('Its candidates: tuned') });
  }, 600_000);
});
