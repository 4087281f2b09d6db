import type { z } from 'zod';
import type { datasetConfigSchema } from '@sqlwright/dataset-config';
import { byImportance } from './name-tables.ts';
import type { Source } from './read-source.ts';
import { topicsFor } from './topics.ts';

type Configuration = z.input<typeof datasetConfigSchema>;

/** The environment variable that holds a dataset's database URL. */
export function urlVariable(name: string): string {
  return `${name.replaceAll('-', '_').toUpperCase()}_DATABASE_URL`;
}

export interface ConfigurationOptions {
  /** What several rows of a table are called. */
  readonly pluralOf: (table: string) => string;
  /** From which training goes on, relative to the dataset. */
  readonly initialAdapter: string | undefined;
}

/** dataset.config.json: what this schema asks for; the rest stays with the defaults. The URL itself is never part of it. */
export function renderConfiguration(name: string, { schema, values, mayReadValues, kind }: Source, { pluralOf, initialAdapter }: ConfigurationOptions): Configuration {
  const main = byImportance(schema)[0];
  const seedValues = Object.fromEntries(Object.entries(values).map(([column, known]) => [column, [...known]]));
  const today = new Date().toISOString().slice(0, 10);
  return {
    name,
    schema: {
      ddl: 'schema.sql',
      ...(kind === 'database' ? { urlVariable: urlVariable(name) } : {}),
      ...(mayReadValues ? {} : { readValues: false }),
      seed: { asOf: today, values: seedValues },
    },
    prompt: { template: 'chatml', schemaView: 'none' },
    synthesize: { teacher: { provider: 'grammar' }, today, topics: topicsFor(schema) },
    train: { profile: 'cpu-long', ...(initialAdapter === undefined ? {} : { initialAdapter }) },
    evaluate: { questions: 'development.jsonl' },
    answer: { refusal: `I can only provide information related to our ${name.replaceAll('-', ' ')} data.`, exampleQuestion: `How many ${main === undefined ? 'rows' : pluralOf(main.name)} are there?` },
  };
}
