import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readDatasetFiles } from './dataset-files.ts';

describe('readDatasetFiles', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dataset-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('takes the names that the configuration gives, and the defaults for the rest', async () => {
    await writeFile(path.join(folder, 'own.json'), JSON.stringify({ schema: { ddl: 'tables.sql' }, evaluate: { questions: 'asked.jsonl' } }));
    expect(readDatasetFiles(folder, 'own.json')).toEqual({ ddl: 'tables.sql', recorded: 'recorded/**/*', questions: 'asked.jsonl' });
  });

  it('finds the initial adapter wherever it lies in the workspace', async () => {
    await mkdir(path.join(folder, 'datasets/shop'), { recursive: true });
    await writeFile(path.join(folder, 'datasets/shop/dataset.config.json'), JSON.stringify({ train: { initialAdapter: '../other/released/adapter.gguf' } }));
    expect(readDatasetFiles(folder, 'datasets/shop/dataset.config.json').initialAdapter).toBe('datasets/other/released/adapter.gguf');
  });

  it('does not break the graph of the workspace for a file that is being edited', async () => {
    await writeFile(path.join(folder, 'broken.json'), '{ "schema": ');
    expect(readDatasetFiles(folder, 'broken.json').ddl).toBe('schema.sql');
  });
});
