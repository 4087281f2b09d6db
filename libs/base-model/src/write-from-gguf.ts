import { pythonScript } from '@sqlwright/python-environment';
import type { BaseModelOptions } from './base-model.ts';
import { runConverter } from './run-converter.ts';

/** Writes the Hugging Face folder of a GGUF: dequantized weights, and a tokenizer built from its own vocabulary. */
export async function writeFromGguf(gguf: string, folder: string, options: BaseModelOptions): Promise<void> {
  const args = [pythonScript('gguf_to_huggingface.py'), gguf, folder];
  await runConverter(options.environment.python, args, options, { what: `Reading ${gguf}`, code: 'model.invalid', hint: 'Check that the file is a whole GGUF of the architecture llama or qwen2; fetch it again if in doubt.' });
}
