import { environmentProgram } from './environment-program.ts';
import type { EnvironmentOptions } from './environment-options.ts';
import { makeEnvironment } from './make-environment.ts';
import { readRequirements } from './requirements.ts';

/** A virtual environment with every pinned package. */
export interface PythonEnvironment {
  /** Absolute path of its interpreter. */
  readonly python: string;
  /** Absolute path of litgpt's command. */
  readonly litgpt: string;
  /** sha256 of what is installed. */
  readonly digest: string;
  /** To be added to the environment of every program that it runs: nothing reaches for a network, lines come at once. */
  readonly variables: Record<string, string>;
}

/**
 * Makes the environment of the stages, or finds it.
 * @throws SqlwrightError python.missing, python.environment, disk.full, run.cancelled
 */
export async function ensurePythonEnvironment(options: EnvironmentOptions): Promise<PythonEnvironment> {
  const requirements = await readRequirements(options.signal);
  const folder = await makeEnvironment({ ...requirements, programs: ['litgpt'] }, options);
  const variables = { HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', HF_HUB_DISABLE_TELEMETRY: '1', TOKENIZERS_PARALLELISM: 'false', PYTHONUNBUFFERED: '1', PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return { python: environmentProgram(folder, 'python'), litgpt: environmentProgram(folder, 'litgpt'), digest: requirements.digest, variables };
}
