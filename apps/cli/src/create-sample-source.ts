import path from 'node:path';
import type { Database } from '@sqlwright/database';
import { openLexicon, synthesizeByGrammar, type SampleSource } from '@sqlwright/dataset-synthesis';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createTeacher, type Environment } from './create-teacher.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes what a dataset takes its samples from: the grammar, which reads values from the seeded database alone and the dataset's lexicon.json (written where there is none), or a model.
 * @throws SqlwrightError config.invalid; those of `createTeacher`
 */
export async function createSampleSource(workspace: Workspace, schema: DatabaseSchema, seeded: Database, environment: Environment): Promise<{ source: SampleSource; close: () => Promise<void> }> {
  const { teacher: settings, today, showValues } = workspace.config.synthesize;
  if (settings.provider === 'grammar') {
    const domains = showValues ? await seeded.readDomains(schema) : {};
    const lexicon = await openLexicon(path.join(workspace.datasetFolder, 'lexicon.json'), schema, domains);
    const samples = synthesizeByGrammar({ schema, domains, lexicon, samples: settings.samples, randomSeed: settings.randomSeed, abstention: workspace.config.prompt.abstention, today });
    return { source: { kind: 'samples', name: 'grammar', samples }, close: async () => {} };
  }
  const teacher = await createTeacher(settings, workspace.datasetFolder, environment);
  // A recorded answer costs nothing; one that was paid for is kept.
  const replyCache = settings.provider === 'recorded' ? undefined : path.join(workspace.cacheFolder, 'replies', workspace.dataset);
  return { source: { kind: 'teacher', teacher, replyCache }, close: () => teacher.close() };
}
