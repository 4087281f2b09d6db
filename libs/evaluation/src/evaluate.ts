import { writeStage, type Manifest, type StageRun } from '@sqlwright/artifacts';
import { fingerprintSchema } from '@sqlwright/schema';
import { judgeCandidates, type JudgeInput } from './judge-candidates.ts';
import { headline } from './report/headline.ts';
import { writeReport } from './report/write-report.ts';

export interface EvaluateInput extends Omit<JudgeInput, 'dataset'> {
  readonly upstream: Manifest['upstream'];
}

/**
 * The stage: judges candidates and writes evaluation.json, summary.md and report.html.
 * @throws SqlwrightError questions.invalid before any model is asked; run.cancelled; database.unavailable; errors of a generator
 */
export function evaluate(run: StageRun, { upstream, ...input }: EvaluateInput): Promise<Manifest> {
  const lineage = { stage: 'evaluate' as const, schemaFingerprint: fingerprintSchema(input.schema), upstream };
  return writeStage(run, lineage, async (draft, progress) => {
    const report = await judgeCandidates({ ...input, dataset: run.dataset }, run.signal, progress);
    await writeReport(draft, report);
    return { details: headline(report) };
  });
}
