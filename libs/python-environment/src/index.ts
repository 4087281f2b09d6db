export { ensureLangchainEnvironment } from './ensure-langchain-environment.ts';
export { ensurePackagedModel } from './ensure-packaged-model.ts';
export { ensurePythonEnvironment, type PythonEnvironment } from './ensure-python-environment.ts';
export type { EnvironmentOptions } from './environment-options.ts';
export { pythonScript } from './python-script.ts';
