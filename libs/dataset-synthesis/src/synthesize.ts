import { writeStage, type Manifest, type Progress, type StageResult, type StageRun } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import { collectSamples } from './collect-samples.ts';
import { buildReport, type SynthesisReport } from './dataset/build-report.ts';
import { measureCoverage } from './dataset/measure-coverage.ts';
import { expandPairs } from './dataset/expand-pairs.ts';
import { splitPairs } from './dataset/split-pairs.ts';
import { writeDataset } from './dataset/write-dataset.ts';
import { verifySamples } from './sql/verify-samples.ts';
import type { SynthesizeInput } from './synthesize-input.ts';

/**
 * Has the teacher write samples, or takes those of the grammar, keeps those whose SQL the guard allows and the seeded database runs, and splits them by SQL template.
 * The same samples give the same files, byte for byte. Its folder holds train.json, eval.json, samples.jsonl, rejects.jsonl, report.json and coverage.md.
 * @throws SqlwrightError dataset.too-small; those of the teacher (provider.*, recording.missing) and of the database; run.cancelled
 */
export function synthesize(run: StageRun, input: SynthesizeInput): Promise<Manifest> {
  const lineage = { stage: 'synthesize', schemaFingerprint: input.schemaFingerprint, upstream: { schema: input.schemaDigest } } as const;
  return writeStage(run, lineage, (draft, progress) => makeDataset(draft, progress, run.signal, input));
}

async function makeDataset(folder: string, progress: Progress, signal: AbortSignal, input: SynthesizeInput): Promise<StageResult> {
  const { config, schema, abstention } = input;
  const { source, requests, replies } = await collectSamples(input, signal, progress);
  progress.step('verify the SQL');
  const samples = replies.flatMap((reply) => reply.samples);
  const verification = await verifySamples(samples, { schema, database: input.database, seconds: config.statementSeconds, abstention, signal, progress });
  const expanded = expandPairs(verification.samples, input.heldOut);
  const split = splitPairs(expanded.pairs, config);
  const rejects = [...replies.flatMap((reply) => reply.rejects), ...verification.rejects, ...expanded.rejects];
  const coverage = await measureCoverage(verification.samples, schema);
  const report = buildReport({ teacher: source, requests, replies, verification, expanded, split, rejects, coverage });
  requireSize(report, config.minimumSamples);
  await writeDataset(folder, { split, rejects, report, coverage, schema, abstention });
  for (const line of summaryLines(report)) progress.note(line);
  return { details: detailsOf(report), logTail: summaryLines(report) };
}

function requireSize({ samples, rejects }: SynthesisReport, minimum: number): void {
  if (samples.verified >= minimum) return;
  const reasons = Object.entries(rejects).map(([reason, count]) => `${count} ${reason}`).join(', ') || 'none';
  throw new SqlwrightError('dataset.too-small', `Only ${samples.verified} of ${samples.received} samples passed their checks, fewer than ${minimum}. Rejects: ${reasons}.`, {
    hint: 'Ask for more topics or samples, choose a more capable teacher, or lower synthesize.minimumSamples.',
  });
}

function summaryLines({ samples, pairs, templates, rejects, truth, coverage, notes }: SynthesisReport): string[] {
  const rejected = Object.values(rejects).reduce((sum, count) => sum + count, 0);
  return [
    `${samples.verified} of ${samples.received} samples passed; ${samples.unanswerable} of them are unanswerable; ${rejected} rejects`,
    `${pairs.train} questions to train on (${templates.train} templates), ${pairs.eval} held out (${templates.eval} templates)`,
    `${truth.told} of ${truth.nearMisses} near-misses give another result; ${truth.empty} statements give none`,
    `coverage: ${coverage.filled} cells filled, ${coverage.excepted} empty with a reason, ${coverage.empty} empty`,
    ...notes,
  ];
}

function detailsOf({ teacher, samples, pairs, templates, statements }: SynthesisReport): StageResult['details'] {
  return { teacher, samples, pairs, templates, statements };
}
