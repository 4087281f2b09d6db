import type { Command } from 'commander';
import { keepMemorySmall } from './keep-memory-small.ts';
import { limitThreadPool } from './limit-thread-pool.ts';
import { datasetOption } from './dataset-option.ts';

/** What measures speed and memory; the last line of each is JSON. */
export function addBenchmarks(program: Command, signal: AbortSignal): void {
  program
    .command('bench-serve')
    .description('many clients at once against the service')
    .addOption(datasetOption())
    .option('--clients <number>', 'clients at once', Number, 100)
    .option('--seconds <number>', 'how long they ask', Number, 60)
    .action(async (options) => (await import('./commands/bench-serve.ts')).benchServe(options, signal));
  program
    .command('bench-train')
    .description('training speed beside a bare loop')
    .addOption(datasetOption())
    .action(async ({ dataset }) => (await import('./commands/bench-train.ts')).benchTrain(dataset, signal));
  addBenchAsk(program, signal);
}

function addBenchAsk(program: Command, signal: AbortSignal): void {
  const model = ['--model <file>', 'a GGUF file, whole model or adapter, instead of the one that ask takes'] as const;
  program
    .command('bench-ask')
    .description('time to the answer, memory and decoding beside LangChain over llama-cpp-python')
    .addOption(datasetOption())
    .option(...model)
    .option('--server <url>', 'a PostgreSQL server, as a user that may create databases', 'postgres://postgres@127.0.0.1:5432/postgres')
    .option('--questions <number>', 'questions that both are asked', Number, 15)
    .option('--rounds <number>', 'how often the SQL of each is decoded in each way', Number, 3)
    .option('--threads <number>', 'threads of llama.cpp alone, and of a tuned peer', Number, 2)
    .option('--tuned-peer', 'set LangChain for speed where the article sets nothing')
    .action(async (options) => (await import('./commands/bench-ask.ts')).benchAsk(options, signal));
  program
    .command('bench-ask-worker', { hidden: true })
    .addOption(datasetOption())
    .option('--database-url <url>')
    .option(...model)
    .hook('preAction', keepMemorySmall)
    .hook('preAction', () => limitThreadPool(1))
    .action(async (options) => (await import('./commands/bench-ask.ts')).benchAskWorker(options, signal));
}
