import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SqlwrightError } from '@sqlwright/errors';

/** The git bundle in which node-llama-cpp carries the llama.cpp source of its own release. */
export function locateSourceBundle(): string {
  return path.join(path.dirname(entryPoint()), '../llama/gitRelease.bundle');
}

/** What `run.json` says about the llama.cpp that was used. */
export async function readVersions(): Promise<{ 'node-llama-cpp': string }> {
  const description: unknown = JSON.parse(await readFile(path.join(path.dirname(entryPoint()), '../package.json'), 'utf8'));
  return { 'node-llama-cpp': String((description as { version?: unknown }).version) };
}

/**
 * The prebuilt CPU libraries that node-llama-cpp itself runs on.
 * @throws SqlwrightError child.failed where there are none for this machine
 */
export async function locateLibraries(): Promise<{ ggml: string; llama: string }> {
  const bins = path.join(path.dirname(locateBinaryPackage()), '../bins');
  const [name = ''] = await readdir(bins);
  const folder = path.join(bins, name);
  const files = await readdir(folder);
  return { ggml: pickLibrary(folder, files, 'ggml'), llama: pickLibrary(folder, files, 'llama') };
}

function entryPoint(): string {
  return fileURLToPath(import.meta.resolve('node-llama-cpp'));
}

function locateBinaryPackage(): string {
  const platform = { darwin: 'mac', win32: 'win' }[process.platform as string] ?? process.platform;
  const architecture = process.arch === 'arm' ? 'armv7l' : process.arch;
  const { resolve } = createRequire(entryPoint());
  for (const suffix of ['', '-metal']) {
    try {
      return resolve(`@node-llama-cpp/${platform}-${architecture}${suffix}`);
    } catch {
      continue;
    }
  }
  throw missingLibraries();
}

function pickLibrary(folder: string, files: readonly string[], name: string): string {
  const file = files.find((candidate) => new RegExp(`^(lib)?${name}(\\.v[\\d.]+)?\\.(so|dylib|dll)$`).test(candidate));
  if (file === undefined) throw missingLibraries();
  return path.join(folder, file);
}

function missingLibraries(): SqlwrightError {
  return new SqlwrightError('child.failed', `There is no prebuilt llama.cpp for ${process.platform} on ${process.arch}.`, {
    hint: 'Run npm ci without leaving out optional dependencies; node-llama-cpp lists the machines that it has libraries for.',
  });
}
