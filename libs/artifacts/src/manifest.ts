import { z } from 'zod';
import { stages } from './stage.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hexadecimal');

/**
 * `manifest.json` of a stage: what it made from what. It holds no time, host or duration, so that equal work gives an equal file
 * and a later stage can tell by its digest whether it must run again.
 */
export const manifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  stage: z.enum(stages),
  dataset: z.string(),
  schemaFingerprint: sha256,
  /** sha256 of the manifest of each stage that was read. */
  upstream: z.partialRecord(z.enum(stages), sha256),
  /** Every file that the stage made, by its path in the stage's folder. */
  files: z.record(z.string(), z.strictObject({ sha256, bytes: z.number().int().nonnegative() })),
  /** Facts of this stage that later stages or readers need: counts, contract, forms. */
  details: z.record(z.string(), z.json()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** `run.json`: how the run went. Not part of the cache key of any stage. */
export const runRecordSchema = z.strictObject({
  startedAt: z.iso.datetime(),
  seconds: z.number(),
  machine: z.string(),
  versions: z.record(z.string(), z.string()),
  steps: z.array(z.strictObject({ name: z.string(), seconds: z.number() })),
  logTail: z.array(z.string()).default([]),
});

export type RunRecord = z.infer<typeof runRecordSchema>;
