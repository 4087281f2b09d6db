import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digestText } from './digest.ts';
import { silentProgress } from './progress.ts';
import { readRunRecord, readStage } from './read-stage.ts';
import { writeStage, type StageRun } from './write-stage.ts';

const lineage = { stage: 'schema' as const, schemaFingerprint: digestText('schema'), upstream: {} };

async function newRun(): Promise<StageRun> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-artifacts-'));
  return { dataset: 'toy', folder: path.join(parent, 'schema'), signal: new AbortController().signal, progress: silentProgress };
}

function writing(text: string) {
  return async (draft: string, progress: StageRun['progress']) => {
    progress.step('write');
    await writeFile(path.join(draft, 'a.txt'), text);
    return { details: { letters: text.length } };
  };
}

describe('writeStage', () => {
  it('writes a manifest that depends on the work alone, and a run record beside it', async () => {
    const run = await newRun();
    await writeStage(run, lineage, writing('one'));
    const first = await readFile(path.join(run.folder, 'manifest.json'), 'utf8');
    await writeStage(run, lineage, writing('one'));
    expect(await readFile(path.join(run.folder, 'manifest.json'), 'utf8')).toBe(first);
    expect((await readRunRecord(run.folder))?.steps).toMatchObject([{ name: 'write' }]);
    expect(JSON.parse(first)).toMatchObject({ details: { letters: 3 }, files: { 'a.txt': { sha256: digestText('one'), bytes: 3 } } });
  });

  it('keeps the last good artifact and leaves no draft when the work fails or is cancelled', async () => {
    const run = await newRun();
    await writeStage(run, lineage, writing('good'));
    await expect(writeStage(run, lineage, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(writeStage({ ...run, signal: AbortSignal.abort() }, lineage, writing('late'))).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(await readFile(path.join(run.folder, 'a.txt'), 'utf8')).toBe('good');
    expect(await readdir(path.dirname(run.folder))).toEqual(['schema']);
  });
});

describe('readStage', () => {
  it('gives the files of an artifact and its digest', async () => {
    const run = await newRun();
    await writeStage(run, lineage, writing('one'));
    const artifact = await readStage('schema', run.folder, ['a.txt']);
    expect(await readFile(artifact.file('a.txt'), 'utf8')).toBe('one');
    expect(artifact.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells a missing artifact from a changed one', async () => {
    const run = await newRun();
    await expect(readStage('schema', run.folder)).rejects.toMatchObject({ code: 'artifact.missing', hint: expect.stringContaining('sqlwright schema') });
    await writeStage(run, lineage, writing('one'));
    await writeFile(path.join(run.folder, 'a.txt'), 'other');
    await expect(readStage('schema', run.folder, ['a.txt'])).rejects.toMatchObject({ code: 'artifact.invalid' });
    await writeFile(path.join(run.folder, 'manifest.json'), '{');
    await expect(readStage('schema', run.folder)).rejects.toMatchObject({ code: 'artifact.invalid' });
  });
});
