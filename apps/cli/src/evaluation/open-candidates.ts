import path from 'node:path';
import type { Progress } from '@sqlwright/artifacts';
import { readGgufMetadata } from '@sqlwright/conversion';
import type { ValueDomains } from '@sqlwright/database';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import type { Candidate } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { createAnthropicModel, createOpenaiModel } from '@sqlwright/language-model-providers';
import { promptContractSchema, untrainedContract, type PromptContract } from '@sqlwright/prompt';
import { ensurePackagedModel } from '@sqlwright/python-environment';
import { fingerprintSchema, type DatabaseSchema } from '@sqlwright/schema';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { requireRoot } from '../workspace.ts';
import { openParallelModel, parallelism } from './parallel-model.ts';

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
}

/** What the models write SQL for. */
export interface AskedSchema {
  readonly schema: DatabaseSchema;
  readonly domains: ValueDomains;
  readonly contract: PromptContract;
}

interface OpenCandidates {
  readonly candidates: readonly Candidate[];
  close(): Promise<void>;
}

/** A GGUF that is shown the schema. */
const longContext = 4096;
const shortContext = 2048;

/**
 * Opens the models that are named: GGUF files first, then the hosted one.
 * @throws SqlwrightError usage.invalid, model.invalid, provider.refused-key
 */
export async function openCandidates(options: CandidateOptions, asked: AskedSchema, signal: AbortSignal, progress: Progress): Promise<OpenCandidates> {
  if ((options.model ?? []).length === 0 && options.provider === undefined) throw new SqlwrightError('usage.invalid', 'No model is named.', { hint: 'Give --model FILE.gguf, --provider openai --base-url URL, or both.' });
  const models: LanguageModel[] = [];
  const candidates: Candidate[] = [];
  const close = async (): Promise<void> => void (await Promise.all(models.map((model) => model.close())));
  const add = ({ model, contract, ...rest }: Opened): void => {
    models.push(model);
    const generator = createSqlGenerator({ contract, schema: asked.schema, model, domains: asked.domains, maxTokens: options.maxTokens });
    candidates.push({ name: rest.name, generator, concurrency: rest.concurrency, confidence: options.confidence ?? rest.confidence, samples: options.samples, replySeconds: options.replySeconds });
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
  const metadata = await readGgufMetadata(file);
  const base = metadata['general.type'] === 'adapter' ? await ensurePackagedModel({ cacheFolder: path.join(requireRoot(), '.cache'), signal, progress: progress.note }) : undefined;
  const own = metadata['sqlwright.prompt_contract'];
  const open = (tokens: number): Promise<LanguageModel> => (base === undefined ? openParallelModel(file, tokens) : openParallelModel(base, tokens, file));
  const common = { name: path.basename(file), concurrency: parallelism(), confidence: 'tokens' as const };
  if (typeof own !== 'string') return { ...common, model: inChatFormat(await open(longContext)), contract: untrainedContract(asked.contract) };
  if (metadata['sqlwright.schema_fingerprint'] !== fingerprintSchema(asked.schema)) progress.note(`${common.name} was made for a schema that is written differently.`);
  const contract = parseWith(promptContractSchema, JSON.parse(own), { code: 'model.contract-mismatch', what: `The prompt contract of ${file}`, hint: 'Train it again with this version.' });
  return { ...common, model: await open(contract.schemaView === 'none' ? shortContext : longContext), contract };
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
