import type { DatasetConfig } from './dataset-config.ts';

/** The configuration under which no value of a row is kept or sent, whatever it says itself: rows are made up from the schema alone, and a teacher is told no value. */
export function withoutValues(config: DatasetConfig): DatasetConfig {
  const { schema, synthesize } = config;
  return {
    ...config,
    schema: { ...schema, readValues: false, seed: { ...schema.seed, values: {}, combinations: [] } },
    synthesize: { ...synthesize, showValues: false },
  };
}
