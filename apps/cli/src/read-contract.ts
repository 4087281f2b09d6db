import path from 'node:path';
import { readGgufMetadata } from '@sqlwright/conversion';
import { parseWith } from '@sqlwright/errors';
import { promptContractSchema, type PromptContract } from '@sqlwright/prompt';
import { fingerprintSchema, type DatabaseSchema } from '@sqlwright/schema';

/** What a GGUF file says of how it was trained. */
export interface ModelContract {
  readonly contract: PromptContract;
  /** It was trained for this very schema. */
  readonly fitsSchema: boolean;
}

/**
 * Reads how a model wants to be asked; undefined for a file that sqlwright did not make.
 * @throws SqlwrightError model.invalid, model.contract-mismatch for a contract that is not known here
 */
export async function readContract(file: string, schema: DatabaseSchema): Promise<ModelContract | undefined> {
  const metadata = await readGgufMetadata(file);
  const text = metadata['sqlwright.prompt_contract'];
  if (typeof text !== 'string') return undefined;
  const contract = parseWith(promptContractSchema, JSON.parse(text), {
    code: 'model.contract-mismatch',
    what: `The prompt contract of ${path.basename(file)}`,
    hint: 'Train it again with this version: npx nx run <dataset>:evaluate',
  });
  return { contract, fitsSchema: metadata['sqlwright.schema_fingerprint'] === fingerprintSchema(schema) };
}
