import { openInstances, type DataInstance, type EvaluationQuestion } from '@sqlwright/evaluation';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { Workspace } from '../workspace.ts';

/** The generated databases of a dataset's test suite: its schema, filled as its seeded database is, but with other rows. */
export function openDatasetSuite({ config }: Workspace, schema: DatabaseSchema, questions: readonly EvaluationQuestion[]): Promise<DataInstance[]> {
  const statements = questions.flatMap(({ gold }) => gold?.slice(0, 1) ?? []);
  return openInstances({ schema, seed: config.schema.seed, count: config.evaluate.instances, statements });
}
