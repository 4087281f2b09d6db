import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import { pythonScript } from '@sqlwright/python-environment';
import { exportHuggingFace, type ExportInput } from '../export-hugging-face.ts';
import { runStep } from '../run-step.ts';
import { readImportanceMatrix } from './read-importance-matrix.ts';

/** A sample that the model was trained on, in the texts that it reads and writes. */
export interface KnownReply {
  /** The whole prompt, chat format included. */
  readonly prompt: string;
  readonly reply: string;
}

export interface ImportanceInput extends ExportInput {
  /** What the model shall be as good at as it was; some hundred are enough. */
  readonly samples: readonly KnownReply[];
  /** Called for each sample with its number and the number of all. */
  readonly onSample?: (done: number, total: number) => void;
}

/**
 * Runs the merged model over samples and writes how much each column of its weight matrices counts: the mean square of what it is multiplied with, over all tokens
 * (see importance_matrix.py). The file has the GGUF format of llama.cpp's llama-imatrix.
 * @throws SqlwrightError child.failed, model.invalid, disk.full, run.cancelled
 */
export async function computeImportanceMatrix(input: ImportanceInput, target: string): Promise<void> {
  const { environment, samples, signal, onSample } = input;
  const scratch = await mkdtemp(`${target}.scratch-`);
  try {
    const [model, samplesFile] = [path.join(scratch, 'merged'), path.join(scratch, 'training-prompts.json')];
    await exportHuggingFace(input, model);
    await writeJson(samplesFile, samples);
    // A sample is short: threads that spin while they wait slow one another down wherever a core is busy.
    const env = { ...environment.variables, OMP_WAIT_POLICY: 'PASSIVE' };
    await runStep(
      { command: environment.python, args: [pythonScript('importance_matrix.py'), model, samplesFile, target], env, signal, onLine: (line) => reportSample(line, onSample) },
      { what: 'Computing the importance matrix', folder: path.dirname(target), code: 'child.failed', hint: 'To quantize without it, set quantize.importanceMatrix to "none".' },
    );
    await readImportanceMatrix(target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function reportSample(line: string, onSample: ImportanceInput['onSample']): void {
  const [, done, total] = /^(\d+)\/(\d+)$/.exec(line) ?? [];
  if (done !== undefined && total !== undefined) onSample?.(Number(done), Number(total));
}
