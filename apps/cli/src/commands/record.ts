import path from 'node:path';
import { renderRequests } from '@sqlwright/dataset-synthesis';
import { writeMissingPrompts, writeRecording } from '@sqlwright/language-model-providers';
import { SqlwrightError } from '@sqlwright/errors';
import { readDatasetSchema } from '../dataset-schema.ts';
import { openWorkspace } from '../workspace.ts';

/** Writes the prompts that have no recorded answer yet; with a model's name, takes the answers beside them into recording.json. */
export async function record(dataset: string, options: { model?: string; date?: string }): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const { synthesize, schema: schemaSection, prompt } = workspace.config;
  if (synthesize.teacher.provider !== 'recorded') throw new SqlwrightError('usage.invalid', 'The teacher of this dataset is not "recorded".', { hint: 'Set synthesize.teacher.provider to "recorded" first.' });
  const folder = path.join(workspace.datasetFolder, synthesize.teacher.folder);
  if (options.model !== undefined) {
    const recording = await writeRecording(folder, { model: options.model, date: options.date ?? new Date().toISOString().slice(0, 10) });
    process.stdout.write(`${recording.answers.length} answers are in ${path.join(folder, 'recording.json')}.\nNext: npx nx run ${dataset}:synthesize\n`);
    return;
  }
  const schema = await readDatasetSchema(workspace);
  const requests = renderRequests({ schema, config: synthesize, values: synthesize.showValues ? schemaSection.seed.values : {}, abstention: prompt.abstention, obfuscate: synthesize.obfuscate });
  const written = await writeMissingPrompts(folder, requests);
  process.stdout.write(written.length === 0 ? 'Every prompt has its answer.\n' : `Answer these, each into a .reply.jsonl beside it:\n${written.map((name) => `  ${name}\n`).join('')}Next: sqlwright record --dataset ${dataset} --model "name of the model that answered"\n`);
}
