import { SqlwrightError } from '@sqlwright/errors';
import { writeServed } from '../serving/model-versions.ts';
import { readServed } from '../serving/promoted-model.ts';
import { openWorkspace } from '../workspace.ts';

/** Makes the model before the served one the served one again. @throws SqlwrightError promotion.refused */
export async function rollback({ dataset }: { dataset: string }): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const served = await readServed(workspace);
  const before = served?.history.at(-1);
  if (served === undefined || before === undefined) throw new SqlwrightError('promotion.refused', 'There is no model before the served one.', { hint: `Promote one first: npx sqlwright promote --dataset ${dataset}` });
  await writeServed(workspace, { version: before, history: served.history.slice(0, -1) });
  process.stdout.write(`Model ${before} of ${dataset} is served again, in place of ${served.version}.\n`);
}
