import type { Stage } from '@sqlwright/artifacts';
import { stages } from '@sqlwright/artifacts';
import { readServed } from '../serving/promoted-model.ts';
import { stageCommands } from '../stages/index.ts';
import { stageRun, type StageOptions } from '../stages/stage-command.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

/** Runs one stage of a dataset and says what it made and what comes next. */
export async function runStage(stage: Stage, dataset: string, options: StageOptions, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const progress = createTerminalProgress();
  const command = await stageCommands[stage]();
  const manifest = await command(workspace, stageRun(workspace, stage, signal, progress), options);
  const next = stages[stages.indexOf(stage) + 1];
  process.stdout.write(`\nMade datasets/${dataset}/artifacts/${stage}: ${Object.keys(manifest.files).slice(0, 8).join(', ')}\n`);
  process.stdout.write(`Next: ${next === undefined ? await useOf(workspace) : `npx nx run ${dataset}:${next}`}\n`);
}

/** A model that was promoted goes on answering until the new one has beaten it. */
async function useOf(workspace: Workspace): Promise<string> {
  const { dataset } = workspace;
  return (await readServed(workspace)) === undefined ? `npx sqlwright ask --dataset ${dataset} "…"` : `npx sqlwright promote --dataset ${dataset}`;
}
