import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { prepareBaseModel, type BaseModelOptions } from './index.ts';

const token = 'hf_secret';

describe('prepareBaseModel', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'base-model-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** litgpt as a shell script: `$1` is the command, `$2` its argument, `$4` the folder of a download. */
  async function optionsWith(script: string, extra: Partial<BaseModelOptions> = {}): Promise<BaseModelOptions> {
    const litgpt = path.join(folder, 'litgpt');
    await writeFile(litgpt, `#!/bin/sh\necho "$@" >> '${folder}/arguments'\n${script}\n`);
    await chmod(litgpt, 0o755);
    const environment: PythonEnvironment = { python: litgpt, litgpt, digest: 'environment', variables: { HF_HUB_OFFLINE: '1' } };
    return { cacheFolder: path.join(folder, 'cache'), environment, workspaceFolder: folder, environmentVariables: { MY_TOKEN: token }, ...extra };
  }

  const modelFolders = () => readdir(path.join(folder, 'cache', 'models')).catch(() => []);
  const download = { source: 'download', repository: 'org/model', tokenVariable: 'MY_TOKEN' } as const;
  const local = { source: 'local', path: 'mine', modelName: 'pythia-14m' } as const;

  async function makeLocalModel(): Promise<void> {
    await mkdir(path.join(folder, 'mine'));
    await writeFile(path.join(folder, 'mine', 'config.json'), '{}');
    await writeFile(path.join(folder, 'mine', 'model.safetensors'), 'weights');
  }

  it('converts a local folder once, and again when its weights change', async () => {
    await makeLocalModel();
    const options = await optionsWith('touch "$2/lit_model.pth"');
    const first = await prepareBaseModel(local, options);
    expect(await prepareBaseModel(local, options)).toEqual(first);
    expect((await readdir(first.huggingFaceFolder)).sort()).toEqual(['config.json', 'lit_model.pth', 'model.safetensors']);
    await rm(path.join(folder, 'mine', 'model.safetensors'));
    await writeFile(path.join(folder, 'mine', 'model.safetensors'), 'others');
    expect((await prepareBaseModel(local, options)).digest).not.toBe(first.digest);
    expect((await readFile(path.join(folder, 'arguments'), 'utf8')).trim().split('\n')).toHaveLength(2);
    expect(await readFile(path.join(first.huggingFaceFolder, 'model.safetensors'), 'utf8')).toBe('weights');
  });

  it('leaves nothing of a conversion that failed', async () => {
    await makeLocalModel();
    const options = await optionsWith("echo \"'x' is not a supported config name\"; exit 1");
    await expect(prepareBaseModel(local, options)).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining('not a supported config name') as string });
    expect(await modelFolders()).toEqual([]);
  });

  it('refuses a path that holds no model', async () => {
    await expect(prepareBaseModel({ ...local, path: 'absent' }, await optionsWith(''))).rejects.toMatchObject({ code: 'model.invalid', hint: expect.stringContaining('train.model.path') as string });
  });

  it('downloads with the token in the environment, online, and shows it nowhere', async () => {
    const seen: string[] = [];
    const script = `echo "token $HF_TOKEN"; mkdir -p "$4/org/model"; echo "$HF_TOKEN/$HF_HUB_OFFLINE" > '${folder}/seen'; touch "$4/org/model/lit_model.pth"`;
    const model = await prepareBaseModel(download, await optionsWith(script, { progress: (line) => seen.push(line) }));
    expect(await readFile(path.join(folder, 'seen'), 'utf8')).toBe(`${token}/\n`);
    expect(await readFile(path.join(folder, 'arguments'), 'utf8')).not.toContain(token);
    expect(seen).toEqual(['token ***']);
    expect(await readdir(model.litgptFolder)).toEqual(['lit_model.pth']);
    expect(model).toMatchObject({ name: 'model', gguf: undefined });
  });

  it.each([
    [`echo "https://hub/org/model requires authentication ${token}"; exit 1`, 'provider.refused-key'],
    ['echo "ConnectionError: Max retries exceeded"; exit 1', 'provider.unavailable'],
    ['echo "Unsupported repo_id: org/model."', 'model.invalid'],
  ])('tells why a download failed: %s', async (script, code) => {
    const thrown: unknown = await prepareBaseModel(download, await optionsWith(script)).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    expect(String(thrown)).not.toContain(token);
    expect(await modelFolders()).toEqual([]);
  });
});
