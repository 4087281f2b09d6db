import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { copyWorkspace } from '../../test/workspace-copy.ts';
import type { ModelFinder } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';
import { keepVersion, writeServed } from './model-versions.ts';
import { resolveServedModel } from './resolve-served-model.ts';

/** A copy of the customer dataset that is answered by a merged form, so that a trained model needs no base. */
async function openCopy(): Promise<Workspace> {
  const root = await copyWorkspace();
  const { folder, config } = await loadDatasetConfig(root, 'customer');
  return {
    root,
    cacheFolder: path.join(root, '.cache'),
    dataset: 'customer',
    datasetFolder: folder,
    config: { ...config, answer: { ...config.answer, model: 'Q8_0' } },
    stageFolder: (stage) => path.join(folder, 'artifacts', stage),
  };
}

describe('resolveServedModel', () => {
  let workspace: Workspace;
  let finder: ModelFinder;
  let released: string;
  beforeAll(async () => {
    workspace = await openCopy();
    finder = { workspace, signal: new AbortController().signal, note: () => undefined };
    released = path.join(workspace.datasetFolder, 'released/adapter.gguf');
  });
  afterAll(() => rm(workspace.root, { recursive: true }));

  it('takes the file that was named, else the promoted model, else the newest trained one, else the released one', async () => {
    const named = path.join(workspace.root, 'named.gguf');
    await copyFile(released, named);
    const { file: base, ...fromRelease } = await resolveServedModel(finder);
    expect(fromRelease).toEqual({ adapter: released, made: released });

    const trained = path.join(workspace.stageFolder('quantize'), 'Q8_0.gguf');
    await mkdir(path.dirname(trained), { recursive: true });
    await writeFile(trained, '');
    expect(await resolveServedModel(finder)).toEqual({ file: trained, made: trained });

    const version = await keepVersion(workspace, { file: base, adapter: released, made: released });
    await writeServed(workspace, { version, history: [] });
    const promoted = path.join(workspace.datasetFolder, 'served/versions', version, 'adapter.gguf');
    expect(await resolveServedModel(finder)).toEqual({ file: base, adapter: promoted, made: promoted });
    expect(await resolveServedModel(finder, named)).toEqual({ file: base, adapter: named, made: named });
  });

  it('says so where the promoted model is gone, and takes no other one for it', async () => {
    await writeServed(workspace, { version: 'gone', history: [] });
    await expect(resolveServedModel(finder)).rejects.toMatchObject({ code: 'artifact.missing', message: expect.stringContaining('gone') });
  });
});
