import type { GenerationRequest, LanguageModel } from '@sqlwright/language-model';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { createAnswerer } from '@sqlwright/sql-qa';
import type { AnswerOptions } from '../commands/open-answerer.ts';
import { openDataset } from '../serving/open-dataset.ts';
import { openDatasetModel } from '../serving/open-dataset-model.ts';
import { openWorkspace } from '../workspace.ts';
import type { WorkerAnswer, WorkerRequest, WorkerStatement } from './worker-protocol.ts';

/** Our side of the benchmark: what `ask` opens, and the same model without the constraint. */
export interface AskingWorker {
  /** Which model answers. */
  readonly name: string;
  handle(request: WorkerRequest): Promise<WorkerAnswer | WorkerStatement>;
  close(): Promise<void>;
}

/** @throws SqlwrightError as `openDataset` and `openDatasetModel` */
export async function openWorker({ dataset, databaseUrl, model: given }: AnswerOptions, signal: AbortSignal, note: (line: string) => void): Promise<AskingWorker> {
  const { config, ...workspace } = await openWorkspace(dataset);
  const opened = await openDataset({ ...workspace, config }, databaseUrl);
  const { settings, database, domains, schema } = opened;
  const { name, generator, model, contract } = await openDatasetModel(opened, { model: given, signal, note });
  const answerer = createAnswerer({ ...settings, generator, database, domains, minConfidence: config.answer.minConfidence });
  const watched = watchModel(model);
  const [constrained, free] = [true, false].map((constrain) => createSqlGenerator({ contract, schema, model: watched, domains, maxTokens: config.answer.maxTokens, constrain }));
  const generate = async (question: string, isConstrained: boolean): Promise<WorkerStatement> => {
    const start = performance.now();
    await (isConstrained ? constrained : free)?.generate(question, { signal });
    return { seconds: (performance.now() - start) / 1000, ...watched.last() };
  };
  return {
    name,
    handle: async (request) => {
      if ('generate' in request) return generate(request.generate, request.constrained);
      const { status, sql } = await answerer.answer(request.ask, { signal });
      return { status, sql };
    },
    close: async () => void (await Promise.all([model.close(), database.close()])),
  };
}

interface WatchedModel extends LanguageModel {
  last(): Pick<WorkerStatement, 'prompt' | 'reply' | 'tokens'>;
}

/** Remembers what a model was asked last, and what it wrote. */
function watchModel(model: LanguageModel): WatchedModel {
  let last = { prompt: '', reply: '', tokens: 0 };
  const generate = async (request: GenerationRequest) => {
    const result = await model.generate(request);
    last = { prompt: request.text ?? '', reply: result.text, tokens: result.usage.completionTokens };
    return result;
  };
  return { ...model, generate, last: () => last };
}
