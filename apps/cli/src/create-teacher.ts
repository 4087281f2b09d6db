import path from 'node:path';
import type { Teacher } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import type { LanguageModel } from '@sqlwright/language-model';
import { createAnthropicModel, createLlamaCppModel, createOpenaiModel, createRecordedModel } from '@sqlwright/language-model-providers';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes the model that a dataset names as its teacher.
 * @throws SqlwrightError provider.refused-key where the environment variable of the key is empty
 */
export async function createTeacher(teacher: Exclude<Teacher, { provider: 'grammar' }>, datasetFolder: string, environment: Environment): Promise<LanguageModel> {
  switch (teacher.provider) {
    case 'recorded':
      return createRecordedModel({ folder: path.join(datasetFolder, teacher.folder) });
    case 'anthropic':
      return createAnthropicModel({ model: teacher.model, key: requireKey(teacher.keyVariable, environment) });
    case 'openai':
      return createOpenaiModel({
        model: teacher.model,
        // A server on this machine (vLLM, Ollama) wants no key.
        key: teacher.baseUrl === undefined ? requireKey(teacher.keyVariable, environment) : (environment[teacher.keyVariable] ?? 'none'),
        ...(teacher.baseUrl === undefined ? {} : { baseUrl: teacher.baseUrl }),
      });
    case 'llama-cpp':
      return createLlamaCppModel({ file: path.resolve(datasetFolder, teacher.file), contextTokens: teacher.contextTokens });
  }
}

function requireKey(variable: string, environment: Environment): string {
  const key = environment[variable];
  if (key !== undefined && key !== '') return key;
  throw new SqlwrightError('provider.refused-key', `The environment variable ${variable} holds no API key.`, { hint: `Set it and run again: export ${variable}=…` });
}
