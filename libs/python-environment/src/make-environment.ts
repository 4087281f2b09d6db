import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EnvironmentOptions } from './environment-options.ts';
import { findPython } from './find-python.ts';
import { environmentProgram } from './environment-program.ts';
import { runPython } from './run-python.ts';
import { withLock } from './with-lock.ts';

/** What a virtual environment is to hold. */
export interface EnvironmentRecipe {
  /** Requirement files, every package pinned. */
  readonly files: readonly string[];
  /** sha256 of the files and of all else that decides what is installed. */
  readonly digest: string;
  /** Commands that must be there afterwards, besides python. */
  readonly programs: readonly string[];
  /** Added to the environment of pip. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Makes the environment in `<cacheFolder>/python/<digest>` or finds it there, and returns that folder. A stamp is written last: an
 * interrupted installation is no environment and is begun anew.
 * @throws SqlwrightError python.missing, python.environment, disk.full, run.cancelled
 */
export async function makeEnvironment(recipe: EnvironmentRecipe, options: EnvironmentOptions): Promise<string> {
  const folder = path.join(path.resolve(options.cacheFolder), 'python', recipe.digest);
  if (await isReady(folder, recipe)) return folder;
  return withLock(`${folder}.lock`, options.signal, async () => {
    if (!(await isReady(folder, recipe))) await install(folder, recipe, options);
    return folder;
  });
}

async function install(folder: string, { files, digest, variables }: EnvironmentRecipe, options: EnvironmentOptions): Promise<void> {
  const python = await findPython(options);
  await rm(folder, { recursive: true, force: true });
  await runPython(python, ['-m', 'venv', folder], options, 'Making the Python environment');
  const required = files.flatMap((file) => ['--requirement', file]);
  const pip = ['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', ...required];
  await runPython(environmentProgram(folder, 'python'), pip, options, 'Installing the Python packages', variables);
  await writeFile(stamp(folder), `${digest}\n`);
}

/** The interpreter is a link to the Python that it was made with, which may have gone since. */
async function isReady(folder: string, { programs }: EnvironmentRecipe): Promise<boolean> {
  const wanted = [stamp(folder), ...['python', ...programs].map((name) => environmentProgram(folder, name))].map((file) => access(file));
  return (await Promise.allSettled(wanted)).every(({ status }) => status === 'fulfilled');
}

function stamp(folder: string): string {
  return path.join(folder, 'complete');
}
