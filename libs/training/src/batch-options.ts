import type { Hyperparameters } from '@sqlwright/dataset-config';

/** Grouped batches are padded to a multiple of this many tokens: the README has the padding of other multiples. */
const bucketTokens = 8;

interface BatchOptions {
  /** Undefined where samples of any length are mixed. */
  readonly bucket: number | undefined;
  /** Micro-batches of one step of the optimizer. */
  readonly accumulation: number;
}

export function batchOptions({ groupByLength, globalBatchSize, microBatchSize }: Hyperparameters): BatchOptions {
  return { bucket: groupByLength ? bucketTokens : undefined, accumulation: Math.max(1, Math.floor(globalBatchSize / microBatchSize)) };
}
