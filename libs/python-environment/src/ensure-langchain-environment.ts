import { environmentProgram } from './environment-program.ts';
import type { EnvironmentOptions } from './environment-options.ts';
import type { PythonEnvironment } from './ensure-python-environment.ts';
import { makeEnvironment } from './make-environment.ts';
import { digestRequirements } from './requirements.ts';
import { pythonScript } from './python-script.ts';

/** llama.cpp for the instructions of this processor, and nothing of it that the library does not need. */
const build = ['-DGGML_NATIVE=ON', '-DLLAVA_BUILD=OFF', '-DLLAMA_BUILD_TESTS=OFF', '-DLLAMA_BUILD_EXAMPLES=OFF', '-DLLAMA_BUILD_TOOLS=OFF', '-DLLAMA_BUILD_SERVER=OFF', '-DLLAMA_OPENSSL=OFF'].join(' ');

/**
 * Makes the environment of the source article's chain, LangChain over llama-cpp-python, or finds it. It is for comparison only; no stage needs it. Its
 * llama.cpp is compiled here, which wants a C++ compiler and takes minutes; pip keeps the result for the next time.
 * @throws SqlwrightError python.missing, python.environment, disk.full, run.cancelled
 */
export async function ensureLangchainEnvironment(options: EnvironmentOptions): Promise<Omit<PythonEnvironment, 'litgpt'>> {
  const files = [pythonScript('requirements-langchain.txt')];
  const digest = await digestRequirements(files, [build]);
  const folder = await makeEnvironment({ files, digest, programs: [], variables: { CMAKE_ARGS: build } }, options);
  const variables = { LANGSMITH_TRACING: 'false', PYTHONWARNINGS: 'ignore::DeprecationWarning', PYTHONUNBUFFERED: '1', PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return { python: environmentProgram(folder, 'python'), digest, variables };
}
