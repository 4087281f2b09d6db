import { datasetConfigSchema } from '@sqlwright/dataset-config';
import type { Workspace } from '../workspace.ts';
import { withStageOptions } from './stage-command.ts';

const config = datasetConfigSchema.parse({ name: 'toy', schema: { seed: { values: { 'pet.name': ['Rex'] }, rows: { pet: 4 } } }, synthesize: { teacher: { provider: 'grammar' } } });
const workspace = { dataset: 'toy', config } as Workspace;

describe('withStageOptions', () => {
  it('leaves the configuration as it is without options', () => {
    expect(withStageOptions(workspace, {}).config).toEqual(config);
    expect(withStageOptions(workspace, { values: true }).config).toEqual(config);
  });

  it('takes every value out with --no-values, and keeps the rest', () => {
    const { schema, synthesize } = withStageOptions(workspace, { values: false, obfuscate: true }).config;
    expect(schema).toMatchObject({ readValues: false, seed: { values: {}, rows: { pet: 4 } } });
    expect(synthesize).toMatchObject({ showValues: false, obfuscate: true });
    expect(config.schema.seed.values).toEqual({ 'pet.name': ['Rex'] });
  });
});
