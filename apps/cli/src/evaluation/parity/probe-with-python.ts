import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson, type Progress } from '@sqlwright/artifacts';
import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import { pythonScript, type PythonEnvironment } from '@sqlwright/python-environment';
import { z } from 'zod';

/** What every form of a model is asked. */
export interface ProbeRequest {
  readonly prompts: readonly string[];
  readonly stop: readonly string[];
  readonly maxTokens: number;
  /** Next-token distributions a prompt, from the end of the prompt on. */
  readonly positions: number;
  /** The reply that the distributions follow, as token ids a prompt; null: each model's own. */
  readonly teacher: readonly (readonly number[])[] | null;
}

/** What a form of a model answered. */
export interface Probed {
  readonly vocabulary: number;
  readonly answers: readonly {
    readonly ids: readonly number[];
    /** Token ids of the greedy reply, where they are known. */
    readonly reply?: readonly number[];
    readonly text: string;
    readonly logDistributions: readonly Float32Array[];
  }[];
}

const probeSchema = z.object({
  vocabulary: z.number().int().positive(),
  answers: z.array(z.object({ ids: z.array(z.number()), reply: z.array(z.number()), text: z.string(), positions: z.number().int().positive() })),
});

export interface PythonProbe {
  readonly engine: 'litgpt' | 'huggingface';
  readonly checkpoint: string;
  /** The folder of the tokenizer that the model was trained with. */
  readonly tokenizer: string;
  readonly request: ProbeRequest;
  readonly scratch: string;
  readonly environment: PythonEnvironment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Probes a checkpoint in the Python environment; see probe_model.py.
 * @throws SqlwrightError child.failed, run.cancelled
 */
export async function probeWithPython({ engine, checkpoint, tokenizer, request, scratch, environment, signal, progress }: PythonProbe): Promise<Probed> {
  const folder = await mkdtemp(path.join(scratch, `${engine}-`));
  const requestFile = path.join(folder, 'request.json');
  await writeJson(requestFile, request);
  const onLine = (line: string): void => {
    const [, done, total] = /^(\d+)\/(\d+)$/.exec(line) ?? [];
    if (done !== undefined && total !== undefined) progress.update({ done: Number(done), total: Number(total) });
  };
  // A few tokens at a time give threads little to do: those that spin while they wait slow one another down wherever a core is busy.
  const record = await runProgram({ command: environment.python, args: [pythonScript('probe_model.py'), engine, checkpoint, tokenizer, requestFile, folder], env: { ...environment.variables, OMP_WAIT_POLICY: 'PASSIVE' }, signal, onLine });
  if (record.exitCode !== 0) {
    throw new SqlwrightError('child.failed', `${engine} cannot read the model:\n${record.startError ?? record.tail.slice(-12).join('\n')}`, { hint: 'Where the checkpoint is damaged, train again: sqlwright train' });
  }
  const { vocabulary, answers } = probeSchema.parse(JSON.parse(await readFile(path.join(folder, 'probe.json'), 'utf8')));
  const bytes = await readFile(path.join(folder, 'log_probabilities.f32'));
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  let row = 0;
  const take = (positions: number): Float32Array[] => Array.from({ length: positions }, () => values.subarray(row * vocabulary, (row += 1) * vocabulary));
  return { vocabulary, answers: answers.map(({ positions, ...answer }) => ({ ...answer, logDistributions: take(positions) })) };
}
