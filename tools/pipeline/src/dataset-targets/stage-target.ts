import type { TargetConfiguration } from '@nx/devkit';
import { cliCommand } from './command.ts';
import type { DatasetFiles } from './dataset-files.ts';
import { stageNames, stageTable, type StageInputs, type StageName } from './stage-table.ts';

/** The training profiles of libs/dataset-config that are more than the default. */
const profiles = ['cpu', 'cpu-long', 'gpu'];

/** The cached target of a stage: it runs after the stage before it, and again only when something that it reads has changed. */
export function stageTarget(stage: StageName, dataset: string, files: DatasetFiles): TargetConfiguration {
  const before = stageNames[stageNames.indexOf(stage) - 1];
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: stageInputs(stage, files),
    outputs: [`{projectRoot}/artifacts/${stage}`],
    ...(before === undefined ? {} : { dependsOn: [before] }),
    options: { command: cliCommand(stage, dataset) },
    ...(stage === 'train' ? { configurations: profileConfigurations(dataset) } : {}),
    metadata: { description: `Runs the stage "${stage}" of the dataset ${dataset}.` },
  };
}

function stageInputs(stage: StageName, files: DatasetFiles): NonNullable<TargetConfiguration['inputs']> {
  const { sections, libs, sources = [], packages, file }: StageInputs = stageTable[stage];
  return [
    { json: '{projectRoot}/dataset.config.json', fields: [...sections] },
    { input: 'production', projects: libs.map((lib) => `@sqlwright/${lib}`) },
    `{workspaceRoot}/apps/cli/src/stages/${stage}.ts`,
    ...sources.map((source) => `{workspaceRoot}/${source}`),
    ...(file === undefined ? [] : [`{projectRoot}/${files[file]}`]),
    // What people confirmed or corrected, and how they say the database is spoken of, is taken in with the next synthesis; what models are judged by is kept out of it.
    ...(stage === 'synthesize' ? ['{projectRoot}/feedback/feedback.jsonl', '{projectRoot}/lexicon.json', `{projectRoot}/${files.questions}`] : []),
    ...(stage === 'train' && files.initialAdapter !== undefined ? [`{workspaceRoot}/${files.initialAdapter}`] : []),
    { externalDependencies: [...packages] },
    ...(stage === 'schema' ? [] : [{ dependentTasksOutputFiles: '**/manifest.json', transitive: true }]),
  ];
}

function profileConfigurations(dataset: string): Record<string, { command: string }> {
  return Object.fromEntries(profiles.map((profile) => [profile, { command: cliCommand('train', dataset, `--profile ${profile}`) }]));
}
