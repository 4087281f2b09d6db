import { readFile } from 'node:fs/promises';
import type { StageArtifact } from '@sqlwright/artifacts';
import type { KnownReply } from '@sqlwright/conversion';
import { spread } from '@sqlwright/evaluation';
import { renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';

/** At most `limit` samples of a file of the synthesized dataset, at even distances, as the model is asked them and as it shall answer. */
export async function readKnownReplies(synthesize: StageArtifact, name: 'train.json' | 'eval.json', contract: PromptContract, schema: DatabaseSchema, limit: number): Promise<KnownReply[]> {
  const samples: { input: string; output: string }[] = JSON.parse(await readFile(synthesize.file(name), 'utf8'));
  return spread(samples, limit).map(({ input, output }) => ({ prompt: renderPrompt(contract, schema, input).text, reply: output }));
}
