import path from 'node:path';
import type { Database } from '@sqlwright/database';
import { openLexicon, readPhrasebook, synthesizeByGrammar, type GrammarInput, type GrammarSample, type SampleSource } from '@sqlwright/dataset-synthesis';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createTeacher, type Environment } from './create-teacher.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes what a dataset takes its samples from: the grammar, which reads values from the seeded database alone and the dataset's lexicon.json (written where there is none), or a model.
 * @throws SqlwrightError config.invalid; those of `createTeacher`
 */
export async function createSampleSource(workspace: Workspace, schema: DatabaseSchema, seeded: Database, environment: Environment): Promise<{ source: SampleSource; close: () => Promise<void> }> {
  const { teacher: settings } = workspace.config.synthesize;
  if (settings.provider === 'grammar') return { source: { kind: 'samples', name: 'grammar', samples: await writeGrammarSamples(workspace, schema, seeded, { ...settings, phrasebook: readPhrasebook() }) }, close: async () => {} };
  const teacher = await createTeacher(settings, workspace.datasetFolder, environment);
  // A recorded answer costs nothing; one that was paid for is kept.
  const replyCache = settings.provider === 'recorded' ? undefined : path.join(workspace.cacheFolder, 'replies', workspace.dataset);
  return { source: { kind: 'teacher', teacher, replyCache }, close: () => teacher.close() };
}

/** The samples that the grammar adds to those of a model, which know how people ask and need no phrases; none where `synthesize.supplement` is not set. */
export async function writeSupplement(workspace: Workspace, schema: DatabaseSchema, seeded: Database): Promise<GrammarSample[]> {
  const { supplement } = workspace.config.synthesize;
  return supplement === undefined ? [] : writeGrammarSamples(workspace, schema, seeded, supplement);
}

async function writeGrammarSamples({ config, datasetFolder }: Workspace, schema: DatabaseSchema, seeded: Database, { samples, randomSeed, phrasebook }: Pick<GrammarInput, 'samples' | 'randomSeed' | 'phrasebook'>): Promise<GrammarSample[]> {
  const { today, showValues } = config.synthesize;
  const domains = showValues ? await seeded.readDomains(schema) : {};
  const lexicon = await openLexicon(path.join(datasetFolder, 'lexicon.json'), schema, domains);
  return synthesizeByGrammar({ schema, domains, lexicon, samples, randomSeed, abstention: config.prompt.abstention, today, phrasebook });
}
