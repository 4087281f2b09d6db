import { readRunRecord, stages } from '@sqlwright/artifacts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { renderSeconds } from '../terminal-progress.ts';
import { openWorkspace } from '../workspace.ts';
import { showAnswer } from './ask.ts';

/** After all stages: where the time went, a line a stage, the figures, and the dataset's example question answered. */
export async function quickstart(dataset: string, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  process.stdout.write('\nWhere the time went when these artifacts were made:\n');
  for (const stage of stages) {
    const record = await readRunRecord(workspace.stageFolder(stage));
    if (record === undefined) continue;
    const longest = [...record.steps].sort((a, b) => b.seconds - a.seconds)[0];
    const mostly = longest === undefined ? '' : `mostly: ${longest.name} (${renderSeconds(longest.seconds)})`;
    process.stdout.write(`  ${stage.padEnd(11)} ${renderSeconds(record.seconds).padStart(12)}  ${mostly}\n`);
  }
  const summary = await readFile(path.join(workspace.stageFolder('evaluate'), 'summary.md'), 'utf8');
  process.stdout.write(`\n${summary.split('\n## ')[0] ?? ''}\n`);
  const question = workspace.config.answer.exampleQuestion;
  process.stdout.write(`Question ${question}\n`);
  await showAnswer(question, { dataset }, signal);
  process.stdout.write(`\nAsk your own: npx sqlwright ask "…"   Serve it: npx sqlwright serve\n`);
}
