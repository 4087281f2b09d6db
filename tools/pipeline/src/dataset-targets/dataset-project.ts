import path from 'node:path';
import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { cliCommand } from './command.ts';
import type { DatasetFiles } from './dataset-files.ts';
import { stageNames, stageTable } from './stage-table.ts';
import { stageTarget } from './stage-target.ts';

/** The Nx project of a dataset, named after its folder. It depends on the libs of its stages, so `nx affected` finds it. */
export function datasetProject(root: string, files: DatasetFiles): Omit<ProjectConfiguration, 'root'> {
  const name = path.basename(root);
  const libs = new Set(stageNames.flatMap((stage): readonly string[] => stageTable[stage].libs));
  return {
    name,
    projectType: 'application',
    tags: ['scope:dataset'],
    implicitDependencies: ['@sqlwright/cli', ...[...libs].map((lib) => `@sqlwright/${lib}`)],
    targets: { ...Object.fromEntries(stageNames.map((stage) => [stage, stageTarget(stage, name, files)])), ...commandTargets(name) },
  };
}

/** What asks the database instead of making an artifact: never cached. */
function commandTargets(name: string): Record<string, TargetConfiguration> {
  const command = (subcommand: string): TargetConfiguration => ({
    executor: 'nx:run-commands',
    cache: false,
    options: { command: cliCommand(subcommand, name) },
  });
  return {
    ask: command('ask'),
    serve: { ...command('serve'), continuous: true },
    gate: { ...command('gate'), dependsOn: ['evaluate'] },
    parity: { ...command('parity'), dependsOn: ['quantize'] },
    'choose-quantization': { ...command('choose-quantization'), dependsOn: ['quantize'] },
    quickstart: { ...command('quickstart'), dependsOn: ['evaluate'] },
  };
}
