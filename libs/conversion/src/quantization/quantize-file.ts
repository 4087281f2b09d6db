import path from 'node:path';
import { readGgufMetadata } from '../gguf/read-gguf-metadata.ts';
import { locateLibraries } from '../node-llama-cpp.ts';
import { runStep } from '../run-step.ts';
import { quantizationFormats, type QuantizationFormat } from './quantization-formats.ts';
import { readImportanceMatrix } from './read-importance-matrix.ts';

export interface QuantizeFileOptions {
  /** An f16 or f32 GGUF. */
  readonly source: string;
  readonly target: string;
  readonly format: QuantizationFormat;
  /** A file of `computeImportanceMatrix`, or of llama-imatrix; without it all columns of a matrix count alike. */
  readonly importanceMatrix?: string;
  readonly signal: AbortSignal;
  /** Called for each tensor with its number and the number of all. */
  readonly onTensor?: (done: number, total: number) => void;
}

/**
 * Quantizes a GGUF with llama.cpp's own `llama_model_quantize`, in a process of its own; the metadata is kept.
 * @throws SqlwrightError model.invalid with llama.cpp's last lines, disk.full, run.cancelled
 */
export async function quantizeFile(options: QuantizeFileOptions): Promise<void> {
  const { source, target, format, importanceMatrix, signal } = options;
  await readGgufMetadata(source);
  if (importanceMatrix !== undefined) await readImportanceMatrix(importanceMatrix);
  const { ggml, llama } = await locateLibraries();
  const args = [...quantizeProgram(), ggml, llama, source, target, String(quantizationFormats[format]), ...(importanceMatrix === undefined ? [] : [importanceMatrix])];
  await runStep(
    { command: process.execPath, args, signal, onLine: (line) => reportTensor(line, options) },
    { what: `Quantizing to ${format}`, folder: path.dirname(target), code: 'model.invalid', hint: 'Make the f16 file again: sqlwright convert' },
  );
  await readGgufMetadata(target);
}

/** Lies beside this file, as source or built; the source reads the sources of other packages, which need not be built. */
function quantizeProgram(): string[] {
  const extension = path.extname(import.meta.filename);
  return [...(extension === '.ts' ? ['--conditions=@sqlwright/source'] : []), path.join(import.meta.dirname, `quantize-program${extension}`)];
}

function reportTensor(line: string, { onTensor }: QuantizeFileOptions): void {
  const [, done, total] = /^\[\s*(\d+)\/\s*(\d+)\]/.exec(line) ?? [];
  if (done !== undefined && total !== undefined) onTensor?.(Number(done), Number(total));
}
