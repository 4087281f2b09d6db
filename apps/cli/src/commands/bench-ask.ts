import path from 'node:path';
import { createInterface } from 'node:readline';
import { renderSeededDatabase } from '@sqlwright/database';
import { readQuestions } from '@sqlwright/evaluation';
import { ensureLangchainEnvironment } from '@sqlwright/python-environment';
import { benchmarkAsking } from '../asking-benchmark/benchmark-asking.ts';
import { openSides } from '../asking-benchmark/open-sides.ts';
import { openWorker } from '../asking-benchmark/open-worker.ts';
import { withScratchDatabase } from '../asking-benchmark/scratch-database.ts';
import { spread } from '../asking-benchmark/spread.ts';
import type { WorkerRequest } from '../asking-benchmark/worker-protocol.ts';
import { readDatasetSchema } from '../dataset-schema.ts';
import { contextTokens } from '../open-generator.ts';
import { resolveServedModel } from '../serving/resolve-served-model.ts';
import { openWorkspace } from '../workspace.ts';
import type { AnswerOptions } from './open-answerer.ts';

export interface BenchAskOptions {
  readonly dataset: string;
  readonly model?: string;
  /** URL of a PostgreSQL server, as a user that may create databases. */
  readonly server: string;
  readonly questions: number;
  readonly rounds: number;
  readonly threads: number;
  readonly tunedPeer?: boolean;
}

/**
 * Answers questions as `ask` does and, in turns, as the source article's chain does, over the same model and database; the last line is JSON.
 * @throws SqlwrightError python.*, database.*, model.*, child.failed, run.cancelled
 */
export async function benchAsk(options: BenchAskOptions, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(options.dataset);
  const { schema: schemaSection, evaluate, answer } = workspace.config;
  const environment = await ensureLangchainEnvironment({ cacheFolder: workspace.cacheFolder, signal, progress: note });
  const files = await resolveServedModel({ workspace, signal, note }, options.model);
  const schema = await readDatasetSchema(workspace);
  const questions = spread(await readQuestions(path.join(workspace.datasetFolder, evaluate.questions)), options.questions).map(({ question }) => question);
  const result = await withScratchDatabase(options.server, renderSeededDatabase(schema, schemaSection.seed), async (databaseUrl) => {
    const workerArguments = ['bench-ask-worker', '--dataset', options.dataset, '--database-url', databaseUrl, ...(options.model === undefined ? [] : ['--model', options.model])];
    const tables = schema.tables.map(({ name }) => name);
    const sides = openSides({ environment, workerArguments, files, contextTokens, threads: options.threads, tunedPeer: options.tunedPeer === true, databaseUrl, tables, refusal: answer.refusal, signal, note });
    try {
      return await benchmarkAsking({ sides, questions, warmUp: answer.exampleQuestion, rounds: options.rounds, note });
    } finally {
      await Promise.all(Object.values(sides).map((side) => side.close()));
    }
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Our side of the benchmark: answers each line of standard input with a line of standard output. */
export async function benchAskWorker(options: AnswerOptions, signal: AbortSignal): Promise<void> {
  const worker = await openWorker(options, signal, note);
  note(`${worker.name} answers.`);
  try {
    for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await worker.handle(JSON.parse(line) as WorkerRequest))}\n`);
  } finally {
    await worker.close();
  }
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
