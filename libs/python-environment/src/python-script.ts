import { fileURLToPath } from 'node:url';

/** Absolute path of a file in this library's folder `python`, such as `gguf_to_huggingface.py`. */
export function pythonScript(name: string): string {
  return fileURLToPath(new URL(`../python/${name}`, import.meta.url));
}
