import os from 'node:os';
import { openLlamaLibrary } from './llama-library.ts';

/**
 * Runs as a process of its own: native code that meets a bad file may end its process, and it blocks the event loop while it works.
 * Arguments: libggml, libllama, source GGUF, target GGUF, number of the format. What llama.cpp says goes to standard error.
 */
const [ggml = '', llama = '', source = '', target = '', format = ''] = process.argv.slice(2);
const library = openLlamaLibrary({ ggml, llama });
const parameters = { ...library.defaultParameters(), nthread: os.availableParallelism(), ftype: Number(format) };
process.exitCode = library.quantize(source, target, parameters) === 0 ? 0 : 1;
