import { readFile } from 'node:fs/promises';
import { environmentProgram } from './environment-program.ts';
import type { EnvironmentOptions } from './environment-options.ts';
import type { PythonEnvironment } from './ensure-python-environment.ts';
import { makeEnvironment } from './make-environment.ts';
import { digestRequirements } from './requirements.ts';
import { pythonScript } from './python-script.ts';

/** llama.cpp for the instructions of this processor, and nothing of it that the library does not need. */
const build = ['-DGGML_NATIVE=ON', '-DLLAVA_BUILD=OFF', '-DLLAMA_BUILD_TESTS=OFF', '-DLLAMA_BUILD_EXAMPLES=OFF', '-DLLAMA_BUILD_TOOLS=OFF', '-DLLAMA_BUILD_SERVER=OFF', '-DLLAMA_OPENSSL=OFF'];
/** llama.cpp asks Linux for the right to use AMX in its first thread alone and dies in the others (its issue 20824). */
const withoutAmx = ['-DCMAKE_C_FLAGS=-mno-amx-int8', '-DCMAKE_CXX_FLAGS=-mno-amx-int8'];

/**
 * Makes the environment of the source article's chain, LangChain over llama-cpp-python, or finds it. It is for comparison only; no stage needs it. Its
 * llama.cpp is compiled here, which wants a C++ compiler and takes minutes; pip keeps the result for the next time.
 * @throws SqlwrightError python.missing, python.environment, disk.full, run.cancelled
 */
export async function ensureLangchainEnvironment(options: EnvironmentOptions): Promise<Omit<PythonEnvironment, 'litgpt'>> {
  const files = [pythonScript('requirements-langchain.txt')];
  const flags = await buildFlags();
  const digest = await digestRequirements(files, [flags.CMAKE_ARGS]);
  const folder = await makeEnvironment({ files, digest, programs: [], variables: flags }, options);
  const variables = { LANGSMITH_TRACING: 'false', PYTHONWARNINGS: 'ignore::DeprecationWarning', PYTHONUNBUFFERED: '1', PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return { python: environmentProgram(folder, 'python'), digest, variables };
}

/** Variables for pip, which would take out of its cache what was compiled with other flags. */
async function buildFlags(): Promise<{ readonly CMAKE_ARGS: string; readonly PIP_NO_CACHE_DIR?: string }> {
  return (await hasAmx()) ? { CMAKE_ARGS: [...build, ...withoutAmx].join(' '), PIP_NO_CACHE_DIR: '1' } : { CMAKE_ARGS: build.join(' ') };
}

/** Whether Linux says that the processor has Intel's matrix extensions. */
async function hasAmx(): Promise<boolean> {
  const description = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  return /^flags\b.*\bamx_int8\b/m.test(description);
}
