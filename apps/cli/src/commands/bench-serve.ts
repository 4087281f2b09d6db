import path from 'node:path';
import { runProgram } from '@sqlwright/child-process';
import { readQuestions } from '@sqlwright/evaluation';
import { benchmarkService, type BenchmarkResult } from '../serving/benchmark-service.ts';
import { openWorkspace } from '../workspace.ts';

const startSeconds = 120;

/** Starts the service in a process of its own, asks it with many clients at once, and prints what became of them; the last line is JSON. */
export async function benchServe(options: { dataset: string; clients: number; seconds: number }, signal: AbortSignal): Promise<void> {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  const workspace = await openWorkspace(options.dataset);
  const questions = (await readQuestions(path.join(workspace.datasetFolder, workspace.config.evaluate.questions))).slice(0, 20).map(({ question }) => question);
  const stop = new AbortController();
  const service = startService(options.dataset, AbortSignal.any([signal, stop.signal]));
  try {
    const result: BenchmarkResult = await benchmarkService({ url: await service.url, questions, clients: options.clients, seconds: options.seconds, signal, note });
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } finally {
    stop.abort();
    await service.ended;
  }
}

function startService(dataset: string, signal: AbortSignal): { readonly url: Promise<string>; readonly ended: Promise<unknown> } {
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  const args = [...process.execArgv, process.argv[1] ?? '', 'serve', '--dataset', dataset, '--port', '0', '--requests-per-minute', '1000000'];
  const onLine = (line: string): void => {
    const found = /^Listening on (http:\S+)/.exec(line)?.[1];
    if (found !== undefined) resolve(found);
  };
  const ended = runProgram({ command: process.execPath, args, signal, onLine }).then(({ tail }) => reject(new Error(`The service ended: ${tail.slice(-5).join(' ')}`)), () => undefined);
  const timer = setTimeout(() => reject(new Error('The service did not start.')), startSeconds * 1000);
  void url.finally(() => clearTimeout(timer)).catch(() => undefined);
  return { url, ended };
}
