import { datasetProject } from './dataset-project.ts';
import { stageNames } from './stage-table.ts';

const files = { ddl: 'schema.sql', recorded: 'recorded/**/*', questions: 'development.jsonl' };
const { targets = {} } = datasetProject('datasets/shop', files);

function inputs(stage: string): readonly unknown[] {
  return targets[stage]?.inputs ?? [];
}

function libs(stage: string): string[] {
  const named = inputs(stage).find((input): input is { projects: string[] } => typeof input === 'object' && input !== null && 'projects' in input);
  return named?.projects.map((name) => name.replace('@sqlwright/', '')) ?? [];
}

describe('the targets of a dataset', () => {
  it('has each stage after the one before it, with its own folder as output', () => {
    expect(stageNames).toEqual(['schema', 'synthesize', 'train', 'convert', 'quantize', 'evaluate']);
    expect(stageNames.map((stage) => targets[stage]?.dependsOn?.[0])).toEqual([undefined, ...stageNames.slice(0, -1)]);
    for (const stage of stageNames) expect(targets[stage]).toMatchObject({ cache: true, outputs: [`{projectRoot}/artifacts/${stage}`] });
  });

  it('reads only the sections of the configuration that the stage uses', () => {
    const sections = stageNames.map((stage) => [stage, inputs(stage)[0]]);
    expect(Object.fromEntries(sections)).toEqual({
      schema: { json: '{projectRoot}/dataset.config.json', fields: ['schema'] },
      synthesize: { json: '{projectRoot}/dataset.config.json', fields: ['synthesize', 'schema', 'prompt'] },
      train: { json: '{projectRoot}/dataset.config.json', fields: ['train', 'prompt'] },
      convert: { json: '{projectRoot}/dataset.config.json', fields: ['convert'] },
      quantize: { json: '{projectRoot}/dataset.config.json', fields: ['quantize'] },
      evaluate: { json: '{projectRoot}/dataset.config.json', fields: ['evaluate', 'prompt'] },
    });
  });

  it('has an edit of a stage lib run that stage alone', () => {
    const stagesOf = (lib: string): string[] => stageNames.filter((stage) => libs(stage).includes(lib));
    expect(stagesOf('evaluation')).toEqual(['evaluate']);
    expect(stagesOf('training')).toEqual(['train']);
    expect(stagesOf('dataset-synthesis')).toEqual(['synthesize']);
    expect(stagesOf('conversion')).toEqual(['convert', 'quantize']);
    expect(stageNames.filter((stage) => libs(stage).includes('cli'))).toEqual([]);
  });

  it('takes earlier results by their manifest, and of the CLI only the file of the stage, of the configuration only the training profiles', () => {
    for (const stage of stageNames.slice(1)) expect(inputs(stage)).toContainEqual({ dependentTasksOutputFiles: '**/manifest.json', transitive: true });
    for (const stage of stageNames) {
      const ofWorkspace = inputs(stage).filter((input) => typeof input === 'string' && input.startsWith('{workspaceRoot}'));
      const profiles = stage === 'train' ? ['{workspaceRoot}/libs/dataset-config/src/train-section.ts'] : [];
      expect(ofWorkspace).toEqual([`{workspaceRoot}/apps/cli/src/stages/${stage}.ts`, ...profiles]);
    }
  });

  it('watches the files that the configuration names', () => {
    expect(inputs('schema')).toContain('{projectRoot}/schema.sql');
    expect(inputs('synthesize')).toContain('{projectRoot}/recorded/**/*');
    for (const stage of ['synthesize', 'evaluate'] as const) expect(inputs(stage)).toContain('{projectRoot}/development.jsonl');
  });

  it('trains again when the adapter that it goes on from has changed', () => {
    const project = datasetProject('datasets/shop', { ...files, initialAdapter: 'datasets/other/released/adapter.gguf' });
    const reading = stageNames.filter((stage) => project.targets?.[stage]?.inputs?.includes('{workspaceRoot}/datasets/other/released/adapter.gguf'));
    expect(reading).toEqual(['train']);
  });

  it('passes the training profile as a configuration', () => {
    expect(targets['train']?.configurations?.['gpu'].command).toMatch(/main\.ts train --dataset shop --profile gpu$/);
    expect(Object.keys(targets['train']?.configurations ?? {})).toEqual(['cpu', 'cpu-long', 'gpu']);
  });

  it('never caches what asks the database', () => {
    for (const name of ['ask', 'serve', 'quickstart', 'gate', 'parity', 'choose-quantization']) expect(targets[name]?.cache).toBe(false);
    for (const name of ['quickstart', 'gate']) expect(targets[name]?.dependsOn).toEqual(['evaluate']);
  });
});
