import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import { pythonScript, type PythonEnvironment } from '@sqlwright/python-environment';
import { ensureConverters } from './ensure-converters.ts';
import { readGgufMetadata } from './gguf/read-gguf-metadata.ts';
import { runStep } from './run-step.ts';

/** The programs of a conversion, each run in the Python environment. */
export interface ConversionTools {
  runLitgpt(args: readonly string[]): Promise<void>;
  /** Runs one of the scripts in libs/python-environment/python. */
  runScript(name: string, args: readonly string[]): Promise<void>;
  /** Runs one of llama.cpp's converters; the file that it writes carries our metadata and is checked. */
  writeGguf(converter: 'convert_hf_to_gguf.py' | 'convert_lora_to_gguf.py', target: string, args: readonly string[]): Promise<void>;
}

export interface ConversionToolsOptions {
  readonly environment: PythonEnvironment;
  readonly cacheFolder: string;
  /** Written into every GGUF, each value under its key. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Folder for files that live only as long as the conversion. */
  readonly scratch: string;
  readonly signal: AbortSignal;
}

const hint = 'The lines above are the program\'s own. Where a checkpoint is damaged, train again: sqlwright train';

/** Makes the converters and the metadata file ready. */
export async function openConversionTools(options: ConversionToolsOptions): Promise<ConversionTools> {
  const { environment, scratch, signal } = options;
  const converters = await ensureConverters(options.cacheFolder, signal);
  const metadataFile = path.join(scratch, 'metadata.json');
  await mkdir(scratch, { recursive: true });
  await writeJson(metadataFile, options.metadata);
  const runIn = (command: string, args: readonly string[], what: string): Promise<void> =>
    runStep({ command, args, env: environment.variables, signal }, { what, folder: scratch, code: 'child.failed', hint });
  const runScript = (name: string, args: readonly string[], what = name): Promise<void> => runIn(environment.python, [pythonScript(name), ...args], what);
  return {
    runLitgpt: (args) => runIn(environment.litgpt, args, `litgpt ${args[0] ?? ''}`),
    runScript: (name, args) => runScript(name, args),
    writeGguf: async (converter, target, args) => {
      await runScript('convert_gguf.py', [metadataFile, path.join(converters, converter), ...args, '--outtype', 'f16', '--outfile', target], converter);
      await readGgufMetadata(target);
    },
  };
}
