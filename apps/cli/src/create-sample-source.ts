import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openPglite, renderSeededDatabase, type Database } from '@sqlwright/database';
import { openLexicon, synthesizeByGrammar, type GrammarSample, type OtherDatabase, type SampleSource } from '@sqlwright/dataset-synthesis';
import { SqlwrightError } from '@sqlwright/errors';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import { createTeacher, type Environment } from './create-teacher.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes what a dataset takes its samples from: the grammar, which reads values from the seeded database alone and the dataset's lexicon.json (written where there is none), or a model.
 * @throws SqlwrightError config.invalid; those of `createTeacher`
 */
export async function createSampleSource(workspace: Workspace, schema: DatabaseSchema, seeded: Database, environment: Environment): Promise<{ source: SampleSource; close: () => Promise<void> }> {
  const { teacher: settings } = workspace.config.synthesize;
  if (settings.provider === 'grammar') return { source: { kind: 'samples', name: 'grammar', samples: await writeGrammarSamples(workspace, schema, seeded, settings) }, close: async () => {} };
  const teacher = await createTeacher(settings, workspace.datasetFolder, environment);
  // A recorded answer costs nothing; one that was paid for is kept.
  const replyCache = settings.provider === 'recorded' ? undefined : path.join(workspace.cacheFolder, 'replies', workspace.dataset);
  return { source: { kind: 'teacher', teacher, replyCache }, close: () => teacher.close() };
}

/** The samples that the grammar adds to those of a model; none where `synthesize.supplement` is not set. */
export async function writeSupplement(workspace: Workspace, schema: DatabaseSchema, seeded: Database): Promise<GrammarSample[]> {
  const { supplement } = workspace.config.synthesize;
  return supplement === undefined ? [] : writeGrammarSamples(workspace, schema, seeded, supplement);
}

async function writeGrammarSamples({ config, datasetFolder }: Workspace, schema: DatabaseSchema, seeded: Database, settings: { readonly samples: number; readonly randomSeed: number }): Promise<GrammarSample[]> {
  const { today, showValues } = config.synthesize;
  const domains = showValues ? await seeded.readDomains(schema) : {};
  const lexicon = await openLexicon(path.join(datasetFolder, 'lexicon.json'), schema, domains);
  return synthesizeByGrammar({ schema, domains, lexicon, samples: settings.samples, randomSeed: settings.randomSeed, abstention: config.prompt.abstention, today });
}

/**
 * The databases of `synthesize.alongside`, each from its DDL alone: made-up rows, and the words that the rules find.
 * @throws SqlwrightError config.missing; ddl.* as each is opened
 */
export function otherDatabases({ config, datasetFolder }: Workspace): OtherDatabase[] {
  const { alongside, today } = config.synthesize;
  return (alongside?.ddl ?? []).map((ddl, index) => ({
    name: path.basename(ddl, '.sql'),
    async open() {
      const file = path.resolve(datasetFolder, ddl);
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new SqlwrightError('config.missing', `The DDL file ${file} cannot be read.`, { cause, hint: 'Name files of the dataset in the key synthesize.alongside.ddl of dataset.config.json.' });
      });
      const schema = await parseDdl(text);
      const database = await openPglite();
      // Rows and values that the configuration sets are those of this dataset's own tables.
      const seed = { ...config.schema.seed, rows: {}, childrenPerParent: {}, values: {}, combinations: [] };
      for (const statement of renderSeededDatabase(schema, seed)) await database.execute(statement);
      const samples = synthesizeByGrammar({ schema, domains: await database.readDomains(schema), samples: alongside?.samples ?? 0, randomSeed: index + 1, abstention: config.prompt.abstention, today });
      return { schema, samples, database };
    },
  }));
}
