import type { PythonEnvironment } from '@sqlwright/python-environment';

/** A model that can be trained, in the forms that litgpt and the converters read. */
export interface BaseModel {
  /** litgpt's name of the model, such as `SmolLM2-135M-Instruct`. */
  readonly name: string;
  /** sha256 of the source: of a GGUF's bytes, of a folder's files, or of the name of what is downloaded. */
  readonly digest: string;
  /** Holds lit_model.pth, model_config.yaml and the tokenizer. */
  readonly litgptFolder: string;
  /** Holds config.json, generation_config.json, the tokenizer and the weights under their Hugging Face names. */
  readonly huggingFaceFolder: string;
  /** The untouched GGUF, if the source is one: an adapter that was trained on it fits it without loss. */
  readonly gguf: string | undefined;
}

export interface BaseModelOptions {
  readonly cacheFolder: string;
  readonly environment: PythonEnvironment;
  /** A local model's path counts from here. */
  readonly workspaceFolder?: string;
  readonly signal?: AbortSignal;
  /** Told each line of the converters. */
  readonly progress?: (line: string) => void;
  /** Where the token of a download is looked up. */
  readonly environmentVariables: Readonly<Record<string, string | undefined>>;
}
