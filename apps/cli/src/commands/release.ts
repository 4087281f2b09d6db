import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { digestFile, readStage, writeJson } from '@sqlwright/artifacts';
import { openWorkspace } from '../workspace.ts';

/** Copies the adapter with its lineage and figures from the artifacts into datasets/<name>/released, which is committed. */
export async function release(dataset: string): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const [train, convert, evaluate] = await Promise.all([
    readStage('train', workspace.stageFolder('train')),
    readStage('convert', workspace.stageFolder('convert'), ['adapter.gguf']),
    readStage('evaluate', workspace.stageFolder('evaluate'), ['evaluation.json', 'summary.md']),
  ]);
  const folder = path.join(workspace.datasetFolder, 'released');
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  await copyFile(convert.file('adapter.gguf'), path.join(draft, 'adapter.gguf'));
  await copyFile(evaluate.file('summary.md'), path.join(draft, 'summary.md'));
  await writeJson(path.join(draft, 'manifest.json'), {
    adapter: { sha256: await digestFile(path.join(draft, 'adapter.gguf')) },
    train: train.manifest,
    convert: convert.manifest,
    evaluate: evaluate.manifest,
  });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  process.stdout.write(`Made datasets/${dataset}/released. Commit it: git add datasets/${dataset}/released\n`);
}
