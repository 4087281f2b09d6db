import type { BaseModelOptions } from './base-model.ts';
import { runConverter } from './run-converter.ts';

/** Adds lit_model.pth and model_config.yaml to a Hugging Face folder. */
export async function convertToLitgpt(folder: string, modelName: string, options: BaseModelOptions): Promise<void> {
  const args = ['convert_to_litgpt', folder, '--model_name', modelName];
  const hint = `Check that "${modelName}" is litgpt's name of this architecture: "litgpt download list" names all of them.`;
  await runConverter(options.environment.litgpt, args, options, { what: `Converting the model ${modelName} for litgpt`, code: 'model.invalid', hint });
}
