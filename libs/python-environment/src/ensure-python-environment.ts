import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EnvironmentOptions } from './environment-options.ts';
import { findPython } from './find-python.ts';
import { readRequirements } from './requirements.ts';
import { runPython } from './run-python.ts';
import { withLock } from './with-lock.ts';

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
 * Makes the environment in `<cacheFolder>/python/<digest>` or finds it there. A stamp is written last: an interrupted installation is
 * no environment and is begun anew.
 * @throws SqlwrightError python.missing, python.environment, disk.full, run.cancelled
 */
export async function ensurePythonEnvironment(options: EnvironmentOptions): Promise<PythonEnvironment> {
  const requirements = await readRequirements(options.signal);
  const folder = path.join(path.resolve(options.cacheFolder), 'python', requirements.digest);
  const environment = describe(folder, requirements.digest);
  if (await isReady(folder, environment)) return environment;
  return withLock(`${folder}.lock`, options.signal, async () => {
    if (!(await isReady(folder, environment))) await install(folder, environment, requirements.files, options);
    return environment;
  });
}

async function install(folder: string, environment: PythonEnvironment, files: readonly string[], options: EnvironmentOptions): Promise<void> {
  const python = await findPython(options);
  await rm(folder, { recursive: true, force: true });
  await runPython(python, ['-m', 'venv', folder], options, 'Making the Python environment');
  const required = files.flatMap((file) => ['--requirement', file]);
  await runPython(environment.python, ['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', ...required], options, 'Installing the Python packages');
  await writeFile(stamp(folder), `${environment.digest}\n`);
}

/** The interpreter is a link to the Python that it was made with, which may have gone since. */
async function isReady(folder: string, environment: PythonEnvironment): Promise<boolean> {
  const wanted = [stamp(folder), environment.python, environment.litgpt].map((file) => access(file));
  return (await Promise.allSettled(wanted)).every(({ status }) => status === 'fulfilled');
}

function stamp(folder: string): string {
  return path.join(folder, 'complete');
}

function describe(folder: string, digest: string): PythonEnvironment {
  const windows = process.platform === 'win32';
  const program = (name: string): string => path.join(folder, windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
  const variables = { HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', HF_HUB_DISABLE_TELEMETRY: '1', TOKENIZERS_PARALLELISM: 'false', PYTHONUNBUFFERED: '1', PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return { python: program('python'), litgpt: program('litgpt'), digest, variables };
}
