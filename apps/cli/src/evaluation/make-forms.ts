import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { readStage, type Progress, type StageArtifact } from '@sqlwright/artifacts';
import { computeImportanceMatrix, quantizationFormats, quantizeFile, usesImportanceMatrix, type QuantizationFormat } from '@sqlwright/conversion';
import { openImportanceInput } from '../importance-input.ts';
import { resolveModel, type ModelFiles } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';

/** A form in which a dataset's model can be served. */
export interface Form {
  readonly name: string;
  /** As the configuration names it. */
  readonly format: 'adapter' | 'f16' | QuantizationFormat;
  readonly importanceMatrix: boolean;
  readonly files: ModelFiles;
}

interface Making {
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Adapter and f16 where `convert` made them, and every format, with an importance matrix and without where it can use one. What the stage `quantize` did not make is
 * made among what may be thrown away.
 * @throws SqlwrightError artifact.missing, model.invalid, child.failed, disk.full, run.cancelled
 */
export async function makeForms(making: Making): Promise<Form[]> {
  const { workspace, signal, progress } = making;
  const convert = await readStage('convert', workspace.stageFolder('convert'));
  const forms: Form[] = [];
  if (existsSync(convert.file('adapter.gguf'))) forms.push({ name: 'adapter', format: 'adapter', importanceMatrix: false, files: await resolveModel({ workspace, signal, note: progress.note }, 'adapter') });
  const merged = convert.file('merged-f16.gguf');
  if (!existsSync(merged)) return forms;
  forms.push({ name: 'f16', format: 'f16', importanceMatrix: false, files: { file: merged, made: merged } });
  for (const format of Object.keys(quantizationFormats) as QuantizationFormat[]) {
    for (const importanceMatrix of usesImportanceMatrix(format) ? [false, true] : [false]) {
      const file = await makeQuantized(making, convert, { format, importanceMatrix });
      forms.push({ name: importanceMatrix ? `${format} + importance matrix` : format, format, importanceMatrix, files: { file, made: file } });
    }
  }
  return forms;
}

async function makeQuantized(making: Making, convert: StageArtifact, { format, importanceMatrix }: Pick<Form, 'importanceMatrix'> & { format: QuantizationFormat }): Promise<string> {
  const made = await findMade(making.workspace, convert, format, importanceMatrix);
  if (made !== undefined) return made;
  const matrix = importanceMatrix ? { importanceMatrix: await makeMatrix(making, convert) } : {};
  const target = path.join(await openCache(making.workspace, convert), importanceMatrix ? `${format}.importance-matrix.gguf` : `${format}.gguf`);
  return keep(target, (draft) => {
    making.progress.step(`quantize to ${format}${importanceMatrix ? ' with the importance matrix' : ''}`);
    const onTensor = (done: number, total: number): void => making.progress.update({ done, total, remark: 'tensors' });
    return quantizeFile({ source: convert.file('merged-f16.gguf'), target: draft, format, ...matrix, signal: making.signal, onTensor });
  });
}

/** The file of the stage `quantize`, where it was made from this model and with or without a matrix as wanted. */
async function findMade(workspace: Workspace, convert: StageArtifact, format: QuantizationFormat, importanceMatrix: boolean): Promise<string | undefined> {
  const file = path.join(workspace.stageFolder('quantize'), `${format}.gguf`);
  if (!existsSync(file)) return undefined;
  const { upstream, details } = (await readStage('quantize', workspace.stageFolder('quantize'))).manifest;
  const hasMatrix = details['importanceMatrix'] === true && usesImportanceMatrix(format);
  return upstream.convert === convert.digest && hasMatrix === importanceMatrix ? file : undefined;
}

async function makeMatrix({ workspace, signal, progress }: Making, convert: StageArtifact): Promise<string> {
  return keep(path.join(await openCache(workspace, convert), 'importance-matrix.gguf'), async (draft) => {
    const input = await openImportanceInput(workspace, { signal, progress });
    progress.step('importance matrix');
    await computeImportanceMatrix({ ...input, signal, onSample: (done, total) => progress.update({ done, total, remark: 'samples' }) }, draft);
  });
}

async function openCache(workspace: Workspace, convert: StageArtifact): Promise<string> {
  const folder = path.join(workspace.cacheFolder, 'quantized', convert.digest.slice(0, 16));
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Makes a file once; one whose making broke off is no file yet. */
async function keep(file: string, make: (draft: string) => Promise<void>): Promise<string> {
  if (existsSync(file)) return file;
  const draft = `${file}.draft-${process.pid}`;
  await make(draft);
  await rename(draft, file);
  return file;
}
