import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import { pythonScript } from '@sqlwright/python-environment';
import { z } from 'zod';
import { batchOptions } from './batch-options.ts';
import type { LitgptRun } from './litgpt-run.ts';
import type { RenderedSample } from './render-samples.ts';
import { trainingError } from './training-error.ts';

const preparedSchema = z.strictObject({
  samples: z.number(),
  leftOut: z.number(),
  validationLeftOut: z.number(),
  /** Of one epoch, without and with padding. */
  tokens: z.number(),
  paddedTokens: z.number(),
  /** Those of the replies, from which the loss is computed. */
  labelledTokens: z.number(),
  longest: z.number(),
  /** Micro-batches of one epoch. */
  batches: z.number(),
  versions: z.record(z.string(), z.string()),
});

export type PreparedSamples = z.infer<typeof preparedSchema>;

/**
 * Writes `data/train.json` and `data/val.json` of those samples that are not longer than `maxSeqLength`, counted with the model's own
 * tokenizer, end token included.
 * @throws SqlwrightError dataset.too-small, training.failed, training.wrong-checkpoint, disk.full, run.cancelled
 */
export async function prepareSamples(run: LitgptRun, samples: { train: readonly RenderedSample[]; validation: readonly RenderedSample[] }): Promise<PreparedSamples> {
  const [all, fitting] = [path.join(run.folder, 'all-data'), path.join(run.folder, 'data')];
  await mkdir(all, { recursive: true });
  await mkdir(fitting, { recursive: true });
  await writeJson(path.join(all, 'train.json'), samples.train);
  await writeJson(path.join(all, 'val.json'), samples.validation);
  const prepared = await countTokens(run, all, fitting);
  await rm(all, { recursive: true });
  if (prepared.samples > 0) return prepared;
  throw new SqlwrightError('dataset.too-small', `None of ${samples.train.length} samples is within ${run.hyperparameters.maxSeqLength} tokens.`, {
    hint: 'Raise train.hyperparameters.maxSeqLength, or show the model less of the schema (prompt.schemaView).',
  });
}

async function countTokens(run: LitgptRun, from: string, to: string): Promise<PreparedSamples> {
  const { maxSeqLength, microBatchSize, maxBatchTokens } = run.hyperparameters;
  const { bucket } = batchOptions(run.hyperparameters);
  const options = ['--max-length', String(maxSeqLength), '--batch-size', String(microBatchSize), ...(bucket === undefined ? [] : ['--bucket', String(bucket)]), ...(maxBatchTokens === null ? [] : ['--most-tokens', String(maxBatchTokens)])];
  const record = await runProgram({
    command: run.environment.python,
    args: [pythonScript('prepare_samples.py'), run.baseModel.litgptFolder, from, to, ...options],
    env: run.environment.variables,
    signal: run.signal,
  });
  if (record.exitCode !== 0) throw trainingError(record);
  return preparedSchema.parse(JSON.parse(record.tail.at(-1) ?? ''));
}

/** Share of a run's tokens that is padding, 0 to 1. */
export function paddingShare({ tokens, paddedTokens }: PreparedSamples): number {
  return Math.round((1 - tokens / paddedTokens) * 10_000) / 10_000;
}
