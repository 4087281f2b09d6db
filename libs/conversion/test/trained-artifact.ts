import { cp } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson, type StageArtifact } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';

/** A trained checkpoint of a tiny model with random weights, as the stage `train` leaves it in `folder`. @param model a folder that tiny_checkpoint.py wrote */
export async function trainedArtifact(model: string, folder: string): Promise<{ train: StageArtifact; baseModel: BaseModel }> {
  await cp(model, folder, { recursive: true });
  await writeJson(path.join(folder, 'manifest.json'), { formatVersion: 1, stage: 'train', dataset: 'tiny', schemaFingerprint: '0'.repeat(64), upstream: {}, files: {}, details: {} });
  const baseModel = { name: 'tiny', digest: 'a digest', litgptFolder: path.join(folder, 'work'), huggingFaceFolder: path.join(folder, 'base'), gguf: undefined };
  return { train: await readStage('train', folder), baseModel };
}
