import path from 'node:path';
import type { Progress } from '@sqlwright/artifacts';
import type { Database, ValueDomains } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { Candidate } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { createAnthropicModel, createOpenaiModel } from '@sqlwright/language-model-providers';
import { untrainedContract, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { contextTokens } from '../open-generator.ts';
import { readContract } from '../read-contract.ts';
import { openModelFile } from '../resolve-model.ts';
import { findFolders } from '../workspace.ts';
import { generatorFor } from './generator-for.ts';
import { openParallelModel, parallelism } from './parallel-model.ts';
import type { Way } from './ways.ts';

export interface CandidateOptions {
  /** GGUF files, whole models or adapters of the packaged base. */
  readonly model?: readonly string[];
  readonly provider?: 'openai' | 'anthropic';
  readonly providerModel?: string;
  readonly baseUrl?: string;
  readonly keyVariable?: string;
  /** Questions that a hosted model is asked at the same time. */
  readonly concurrency: number;
  readonly confidence?: 'none' | 'tokens' | 'samples';
  readonly samples: number;
  readonly replySeconds: number;
  readonly maxTokens: number;
  /** Each model is asked in each of these ways; `constrained` where none is named. */
  readonly ways?: readonly Way[];
  readonly votes: number;
  readonly statementSeconds: number;
}

/** What the models write SQL for. */
export interface AskedSchema {
  readonly schema: DatabaseSchema;
  readonly domains: ValueDomains;
  readonly database: Pick<Database, 'read'>;
  readonly contract: PromptContract;
}

interface OpenCandidates {
  readonly candidates: readonly Candidate[];
  close(): Promise<void>;
}

/** Tokens for a GGUF that is shown the schema. */
const longContext = 4096;

/**
 * Opens the models that are named: GGUF files first, then the hosted one.
 * @throws SqlwrightError usage.invalid, model.invalid, provider.refused-key
 */
export async function openCandidates(options: CandidateOptions, asked: AskedSchema, signal: AbortSignal, progress: Progress): Promise<OpenCandidates> {
  if ((options.model ?? []).length === 0 && options.provider === undefined) throw new SqlwrightError('usage.invalid', 'No model is named.', { hint: 'Give --model FILE.gguf, --provider openai --base-url URL, or both.' });
  const models: LanguageModel[] = [];
  const candidates: Candidate[] = [];
  const close = async (): Promise<void> => void (await Promise.all(models.map((model) => model.close())));
  const { samples, replySeconds, maxTokens, ways = ['constrained'] } = options;
  const add = ({ model, contract, name, concurrency, ...own }: Opened): void => {
    models.push(model);
    for (const way of ways) {
      const generator = generatorFor(way, { contract, schema: asked.schema, model, domains: asked.domains, maxTokens }, { ...options, database: asked.database });
      candidates.push({ name: ways.length === 1 ? name : `${name} ${way}`, generator, concurrency, confidence: options.confidence ?? own.confidence, samples, replySeconds });
    }
  };
  try {
    for (const file of options.model ?? []) add(await openFile(path.resolve(file), asked, signal, progress));
    if (options.provider !== undefined) add(await openHosted(options.provider, options, asked));
    return { candidates, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opened {
  readonly name: string;
  readonly model: LanguageModel;
  readonly contract: PromptContract;
  readonly concurrency: number;
  readonly confidence: 'none' | 'tokens';
}

/** A file that sqlwright made is asked by its own contract; any other one in its own chat format, with the schema in the prompt. */
async function openFile(file: string, asked: AskedSchema, signal: AbortSignal, progress: Progress): Promise<Opened> {
  const files = await openModelFile({ workspace: findFolders(), signal, note: progress.note }, file);
  const own = await readContract(file, asked.schema);
  const common = { name: path.basename(file), concurrency: parallelism(), confidence: 'tokens' as const };
  if (own === undefined) return { ...common, model: inChatFormat(await openParallelModel(files, longContext)), contract: untrainedContract(asked.contract) };
  if (!own.fitsSchema) progress.note(`${common.name} was made for a schema that is written differently.`);
  const { contract } = own;
  return { ...common, model: await openParallelModel(files, contract.schemaView === 'none' ? contextTokens : longContext), contract };
}

/** Lets the chat format of the file itself shape the prompt, not that of our contract. */
function inChatFormat(model: LanguageModel): LanguageModel {
  return { ...model, generate: ({ text: _text, stop: _stop, ...request }) => model.generate(request) };
}

async function openHosted(provider: 'openai' | 'anthropic', options: CandidateOptions, asked: AskedSchema): Promise<Opened> {
  const model = options.providerModel ?? (provider === 'anthropic' ? 'claude-sonnet-4-5' : 'gpt-4.1');
  const variable = options.keyVariable ?? (provider === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY');
  const key = process.env[variable] ?? '';
  if (key === '' && options.baseUrl === undefined) throw new SqlwrightError('provider.refused-key', `The environment variable ${variable} holds no API key.`, { hint: `Set it and run again: export ${variable}=…` });
  const hosted = { model, key: key === '' ? 'none' : key, ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }) };
  const opened = provider === 'anthropic' ? await createAnthropicModel(hosted) : await createOpenaiModel(hosted);
  return { name: opened.name, model: opened, contract: untrainedContract(asked.contract), concurrency: options.concurrency, confidence: 'none' };
}
