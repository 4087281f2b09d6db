import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeStage, type Manifest, type Progress, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { openConversionTools, type ConversionTools } from './conversion-tools.ts';
import { readVersions } from './node-llama-cpp.ts';

export interface ConvertInput {
  /** Its folder holds litgpt's final checkpoint as `checkpoint/`. */
  readonly train: StageArtifact;
  /** `adapter`: a LoRA file beside the untouched base; `merged`: one f16 file. */
  readonly forms: readonly ('adapter' | 'merged')[];
  readonly baseModel: BaseModel;
  readonly environment: PythonEnvironment;
  readonly cacheFolder: string;
  /** Written into every GGUF, each value under its key. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Converts litgpt's checkpoint to GGUF files for llama.cpp: `adapter.gguf`, `merged-f16.gguf`, and `base-f16.gguf` where an adapter is
 * asked for and the base model is no GGUF itself. `details.base.file` names the base that the adapter belongs to.
 * @throws SqlwrightError child.failed with the program's last lines, model.invalid, disk.full, run.cancelled
 */
export async function convert(run: StageRun, input: ConvertInput): Promise<Manifest> {
  const lineage = { stage: 'convert', schemaFingerprint: input.train.manifest.schemaFingerprint, upstream: { train: input.train.digest } } as const;
  return writeStage(run, lineage, async (draft, progress) => {
    const scratch = path.join(draft, 'scratch');
    try {
      progress.step('converters');
      const tools = await openConversionTools({ ...input, scratch, signal: run.signal });
      const conversion = { input, tools, draft, progress, name: run.dataset, scratch };
      for (const form of new Set(input.forms)) await (form === 'merged' ? convertMerged(conversion) : convertAdapter(conversion));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    const { name, digest, gguf } = input.baseModel;
    const base = { name, digest, file: gguf === undefined ? baseFile : path.basename(gguf) };
    return { details: { forms: [...new Set(input.forms)], base }, versions: await readVersions() };
  });
}

const baseFile = 'base-f16.gguf';

interface Conversion {
  readonly input: ConvertInput;
  readonly tools: ConversionTools;
  readonly draft: string;
  readonly scratch: string;
  readonly progress: Progress;
  /** The converters take a model's name from that of its folder. */
  readonly name: string;
}

async function convertMerged({ input, tools, draft, scratch, progress, name }: Conversion): Promise<void> {
  const weights = path.join(scratch, 'weights');
  const folder = path.join(scratch, 'merged', name);
  progress.step('merged weights');
  await tools.runLitgpt(['convert_from_litgpt', input.train.file('checkpoint'), weights]);
  await tools.runScript('convert_huggingface.py', [path.join(weights, 'model.pth'), input.baseModel.huggingFaceFolder, folder]);
  await rm(weights, { recursive: true });
  progress.step('merged GGUF');
  await tools.writeGguf('convert_hf_to_gguf.py', path.join(draft, 'merged-f16.gguf'), [folder]);
  await rm(folder, { recursive: true });
}

async function convertAdapter({ input, tools, draft, scratch, progress, name }: Conversion): Promise<void> {
  const { huggingFaceFolder, gguf } = input.baseModel;
  const folder = path.join(scratch, 'adapter', name);
  progress.step('adapter GGUF');
  await tools.runScript('convert_adapter.py', [input.train.file('checkpoint'), huggingFaceFolder, folder]);
  await tools.writeGguf('convert_lora_to_gguf.py', path.join(draft, 'adapter.gguf'), [folder, '--base', huggingFaceFolder]);
  if (gguf !== undefined) return;
  progress.step('base GGUF');
  await tools.writeGguf('convert_hf_to_gguf.py', path.join(draft, baseFile), [huggingFaceFolder]);
}
