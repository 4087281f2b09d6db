import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measuredForms } from './measured-forms.ts';

const measured = { seconds: 0.4, right: 40, questions: 51, meanKl: 0.0003 };

describe('measuredForms', () => {
  let cacheFolder: string;
  beforeEach(async () => {
    cacheFolder = await mkdtemp(path.join(os.tmpdir(), 'measured-'));
  });
  afterEach(() => rm(cacheFolder, { recursive: true }));

  it('finds again what was kept of a form, and nothing of another form or on another basis', async () => {
    await measuredForms({ cacheFolder }, ['a']).keep('Q6_K + importance matrix', measured);
    expect(await measuredForms({ cacheFolder }, ['a']).read('Q6_K + importance matrix')).toEqual(measured);
    expect(await measuredForms({ cacheFolder }, ['a']).read('Q6_K')).toBeUndefined();
    expect(await measuredForms({ cacheFolder }, ['b']).read('Q6_K + importance matrix')).toBeUndefined();
  });

  it('measures again what was kept in another form', async () => {
    await measuredForms({ cacheFolder }, ['a']).keep('Q8_0', measured);
    const [file = ''] = (await readdir(cacheFolder, { recursive: true })).filter((name) => name.endsWith('.json'));
    await writeFile(path.join(cacheFolder, file), '{"seconds":1}');
    expect(await measuredForms({ cacheFolder }, ['a']).read('Q8_0')).toBeUndefined();
  });
});
