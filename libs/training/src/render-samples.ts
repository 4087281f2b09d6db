import { readFile } from 'node:fs/promises';
import type { StageArtifact } from '@sqlwright/artifacts';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { z } from 'zod';

const datasetSchema = z.array(z.object({ instruction: z.string(), input: z.string(), output: z.string() }));

/** A sample as litgpt reads it: the prompt is the instruction alone, byte for byte. */
export interface RenderedSample {
  readonly instruction: string;
  readonly input: '';
  readonly output: string;
}

/**
 * Reads a file of the synthesized dataset and renders its questions as the model will be asked them.
 * @throws SqlwrightError artifact.invalid
 */
export async function renderSamples(synthesize: StageArtifact, name: string, contract: PromptContract, schema: DatabaseSchema): Promise<RenderedSample[]> {
  const file = synthesize.file(name);
  const hint = 'Run the stage again: sqlwright synthesize';
  const samples = parseWith(datasetSchema, await readJson(file, hint), { code: 'artifact.invalid', what: file, hint });
  return samples.map(({ input, output }) => ({ instruction: renderPrompt(contract, schema, input).text, input: '', output }));
}

async function readJson(file: string, hint: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new SqlwrightError('artifact.invalid', `${file} cannot be read.`, { cause, hint });
  }
}
