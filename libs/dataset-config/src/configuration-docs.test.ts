import { readFile } from 'node:fs/promises';
import { datasetConfigSchema } from './dataset-config.ts';
import { knownKeys } from './known-keys.ts';

it('docs/configuration.md names every key', async () => {
  const text = await readFile(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const missing = knownKeys(datasetConfigSchema).filter((key) => key !== '$schema' && !new RegExp(`\\b${key}\\b`).test(text));
  expect(missing).toEqual([]);
});
