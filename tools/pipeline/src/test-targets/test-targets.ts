import type { TargetConfiguration } from '@nx/devkit';

/** Nx forces colours upon its tasks, which would get into what the tests' own child processes print. */
const environment = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', FORCE_COLOR: '0' };

/** Jest as ES modules. Its reporter leaves the counts in `test-output`, which a cached result restores. */
function jestTarget(name: string, args: string, configuration: string): TargetConfiguration {
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: [
      'default',
      'testData',
      '^production',
      '{workspaceRoot}/jest.preset.js',
      configuration,
      '{workspaceRoot}/tools/testing/src/strip-types-transform.ts',
      '{workspaceRoot}/tools/testing/src/count-reporter.ts',
    ],
    outputs: [`{projectRoot}/test-output/${name}.json`],
    options: {
      cwd: '{projectRoot}',
      command: `jest ${args}`.trim(),
      env: environment,
    },
    metadata: { technologies: ['jest'] },
  };
}

/** The fast tests: no network, no models. */
export const testTarget: TargetConfiguration = jestTarget('test', '', '{projectRoot}/jest.config.js');

/** Integration tests that leave half of a small machine idle and touch nothing that others read: something else may run beside them. */
const modest: ReadonlySet<string> = new Set(['libs/base-model', 'libs/database', 'libs/dataset-synthesis', 'libs/evaluation', 'libs/python-environment', 'tools/pipeline']);

/** Most of the time of these goes into starting one program after the other: two files at a time use both cores of a small machine. */
const startsPrograms: ReadonlySet<string> = new Set(['apps/cli']);

/** The slower tests: real servers, real models, real litgpt. Nothing runs beside those that train, run models, pack the workspace or look at the state of a whole server. */
export function integrationTestTarget(project: string): TargetConfiguration {
  const workers = startsPrograms.has(project) ? ' --maxWorkers=2' : '';
  return {
    ...jestTarget('test-integration', `--config ../../jest.integration.preset.js --rootDir .${workers}`, '{workspaceRoot}/jest.integration.preset.js'),
    parallelism: modest.has(project),
  };
}
