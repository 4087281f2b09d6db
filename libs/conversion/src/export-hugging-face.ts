import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { StageArtifact } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { openConversionTools } from './conversion-tools.ts';

export interface ExportInput {
  /** Its folder holds litgpt's final checkpoint as `checkpoint/`. */
  readonly train: StageArtifact;
  readonly baseModel: BaseModel;
  readonly environment: PythonEnvironment;
  readonly cacheFolder: string;
  readonly signal: AbortSignal;
}

/**
 * Writes the merged model as a Hugging Face folder, as it is between litgpt's checkpoint and the GGUF.
 * @param folder is made; `<folder>.scratch` beside it lives only as long as the call
 * @throws SqlwrightError child.failed, disk.full, run.cancelled
 */
export async function exportHuggingFace(input: ExportInput, folder: string): Promise<void> {
  const scratch = `${folder}.scratch`;
  try {
    const tools = await openConversionTools({ ...input, metadata: {}, scratch });
    const weights = path.join(scratch, 'weights');
    await tools.runLitgpt(['convert_from_litgpt', input.train.file('checkpoint'), weights]);
    await tools.runScript('convert_huggingface.py', [path.join(weights, 'model.pth'), input.baseModel.huggingFaceFolder, folder]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
