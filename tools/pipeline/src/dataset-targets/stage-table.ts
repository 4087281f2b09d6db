/** What the result of a stage depends on. */
export interface StageInputs {
  /** The sections of dataset.config.json that it reads. */
  readonly sections: readonly string[];
  /** The libs whose code shapes its result, without those that only carry it (errors, artifacts). */
  readonly libs: readonly string[];
  /** Single sources of other libs, where the whole lib would be too much. */
  readonly sources?: readonly string[];
  /** The npm packages whose version shapes its result. */
  readonly packages: readonly string[];
  /** The file or folder of the dataset that it reads besides its configuration, as a key of DatasetFiles. */
  readonly file?: 'ddl' | 'recorded' | 'questions';
}

const schemaLibs = ['errors', 'artifacts', 'dataset-config', 'prompt', 'schema', 'database'];

/**
 * The stages in their order. Each names only what it runs itself: with the whole CLI as input, an edit of a metric would train the model again.
 * What earlier stages made comes in by the digest in their manifest.
 */
export const stageTable = {
  schema: { sections: ['schema'], libs: schemaLibs, packages: ['libpg-query', 'pgsql-deparser', '@electric-sql/pglite'], file: 'ddl' },
  synthesize: {
    sections: ['synthesize', 'schema', 'prompt'],
    libs: [...schemaLibs, 'language-model', 'language-model-providers', 'sql-guard', 'dataset-synthesis'],
    packages: ['libpg-query', '@electric-sql/pglite'],
    file: 'recorded',
  },
  train: {
    sections: ['train', 'prompt'],
    libs: ['training', 'base-model', 'python-environment', 'child-process', 'prompt', 'schema'],
    sources: ['libs/dataset-config/src/train-section.ts'],
    packages: [],
  },
  convert: { sections: ['convert'], libs: ['conversion', 'base-model', 'python-environment', 'child-process'], packages: ['node-llama-cpp'] },
  quantize: { sections: ['quantize'], libs: ['conversion', 'base-model', 'python-environment', 'child-process', 'prompt', 'schema'], packages: ['node-llama-cpp', 'koffi'] },
  evaluate: {
    sections: ['evaluate', 'prompt'],
    libs: ['evaluation', 'sql-generation', 'sql-guard', 'prompt', 'language-model', 'language-model-providers', 'database', 'schema'],
    packages: ['node-llama-cpp', 'libpg-query', '@electric-sql/pglite'],
    file: 'questions',
  },
} as const satisfies Record<string, StageInputs>;

export type StageName = keyof typeof stageTable;

export const stageNames = Object.keys(stageTable) as StageName[];
