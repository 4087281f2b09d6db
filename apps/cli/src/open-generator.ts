import path from 'node:path';
import type { ValueDomains } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { createLlamaCppModel } from '@sqlwright/language-model-providers';
import type { LanguageModel } from '@sqlwright/language-model';
import type { PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createSqlGenerator, type SqlGenerator } from '@sqlwright/sql-generation';
import { promptCacheFolder } from './prompt-cache-folder.ts';
import { readContract } from './read-contract.ts';
import type { ModelFiles } from './resolve-model.ts';

/** Tokens of prompt and reply together. */
export const contextTokens = 2048;

/** A loaded model that writes SQL. Close the model when done. */
export interface OpenGenerator {
  readonly generator: SqlGenerator;
  readonly model: LanguageModel;
  readonly contract: PromptContract;
}

/**
 * Loads a dataset's model after checking that it was made for this schema and with a prompt contract known here.
 * @throws SqlwrightError model.invalid, model.contract-mismatch, schema.mismatch
 */
export async function openGenerator(files: ModelFiles, schema: DatabaseSchema, domains: ValueDomains, maxTokens: number, openModel: OpenModel = openAlone): Promise<OpenGenerator> {
  const contract = await requireContract(files.made, schema);
  const model = await openModel(files);
  return { model, contract, generator: createSqlGenerator({ contract, schema, model, domains, maxTokens }) };
}

/** How the files of a model become one that answers. */
export type OpenModel = (files: ModelFiles) => Promise<LanguageModel>;

const openAlone: OpenModel = ({ file, adapter }) => createLlamaCppModel({ file, contextTokens, promptCacheFolder: promptCacheFolder(), ...(adapter === undefined ? {} : { adapter }) });

async function requireContract(file: string, schema: DatabaseSchema): Promise<PromptContract> {
  const own = await readContract(file, schema);
  const name = path.basename(file);
  const retrain = 'Train it again for this dataset: npx nx run <dataset>:evaluate';
  if (own === undefined) throw new SqlwrightError('model.contract-mismatch', `${name} carries no prompt contract.`, { hint: `It was not made by sqlwright. ${retrain}` });
  if (!own.fitsSchema) throw new SqlwrightError('schema.mismatch', `${name} was trained for another schema than the dataset has now.`, { hint: retrain });
  return own.contract;
}
