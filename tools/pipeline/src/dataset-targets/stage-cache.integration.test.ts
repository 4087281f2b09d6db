import { createStubWorkspace, stubCli, type StubWorkspace } from '../../test/stub-workspace.ts';

const all = ['schema', 'synthesize', 'train', 'convert', 'quantize', 'evaluate'];

describe('the cache of the stages, with the real Nx', () => {
  let workspace: StubWorkspace;
  beforeAll(async () => {
    workspace = await createStubWorkspace();
  });
  afterAll(() => workspace.remove());
  const evaluate = (): Promise<string[]> => workspace.stagesRunBy('run', 'shop:evaluate');

  it('runs what is missing, and nothing the second time', async () => {
    expect(await evaluate()).toEqual(all);
    expect(await evaluate()).toEqual([]);
  });

  it('runs only evaluate after an edit in libs/evaluation', async () => {
    await workspace.edit('libs/evaluation/src/index.ts', 'export const edited = true;');
    expect(await evaluate()).toEqual(['evaluate']);
  });

  it('runs train and what follows after an edit of the train section', async () => {
    await workspace.editSection('train', { profile: 'cpu-long' });
    expect(await evaluate()).toEqual(['train', 'convert', 'quantize', 'evaluate']);
  });

  it('runs only the stage whose code changed when its result stayed the same', async () => {
    await workspace.edit('libs/training/src/index.ts', 'export const edited = true;');
    await workspace.edit('apps/cli/src/stages/convert.ts', 'export const edited = true;');
    expect(await evaluate()).toEqual(['train', 'convert']);
  });

  it('runs nothing for what no stage reads', async () => {
    await workspace.edit('apps/cli/src/main.ts', `${stubCli}// A comment.\n`);
    await workspace.edit('libs/sql-qa/src/index.ts', 'export const edited = true;');
    await workspace.edit('libs/training/README.md', 'Edited.');
    expect(await evaluate()).toEqual([]);
  });

  it('runs all after an edit of the schema', async () => {
    await workspace.edit('datasets/shop/schema.sql', 'CREATE TABLE product (id integer PRIMARY KEY, label text);');
    expect(await evaluate()).toEqual(all);
  });

  it('trains with another profile when a configuration names it', async () => {
    expect(await workspace.stagesRunBy('run', 'shop:evaluate:gpu')).toEqual(['train', 'convert', 'quantize', 'evaluate']);
    expect(await evaluate()).toEqual([]);
  });

  it('shows a dataset as affected by its libs', async () => {
    const shown = await workspace.nx('show', 'projects', '--affected', '--files=libs/evaluation/src/index.ts');
    expect(shown.split('\n')).toContain('shop');
  });
});
