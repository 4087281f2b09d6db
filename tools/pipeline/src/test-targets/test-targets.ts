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

/**
 * The slower tests: real servers, real models, real litgpt. Nothing else runs beside them; each waits for what it reads of other packages in built form, as a worker thread or a packed package does.
 */
export const integrationTestTarget: TargetConfiguration = {
  ...jestTarget('test-integration', '--config ../../jest.integration.preset.js --rootDir .', '{workspaceRoot}/jest.integration.preset.js'),
  dependsOn: ['build', '^build'],
  parallelism: false,
};
