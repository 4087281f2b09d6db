import type { Progress } from '@sqlwright/artifacts';
import { expandPairs } from './dataset/expand-pairs.ts';
import { renderTrainingSamples, type TrainingSample } from './dataset/render-training-samples.ts';
import { splitPairs } from './dataset/split-pairs.ts';
import { verifySamples } from './sql/verify-samples.ts';
import type { OtherDatabase, SynthesizeInput } from './synthesize-input.ts';

/** Verifies the samples of other databases on rows of their own, one database after the other. @returns the lines of train.json of each; their held-out templates stay out here too */
export async function synthesizeAlongside(others: readonly OtherDatabase[], { config, abstention, heldOut }: SynthesizeInput, signal: AbortSignal, progress: Progress): Promise<TrainingSample[][]> {
  const lines: TrainingSample[][] = [];
  for (const other of others) {
    progress.step(`write and verify the samples of ${other.name}`);
    const { schema, samples, database } = await other.open();
    try {
      const named = samples.map((sample, index) => ({ ...sample, id: `${other.name}-${index + 1}` }));
      const verification = await verifySamples(named, { schema, database, seconds: config.statementSeconds, abstention, signal, progress });
      const { train } = splitPairs(expandPairs(verification.samples, heldOut).pairs, config);
      lines.push(renderTrainingSamples(train, schema, abstention));
    } finally {
      await database.close();
    }
  }
  return lines;
}
