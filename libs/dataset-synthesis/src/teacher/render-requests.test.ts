import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { parseDdl } from '@sqlwright/schema';
import type { RequestInput } from '../synthesize-input.ts';
import { renderRequests } from './render-requests.ts';

const workspace = path.join(import.meta.dirname, '../../../..');

async function customerInput(): Promise<RequestInput & { folder: string }> {
  const { folder, config } = await loadDatasetConfig(workspace, 'customer');
  const schema = await parseDdl(await readFile(path.join(folder, config.schema.ddl), 'utf8'));
  return { folder, schema, config: config.synthesize, values: config.schema.seed.values, abstention: config.prompt.abstention };
}

describe('renderRequests', () => {
  it('renders the customer dataset as it was recorded, byte for byte', async () => {
    const input = await customerInput();
    const folder = path.join(input.folder, 'recorded');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.prompt.txt')).sort();
    const recorded = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    expect(renderRequests(input).map(({ prompt }) => prompt)).toEqual(recorded);
  });

  it('splits a topic of many samples into requests that differ', async () => {
    const input = await customerInput();
    const topics = [{ topic: 'totals', focus: 'Counts.', samples: 250, unanswerable: 20 }];
    const requests = renderRequests({ ...input, config: { ...input.config, topics } });
    expect(requests.map(({ samples }) => samples)).toEqual([83, 83, 84]);
    expect(new Set(requests.map(({ prompt }) => prompt)).size).toBe(3);
    expect(requests.reduce((sum, { prompt }) => sum + Number(/^(\d+) of the/m.exec(prompt)?.[1]), 0)).toBe(20);
  });

  it('shows no values where the configuration forbids it', async () => {
    const input = await customerInput();
    const [request] = renderRequests({ ...input, config: { ...input.config, showValues: false } });
    expect(request?.prompt).not.toContain('Social Media');
  });
});
