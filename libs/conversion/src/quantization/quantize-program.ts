import os from 'node:os';
import { endOfList, openLlamaLibrary } from './llama-library.ts';
import { readImportanceMatrix } from './read-importance-matrix.ts';

/**
 * Runs as a process of its own: native code that meets a bad file may end its process, and it blocks the event loop while it works.
 * Arguments: libggml, libllama, source GGUF, target GGUF, number of the format and, where there is one, the importance matrix. What llama.cpp says goes to
 * standard error.
 */
const [ggml = '', llama = '', source = '', target = '', format = '', importanceMatrix] = process.argv.slice(2);
const library = openLlamaLibrary({ ggml, llama });
const parameters = {
  ...library.defaultParameters(),
  nthread: os.availableParallelism(),
  ftype: Number(format),
  imatrix: importanceMatrix === undefined ? null : [...(await readImportanceMatrix(importanceMatrix)), endOfList],
};
process.exitCode = library.quantize(source, target, parameters) === 0 ? 0 : 1;
